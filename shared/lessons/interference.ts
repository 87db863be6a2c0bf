import { NS_PER_PLAY_S } from "../lib/units.ts";
import type { ReadonlyChip, ReadonlyThread } from "../sim/chip/chip.ts";
import type { Chance } from "../sim/chip/policy.ts";
import type { Scenario, ThreadSpec } from "../sim/scenario/scenario.ts";
import type { Level } from "./ids.ts";
import type { Lesson, LessonSetup } from "./lesson.ts";
import {
	compute,
	computeProcess,
	NOTHING_SHARED,
	ordinaryLock,
	ordinaryThread,
	symmetricMachine,
} from "./machine.ts";
import { workOnTime } from "./measures.ts";
import { ORDINARY, threeChoices } from "./ordinary.ts";
import { atHome, deckOf, drawLengthNs, drawnFrom, packets, steadily } from "./packets.ts";
import { startedBy } from "./situations.ts";

/**
 * Control tasks with a deadline have most of their data in the shared L3, beside streamers that flood L3 and
 * bus, calm tasks that disturb nobody, and low-priority reports that hold, while the antenna transmits, a lock
 * that control needs too. As on Mars Pathfinder, a task in between that takes the holder's core delays control.
 * On one side control tasks have a partition of the L3 to themselves. Players decide where and when control and
 * streamers run; the lock can inherit priorities. What the scheduler has dealt it cannot bring forward any more, so it
 * deals control first and the rest only to cores that run dry; within its queue each core does that. Control tasks are
 * the shortest: longest first harms them. Packets come out of decks, so that every round has as much of everything.
 */
const ROUND_S = 90;
/** Interval between packets for four cores, and between control tasks, in seconds of play. */
const GAP_S = 4.4;
const CONTROL_GAP_S = 5;
const BUS_BYTES_PER_US = 4_500;
const CONTROL_KIB = 2_048;
const CONTROL_ACCESSES_PER_US = 130;
const CONTROL_MISSES_IN_FLIGHT = 2;
/** Share of its accesses that read what its sensors have just written, which is in no cache yet. */
const CONTROL_NEW = 0.2;
/** Work of a control task outside the lock and inside, in seconds of play. */
const CONTROL_S = { outside: 0.4, inside: 0.3 };
/** A report: work before it takes the lock, twice inside, and how long the antenna transmits in between. */
const REPORT_S = { outside: 1.2, inside: 0.2, sending: 0.6 };
const DEADLINE_S: Record<Level, number> = { starter: 13.5, standard: 13, expert: 12.5 };
/** Of how many packets one is mostly streamers; the others are mostly calm tasks. */
const STREAMERS_IN: Record<Level, number> = { starter: 10, standard: 8, expert: 6 };
/** Of two packets one contains a report. */
const REPORTS_IN = 2;
/** Streamers and calm tasks of a packet. */
const SIZES = [4, 5, 5, 6];
const REPORT_PLACE = 2;
/** Penalty for a late control task, in seconds of work. */
const LATE_S = 10;
const [CONTROL, STREAMER, CALM, REPORT] = [0, 1, 2, 3];
/** Priorities at a lock that inherits; more is more urgent. */
const PRIORITIES = { control: 2, ordinary: 1, report: 0 };
const BUS_LOCK = 0;

/**
 * Teaches isolation: cache partitioning, running apart in time, and priority inheritance, which Mars Pathfinder
 * lacked at first. Rules M2, M5, L7.
 */
export const interference: Lesson = {
	id: "interference",
	title: "Interference and isolation",
	chipCores: [4],
	...ORDINARY,
	kind: { type: "compared", sides: ["shared", "partitioned"] },
	createScenario,
	policies: {
		naive: "in-turn",
		expert: "insight:interference",
		random: "guess",
		beginners: ["streams-last", "urgent-yields"],
		constants: ["urgent-first", "inheriting"],
		rivals: ["priority"],
	},
	measure: workOnTime(LATE_S),
	actions: {
		scheduler: ["deal", "inherit", "signal", "window"],
		core: ["plan", "yield", "signal", "window"],
	},
	decisions: [
		{ id: "deal", seat: "scheduler", perMinute: 18, costS: 2 },
		{ id: "next", seat: "core", perMinute: 7, costS: 1 },
	],
	prediction: { min: 1, max: 20, step: 0.1, truth: missingAll() },
	questions: threeChoices(2, 1, 1),
	concepts: [
		{ id: "bandwidth", situation: startedBy(streamsBesideStream), question: 0 },
		{ id: "isolation", situation: startedBy(streamsBesideAnybody), question: 1 },
	],
};

/** 1 if the task is a streamer and another core runs one. */
function streamsBesideStream(thread: ReadonlyThread, chip: ReadonlyChip): number {
	const own = thread.state === "running" ? thread.core : thread.queue;
	const isBeside = chip.cores.some(
		(core) => core.id !== own && chip.threads[core.thread]?.spec.process === STREAMER,
	);
	return Number(thread.spec.process === STREAMER && isBeside);
}

/**
 * 1 if the task is a streamer and another core runs one or a control task is present, whose cached data and
 * bandwidth streaming takes.
 */
function streamsBesideAnybody(thread: ReadonlyThread, chip: ReadonlyChip): number {
	const streams = thread.spec.process === STREAMER;
	return Number(streams && (isControlAbout(chip) || streamsBesideStream(thread, chip) > 0));
}

function isControlAbout({ threads }: ReadonlyChip): boolean {
	return threads.some(
		({ spec, state }) => spec.process === CONTROL && state !== "done" && state !== "hidden",
	);
}

/** Slowdown of a control task whose data streamers have evicted from the L3, on an idle bus. */
function missingAll(): number {
	const { dramNs, sharedHitNs } = symmetricMachine(1);
	const accesses = CONTROL_ACCESSES_PER_US / 1_000 / CONTROL_MISSES_IN_FLIGHT;
	const cachedNs = CONTROL_NEW * dramNs + (1 - CONTROL_NEW) * sharedHitNs;
	return (1 + accesses * dramNs) / (1 + accesses * cachedNs);
}

function createScenario({ cores, seed, level, side }: LessonSetup): Scenario {
	const streamsFrom = oneIn(STREAMERS_IN[level]);
	const reportFrom = oneIn(REPORTS_IN);
	const sizeFrom = drawnFrom(SIZES);
	const isPartitioned = side === 1;
	const arriving = arrivals(cores);
	return {
		title: `Interference on ${cores} cores`,
		machine: {
			...symmetricMachine(cores),
			l3PartitionsKib: isPartitioned ? [6_144, CONTROL_KIB] : [8_192],
			bandwidthBytesPerUs: BUS_BYTES_PER_US,
		},
		...NOTHING_SHARED,
		coresTake: false,
		locks: [{ ...ordinaryLock("Bus", "block"), order: "priority", handOff: "fifo" }],
		devices: [{ name: "Antenna" }],
		processes: [
			{
				...computeProcess("Control"),
				letter: "C",
				workingSetKib: CONTROL_KIB,
				accessesPerUs: CONTROL_ACCESSES_PER_US,
				missesInFlight: CONTROL_MISSES_IN_FLIGHT,
				missCurve: { type: "linear", floor: CONTROL_NEW },
				l3Partition: isPartitioned ? 1 : 0,
			},
			{
				...computeProcess("Stream"),
				letter: "S",
				workingSetKib: 65_536,
				accessesPerUs: 200,
				missesInFlight: 10,
				missCurve: { type: "stream" },
			},
			computeProcess("Calm"),
			computeProcess("Report"),
		],
		...packets(
			seed,
			arriving.map(({ atS }) => atS),
			(chance, packet) => {
				if (arriving[packet]?.isControl === true) return [controlTask(level)];
				const mix = { streams: streamsFrom(chance), size: sizeFrom(chance), reports: reportFrom(chance) };
				return atHome(packet, cores, mixed(mix, chance));
			},
		),
		end: { type: "horizon", ns: ROUND_S * NS_PER_PLAY_S },
	};
}

/** One packet per core at once, then mixed packets and control tasks, in order of time. */
function arrivals(cores: number): { readonly atS: number; readonly isControl: boolean }[] {
	const ordinary = steadily(cores, (GAP_S * 4) / cores, ROUND_S - 2).map((atS) => ({
		atS,
		isControl: false,
	}));
	const control = steadily(0, CONTROL_GAP_S, ROUND_S - 6).map((atS) => ({ atS, isControl: true }));
	return [...ordinary, ...control].sort((one, other) => one.atS - other.atS);
}

function controlTask(level: Level): ThreadSpec {
	return {
		...ordinaryThread("Control", CONTROL, [
			compute(CONTROL_S.outside * NS_PER_PLAY_S),
			{ type: "lock", lock: BUS_LOCK },
			compute(CONTROL_S.inside * NS_PER_PLAY_S),
			{ type: "unlock", lock: BUS_LOCK },
		]),
		priority: PRIORITIES.control,
		deadlineNs: DEADLINE_S[level] * NS_PER_PLAY_S,
	};
}

/** True for one card of a deck of that many. */
function oneIn(cards: number): (chance: Chance) => boolean {
	const from = drawnFrom(deckOf([1, cards - 1]));
	return (chance) => from(chance) === 0;
}

/** What a packet is made of: how many tasks, and whether they are mostly streamers and with a report. */
type Mix = { readonly streams: boolean; readonly size: number; readonly reports: boolean };

/** Mostly tasks of one kind, every fourth of the other, and a report among them where the mix has one. */
function mixed({ streams, size, reports }: Mix, chance: Chance): ThreadSpec[] {
	const tasks = Array.from({ length: size }, (_, index) =>
		(index % 4 === 3) !== streams
			? ordinaryThread("Stream", STREAMER, [compute(drawLengthNs(chance, 0.7, 1.1))])
			: ordinaryThread("Calm", CALM, [compute(drawLengthNs(chance, 0.8, 1.1))]),
	);
	const ordinary = tasks.map((task) => ({ ...task, priority: PRIORITIES.ordinary }));
	return reports ? ordinary.toSpliced(REPORT_PLACE, 0, report()) : ordinary;
}

/** A task that holds the lock while the antenna transmits, off its core. */
function report(): ThreadSpec {
	return {
		...ordinaryThread("Report", REPORT, [
			compute(REPORT_S.outside * NS_PER_PLAY_S),
			{ type: "lock", lock: BUS_LOCK },
			compute(REPORT_S.inside * NS_PER_PLAY_S),
			{ type: "io", device: 0, ns: REPORT_S.sending * NS_PER_PLAY_S, spread: "fixed" },
			compute(REPORT_S.inside * NS_PER_PLAY_S),
			{ type: "unlock", lock: BUS_LOCK },
		]),
		priority: PRIORITIES.report,
	};
}
