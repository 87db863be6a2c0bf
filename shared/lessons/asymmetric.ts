import { letterOf } from "../lib/letters.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import type { ReadonlyChip, ReadonlyThread } from "../sim/chip/chip.ts";
import { mayRun } from "../sim/chip/may-run.ts";
import type {
	CoreSpec,
	JobSpec,
	Machine,
	ProgramPhase,
	Scenario,
	ThreadSpec,
	Way,
} from "../sim/scenario/scenario.ts";
import type { Level } from "./ids.ts";
import type { Lesson, LessonSetup } from "./lesson.ts";
import {
	BIG_CORE,
	compute,
	computeProcess,
	NOTHING_SHARED,
	ordinaryThread,
	symmetricMachine,
} from "./machine.ts";
import { jobTurnaround } from "./measures.ts";
import { ORDINARY, threeChoices } from "./ordinary.ts";
import { deckOf, drawLengthNs, drawnFrom, packets, waves } from "./packets.ts";
import { takenBy } from "./situations.ts";

/**
 * Jobs are cut into batches of one of three sizes. Every batch costs time of the core that cuts: small batches
 * make it the bottleneck. Every batch goes to one worker: large batches leave others idle. Which size is right
 * depends on how long an item takes. On one side every core cuts jobs and runs batches; on the other a master
 * only cuts, and nobody else does. Jobs come in waves, so that batches of several are open at once.
 */
const ROUND_S = 90;
const BATCHES = [5, 1, 24];
const BATCH_NAMES = ["by 5", "one by one", "by 24"];
/** Cost to the cutting core of handing out a batch, and of each item in it. */
const BATCH_NS = 0.25 * NS_PER_PLAY_S;
const ITEM_NS = 0.02 * NS_PER_PLAY_S;
/** Durations of an item in seconds of play: small, medium, large, each equally often. */
const ITEM_S = [
	[0.1, 0.15],
	[0.4, 0.8],
	[2.4, 3.4],
] as const;
/** Ability that the batches of a job need: one, the other, or one for each half. */
const NEEDS = [["cpu"], ["dsp"], ["cpu", "dsp"]] as const;
/** Span in which the jobs of a wave arrive. */
const WAVE_S = 6;

type WavePace = {
	/** Interval between waves, and the number of jobs in each. */
	readonly gapS: number;
	readonly jobsPerWave: number;
	/** Range of the work of a job. */
	readonly fromS: number;
	readonly toS: number;
	/** How many of ten jobs have each entry of `NEEDS`. */
	readonly needs: readonly number[];
	/** By how many per cent the batches of a job are alternately lighter and heavier. */
	readonly unequal: number;
};

const PACES: Record<Level, WavePace> = {
	starter: { gapS: 14, jobsPerWave: 4, fromS: 9, toS: 12, needs: [7, 1, 2], unequal: 50 },
	standard: { gapS: 13, jobsPerWave: 4, fromS: 9, toS: 14, needs: [7, 1, 2], unequal: 60 },
	expert: { gapS: 16, jobsPerWave: 5, fromS: 9, toS: 15, needs: [7, 1, 2], unequal: 70 },
};

/**
 * Teaches asymmetric multiprocessing: granularity, and the master as the bottleneck. Throughput is min(W / task
 * time, 1 / dispatch time) for W workers, with its knee at task time / dispatch time.
 */
export const asymmetric: Lesson = {
	id: "asymmetric",
	title: "A master and its workers",
	minutes: 9,
	chipCores: [5],
	...ORDINARY,
	botSeats: [1],
	kind: { type: "compared", sides: ["smp", "amp"] },
	createScenario,
	policies: {
		naive: "batches:1",
		expert: "insight:asymmetric",
		random: "guess-batches",
		constants: ["batches:0", "batches:2"],
		rivals: [],
	},
	measure: jobTurnaround,
	actions: {
		scheduler: ["deal", "plan", "unplan", "choose", "signal", "window"],
		core: ["plan", "steal", "signal", "window"],
	},
	decisions: [
		{ id: "way", seat: "scheduler", perMinute: 12, costS: 1 },
		{ id: "take", seat: "core", perMinute: 12, costS: 1 },
	],
	prediction: { min: 1, max: 20, step: 0.1, truth: mostWorkers(0.5 * NS_PER_PLAY_S, 1) },
	questions: threeChoices(1, 2, 0),
	concepts: [{ id: "heterogeneity", situation: takenBy(coresFor), question: 2 }],
};

/** Number of cores able to run the thread: work that few can do belongs first with those. */
function coresFor(thread: ReadonlyThread, { cores }: ReadonlyChip): number {
	return cores.filter((core) => mayRun(core, thread)).length;
}

/** How many workers a master keeps busy with batches of `batch` items of `itemNs`. */
function mostWorkers(itemNs: number, batch: number): number {
	return (batch * itemNs) / (BATCH_NS + batch * ITEM_NS);
}

function createScenario({ cores, seed, level, side }: LessonSetup): Scenario {
	const { gapS, jobsPerWave, fromS, toS, needs: needCounts, unequal } = PACES[level];
	const hasMaster = side === 1;
	const batches: JobSpec[] = [];
	const drawItems = drawnFrom(ITEM_S);
	const drawNeeds = drawnFrom(deckOf(needCounts));
	const whenS = waves(gapS * Math.max(1, 4 / (cores - 1)), WAVE_S, jobsPerWave, ROUND_S - 6);
	const arriving = packets(seed, [0, ...whenS], (chance, packet) => {
		if (packet === 0) return Array.from({ length: cores }, (_, core) => rest(core, chance));
		const [itemFromS, itemToS] = drawItems(chance);
		const itemNs = drawLengthNs(chance, itemFromS, itemToS);
		const items = Math.max(2, Math.floor(drawLengthNs(chance, fromS, toS) / itemNs));
		const drawn = { process: packet, items, itemNs, needs: NEEDS[drawNeeds(chance)] ?? [], unequal };
		return [{ ...dividedJob(drawn, batches), needs: hasMaster ? "master" : "" }];
	});
	// Delegating jobs refer to their batches by index among all jobs, and batches come after them.
	const jobs = arriving.jobs.map((job) => ({
		...job,
		threads: job.threads.map((each) => behind(each, arriving.jobs.length)),
	}));
	return {
		title: hasMaster ? `A master and ${cores - 1} workers` : `${cores} cores that cut for themselves`,
		machine: unequalMachine(cores, hasMaster),
		...NOTHING_SHARED,
		processes: arriving.jobs.map((_, index) => ({
			...computeProcess(`Lot ${index}`),
			letter: letterOf(index),
		})),
		jobs: [...jobs, ...batches],
		arrivals: arriving.arrivals,
		end: { type: "horizon", ns: ROUND_S * NS_PER_PLAY_S },
	};
}

/**
 * The second half of the workers can do both kinds of work. With a master, the first core can do nothing but
 * cut; otherwise it is a simple worker.
 */
function unequalMachine(cores: number, hasMaster: boolean): Machine {
	const simple = Math.ceil((cores - 1) / 2);
	const canOf = (core: number): string[] => {
		if (core === 0 && hasMaster) return ["master"];
		return core <= simple ? ["cpu"] : ["cpu", "dsp"];
	};
	return {
		...symmetricMachine(cores),
		cores: Array.from({ length: cores }, (_, core): CoreSpec => ({ ...BIG_CORE, can: canOf(core) })),
	};
}

/** Work that a core still has at the start, so that nobody who thinks first loses by it. */
function rest(core: number, chance: (below: number) => number): ThreadSpec {
	return { ...ordinaryThread("#0", 0, [compute(drawLengthNs(chance, 3, 6))]), home: core };
}

type DividedJob = {
	/** Each job has a process of its own, by which its batches are told from those of others. */
	readonly process: number;
	readonly items: number;
	readonly itemNs: number;
	readonly needs: readonly string[];
	readonly unequal: number;
};

/** The thread that cuts the job, with one way per batch size. Appends the batches to `batches`. */
function dividedJob(drawn: DividedJob, batches: JobSpec[]): ThreadSpec {
	const { process, items, itemNs, needs } = drawn;
	const [first, ...ways] = BATCHES.map((size, index): Way => {
		const program: ProgramPhase[] = [];
		needs.forEach((need, part) => {
			const own = Math.floor((items + part) / needs.length);
			handOut(program, drawn, { need, items: own, size }, batches);
		});
		return { name: BATCH_NAMES[index] ?? "", process, program };
	});
	return {
		...ordinaryThread(`${labelOf(process, items, itemNs)} ${needs.join("+")}`, process, first?.program ?? []),
		items: { count: items, eachNs: itemNs },
		wayName: first?.name ?? "",
		ways,
	};
}

type Part = { readonly need: string; readonly items: number; readonly size: number };

/**
 * Adds batches of `size` items to `program`, alternately light and heavy with the same total work, then what is
 * left over.
 */
function handOut(
	program: ProgramPhase[],
	{ process, itemNs, unequal }: DividedJob,
	{ need, items, size }: Part,
	batches: JobSpec[],
): void {
	const batchOf = (count: number, percent: number): ProgramPhase => {
		const eachNs = Math.floor((itemNs * percent) / 100);
		const label = labelOf(process, count, eachNs);
		const batch = ordinaryThread(label, process, [compute(count * eachNs)]);
		batches.push({ name: label, threads: [{ ...batch, needs: need, items: { count, eachNs } }] });
		return {
			type: "delegate",
			job: batches.length - 1,
			count: 1,
			ns: BATCH_NS + count * ITEM_NS,
			nsPerItem: 0,
		};
	};
	const whole = Math.floor(items / size);
	const pairs = Math.floor(whole / 2);
	const from = program.length;
	if (pairs > 0) program.push(batchOf(size, 100 - unequal), batchOf(size, 100 + unequal));
	if (pairs > 1) program.push({ type: "repeat", from, times: pairs });
	if (whole % 2 > 0) program.push(batchOf(size, 100));
	if (items % size > 0) program.push(batchOf(items % size, 100));
}

function labelOf(process: number, items: number, itemNs: number): string {
	return `#${process}: ${items} × ${Math.floor(itemNs / (0.01 * NS_PER_PLAY_S) + 0.5) / 100} s`;
}

function behind(thread: ThreadSpec, jobs: number): ThreadSpec {
	const moved = (program: readonly ProgramPhase[]): ProgramPhase[] =>
		program.map((phase) => (phase.type === "delegate" ? { ...phase, job: phase.job + jobs } : phase));
	return {
		...thread,
		program: moved(thread.program),
		ways: thread.ways.map((way) => ({ ...way, program: moved(way.program) })),
	};
}
