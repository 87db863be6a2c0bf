import { letterOf } from "../lib/letters.ts";
import { sumOf } from "../lib/statistics.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import type { ReadonlyChip, ReadonlyThread } from "../sim/chip/chip.ts";
import { originalOf, workOf } from "../sim/chip/jobs.ts";
import type { ProcessSpec, ProgramPhase, Scenario, ThreadSpec } from "../sim/scenario/scenario.ts";
import type { Level } from "./ids.ts";
import type { Lesson, LessonSetup } from "./lesson.ts";
import {
	compute,
	computeProcess,
	letteredProcesses,
	NOTHING_SHARED,
	ordinaryThread,
	symmetricMachine,
} from "./machine.ts";
import { turnaround } from "./measures.ts";
import { ORDINARY, threeChoices } from "./ordinary.ts";
import { atHome, deckOf, drawLengthNs, drawnFrom, packets, steadily } from "./packets.ts";
import { byName, isElsewhere, startedInWay, type Ways, waysThat } from "./situations.ts";

/**
 * Three applications, most of whose tasks may run as threads or in processes of their own. As a thread of its
 * application a task reads and writes in place; if it crashes, all threads of the application restart with it. In a
 * process of its own it takes nobody with it, but what it has made has to be sent; through shared memory that
 * costs the same for any size. Some tasks are always threads, so that somebody may be hit whatever is chosen.
 */
const ROUND_S = 100;
const APPLICATIONS = 3;
/** How many of twenty packets belong to each application. */
const APPLICATION_COUNTS = [9, 6, 5];
/** Tasks of a packet that have a choice, and those that have none. */
const COUNTS = [3, 4, 5];
const FIXED = 2;
/** How many of four packets start the other way than most on their chip. */
const OTHER_COUNTS = [3, 1];
/** Percentage of tasks whose data are not of the size that is usual in their packet. */
const OTHER_SIZE = 33;
/** Time after which a crashed application, and a crashed process of one task, is back. */
const RESTART_NS = 3 * NS_PER_PLAY_S;
const OWN_RESTART_NS = NS_PER_PLAY_S;
/**
 * Cost of a message to each side, per message and per byte, fitted to measured pipes: a round trip of 6 us at
 * 100 bytes, 500 MB/s of serialising and copying.
 */
const MESSAGE_NS = 850;
const MESSAGE_NS_PER_BYTE = 2;
/** What tasks make in kB, small, medium and large, and how many of twenty packets are of each size. */
const SIZES_KB = [
	[30, 100],
	[200, 450],
	[850, 1_200],
] as const;
const SIZE_COUNTS = [7, 7, 6];
/** Share of its work after which a task crashes, if it does. */
const CRASHES_AFTER = 0.3;
/** Probability of a crash from which isolation pays off as soon as one other thread would be taken along. */
const ISOLATION_FROM = 0.3;

type Risks = {
	/** Probabilities of a crash, and in what proportion packets have them. */
	readonly chances: readonly number[];
	readonly counts: readonly number[];
	/** Interval between packets, in seconds of play. */
	readonly gapS: number;
	/** Cost of setting up memory shared by two processes and of synchronising it. */
	readonly shareS: number;
	/** Shortest and longest task, in seconds of play. */
	readonly taskS: readonly [number, number];
};

const RISKS: Record<Level, Risks> = {
	starter: { chances: [0, 0.12, 0.6], counts: [2, 2, 1], gapS: 4.8, shareS: 1.8, taskS: [1.6, 3.6] },
	standard: { chances: [0, 0.12, 0.6], counts: [2, 2, 1], gapS: 4.4, shareS: 1.7, taskS: [1.5, 3.5] },
	expert: { chances: [0, 0.12, 0.3, 0.6], counts: [2, 3, 1, 2], gapS: 4.3, shareS: 2, taskS: [1.4, 3.3] },
};

/**
 * Teaches what a process boundary gives and costs: isolation of crashes (rules F9, F10) against the price of
 * messages (rule F6).
 */
export const processesThreads: Lesson = {
	id: "processes-threads",
	title: "Processes and threads",
	chipCores: [4],
	...ORDINARY,
	chipsMin: 2,
	kind: { type: "compared", sides: ["threads", "processes"] },
	createScenario,
	policies: {
		naive: "in-turn",
		expert: "insight:processes-threads",
		random: "guess",
		beginners: ["isolate-risky", "isolate-all"],
		reverse: "isolate-safe",
		constants: ["always:0", "always:1", "always:2"],
		rivals: [],
	},
	measure: turnaround,
	actions: {
		scheduler: ["deal", "signal", "window"],
		core: ["choose", "signal", "window"],
		dealsWays: true,
	},
	decisions: [
		{ id: "deal", seat: "scheduler", perMinute: 6, costS: 4 },
		{ id: "way", seat: "core", perMinute: 10, costS: 4 },
	],
	prediction: { min: 0, max: 4, step: 0.01, truth: togetherWithMessages(4, 1_000, 1_000) },
	questions: threeChoices(1, 2, 0),
	concepts: [
		{ id: "isolation", situation: startedInWay(isolationFor), question: 2 },
		{ id: "ipc", situation: startedInWay(cheapestMessage), question: 0 },
	],
};

/** Isolation for a task that is likely to crash while others of its application run, none for one that is safe. */
function isolationFor(chip: ReadonlyChip, core: number, thread: ReadonlyThread): Ways | undefined {
	const original = originalOf(chip, thread);
	const risk = original.program.reduce(
		(sum, phase) => (phase.type === "crash" ? sum + phase.chance : sum),
		0,
	);
	const isAlone = !isElsewhere(chip, core, thread, byName);
	if (risk > 0 && (isAlone || risk < ISOLATION_FROM)) return undefined;
	return waysThat(thread, (way) => isApartIn(original, way) === risk > 0);
}

/** Of the two isolated ways, the one that costs less for an input of that size. */
function cheapestMessage(chip: ReadonlyChip, _core: number, thread: ReadonlyThread): Ways {
	const original = originalOf(chip, thread);
	const among = [0, 1, 2].filter((way) => isApartIn(original, way));
	const programs = [original, ...original.ways].map(({ program }) => program);
	const bytes = sumOf(programs.flat(), (phase) => (phase.type === "send" ? phase.bytes : 0));
	// The cost of sharing is the work that one of the ways has more than the others.
	const worksNs = programs.map((program) => workOf(program));
	const shareNs = Math.max(...worksNs) - Math.min(...worksNs);
	const isCheap = 2 * (MESSAGE_NS + MESSAGE_NS_PER_BYTE * bytes) < shareNs;
	const sends = (way: number) =>
		[original, ...original.ways][way]?.program.some(({ type }) => type === "send") === true;
	return { among, good: among.filter((way) => sends(way) === isCheap) };
}

function isApartIn(original: ThreadSpec, way: number): boolean {
	return ([original, ...original.ways][way]?.process ?? 0) >= APPLICATIONS;
}

/**
 * Work of `cores` processes together, relative to one core, when every `workUs` of work needs `kB` sent and
 * received.
 */
function togetherWithMessages(cores: number, kB: number, workUs: number): number {
	const messageUs = (2 * (MESSAGE_NS + MESSAGE_NS_PER_BYTE * kB * 1_000)) / 1_000;
	return (cores * workUs) / (workUs + messageUs);
}

function createScenario({ cores, seed, level, side }: LessonSetup): Scenario {
	const own: ProcessSpec[] = [];
	const { chances, counts, gapS, shareS, taskS } = RISKS[level];
	const drawApplication = drawnFrom(deckOf(APPLICATION_COUNTS));
	// One deck for both: on no seed the risky ones happen to be those that start the other way.
	const drawStart = drawnFrom(
		chances.flatMap((risk, index) =>
			deckOf(OTHER_COUNTS).flatMap((other) =>
				Array.from({ length: counts[index] ?? 0 }, () => ({ risk, isOther: other === 1 })),
			),
		),
	);
	const drawCount = drawnFrom(COUNTS);
	const drawSize = drawnFrom(deckOf(SIZE_COUNTS));
	const drawOwnSize = drawnFrom(deckOf(SIZE_COUNTS));
	const arriving = packets(seed, steadily(cores, (gapS * 4) / cores, ROUND_S - 2), (chance, packet) => {
		const application = drawApplication(chance);
		const { risk, isOther } = drawStart(chance);
		const isApart = (side === 1) !== isOther;
		const usual = drawSize(chance);
		const lengthNs = () => drawLengthNs(chance, ...taskS);
		const tasks = Array.from({ length: drawCount(chance) }, () => {
			const [fromKb, toKb] = SIZES_KB[chance(100) < OTHER_SIZE ? drawOwnSize(chance) : usual] ?? [0, 0];
			own.push({
				...computeProcess(`${letterOf(application)}${own.length + 1}`),
				restartNs: OWN_RESTART_NS,
			});
			return task(
				{
					application,
					own: APPLICATIONS + own.length - 1,
					risk,
					bytes: (fromKb + chance(toKb - fromKb)) * 1_000,
					workNs: lengthNs(),
					shareNs: shareS * NS_PER_PLAY_S,
				},
				isApart,
			);
		});
		for (let fixed = 0; fixed < FIXED; fixed++)
			tasks.splice(
				chance(tasks.length + 1),
				0,
				ordinaryThread(letterOf(application), application, [compute(lengthNs())]),
			);
		return atHome(packet, cores, tasks);
	});
	return {
		title: `Processes and threads on ${cores} cores`,
		machine: symmetricMachine(cores),
		...NOTHING_SHARED,
		coresTake: false,
		processes: [...letteredProcesses(APPLICATIONS, { restartNs: RESTART_NS }), ...own],
		channels: [
			{ name: "Pipe", capacity: 0, waiting: "block", fixedNs: MESSAGE_NS, nsPerByte: MESSAGE_NS_PER_BYTE },
		],
		...arriving,
		end: { type: "horizon", ns: ROUND_S * NS_PER_PLAY_S },
	};
}

type Task = {
	readonly application: number;
	/** Its process when it is isolated. */
	readonly own: number;
	readonly risk: number;
	readonly bytes: number;
	readonly workNs: number;
	readonly shareNs: number;
};

/** A task that starts isolated or among the threads of its application. */
function task({ application, own, risk, bytes, workNs, shareNs }: Task, isApart: boolean): ThreadSpec {
	const program = riskyWork(workNs, risk);
	const together = { name: "thread", process: application, program };
	const apart = {
		name: "process",
		process: own,
		program: [
			...program,
			{ type: "send", channel: 0, bytes },
			{ type: "receive", channel: 0 },
		] satisfies ProgramPhase[],
	};
	const shared = { name: "shared memory", process: own, program: [...program, compute(shareNs)] };
	const first = isApart ? apart : together;
	return {
		...ordinaryThread(letterOf(application), first.process, first.program),
		wayName: first.name,
		ways: isApart ? [shared, together] : [apart, shared],
	};
}

function riskyWork(workNs: number, risk: number): ProgramPhase[] {
	if (risk === 0) return [compute(workNs)];
	const beforeNs = Math.floor(CRASHES_AFTER * workNs);
	return [compute(beforeNs), { type: "crash", chance: risk }, compute(workNs - beforeNs)];
}
