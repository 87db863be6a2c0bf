import { NEVER_NS } from "../lib/units.ts";
import type { ReadonlyCore, ReadonlyThread } from "../sim/chip/chip.ts";
import type {
	CoreSpec,
	Machine,
	OperatingPoint,
	ProcessSpec,
	Scenario,
	ThreadSpec,
} from "../sim/scenario/scenario.ts";
import { PLANNED_MAX } from "./chain.ts";
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
import { energyAndLate } from "./measures.ts";
import { ORDINARY, threeChoices } from "./ordinary.ts";
import { atHome, deckOf, drawLengthNs, drawnFrom, packets, steadily } from "./packets.ts";
import { takenBy } from "./situations.ts";

/**
 * Big cores are fast, little ones economical, and every core is more economical at a lower clock. Urgent tasks are
 * too long for a little core, tasks that wait for memory most of the time take about as long on any, and patient
 * ones have time. Tasks come one by one, and whoever is free may take any: what a core does, another cannot. Big
 * cores begin at full clock and little ones at their lowest, as many think they belong.
 */
const ARRIVING_S = 78;
/** Number of cores for which the intervals between tasks are meant. */
const CORES = 4;
/** Penalty for a missed deadline in mJ: about what a big core uses in four seconds of play. */
const LATE_MJ = 6;
/** Operating points of a HiKey 960 (device tree, as in Linux' energy model): A73 and A53, fastest first. */
const BIG_POINTS = [
	{ speed: 1, activeMw: 1_572 },
	{ speed: 0.602, activeMw: 500 },
] as const;
const LITTLE_POINTS = [
	{ speed: 0.451, activeMw: 245 },
	{ speed: 0.244, activeMw: 70 },
] as const;
const BIG: CoreSpec = { ...BIG_CORE, idleMw: 150, ...BIG_POINTS[0], points: BIG_POINTS };
const LITTLE: CoreSpec = { ...BIG, kind: "E", idleMw: 30, ...LITTLE_POINTS[1], points: LITTLE_POINTS };
const URGENT = 0;
const PATIENT = 1;
const MEMORY = 2;
const KINDS = ["Urgent", "Patient", "Memory"];
/** How many of a deck are of each kind: rounds differ in order, not in luck. */
const KIND_DECK = deckOf([9, 3, 7]);
/** A core begins with a task that any core can do in time. */
const FIRST_DECK = [PATIENT, MEMORY];
/** Duration on a big core at full clock in seconds of play, by kind. */
const TASK_S = [
	[2.4, 3.4],
	[2.3, 3.7],
	[2.6, 3.6],
] as const;
/** Time from announcement to deadline in seconds of play, by kind. */
const DUE_S = [
	[6.5, 8.5],
	[16, 30],
	[14, 26],
] as const;
/** Share of such a task's time on a big core that is work; the rest is waiting for memory. */
const MEMORY_WORK_SHARE = 0.2;

type Hardness = {
	/** Interval between tasks for four cores, in seconds of play. */
	readonly gapS: number;
	/** Factor on `DUE_S`. */
	readonly dueFactor: number;
	/** Factor on `TASK_S` and `DUE_S`: longer tasks leave more time to think. */
	readonly longer: number;
};

const HARDNESS: Record<Level, Hardness> = {
	starter: { gapS: 1.5, dueFactor: 1.05, longer: 1.1 },
	standard: { gapS: 1.43, dueFactor: 1, longer: 1 },
	expert: { gapS: 1.325, dueFactor: 1, longer: 0.95 },
};

/**
 * Teaches heterogeneous cores: which work belongs on which kind of core, and what the clock costs. Energy is power
 * times time; power from device trees (see `BIG_POINTS`). What takes a big core 3 s at full clock takes a little one
 * 6.7 s, at its lowest 12.3 s: an urgent task is late there. If it waits for memory it takes 3.7 s and 4.9 s, for a
 * sixth and less of the power.
 */
export const bigLittle: Lesson = {
	id: "big-little",
	title: "Big and little cores",
	chipCores: [4],
	...ORDINARY,
	createScenario,
	policies: {
		naive: "wait-and-see",
		expert: "insight:big-little",
		random: "guess-at-need",
		beginners: ["urgent-to-big", "memory-to-little"],
		reverse: "urgent-to-little",
		constants: ["clocked:0", "clocked:1", "big-slow", "plan-ahead"],
		rivals: [],
	},
	measure: energyAndLate(LATE_MJ),
	actions: {
		scheduler: ["deal", "unplan", "signal", "window"],
		core: ["plan", "unplan", "clock", "signal", "window"],
	},
	decisions: [
		{ id: "deal", seat: "scheduler", perMinute: 12, costS: 1 },
		{ id: "take", seat: "core", perMinute: 3, costS: 1 },
		{ id: "mode", seat: "core", perMinute: 5, costS: 1 },
	],
	prediction: {
		min: 0.1,
		max: 10,
		step: 0.1,
		truth: energyPerWork(BIG_POINTS[0]) / energyPerWork(LITTLE_POINTS[0]),
	},
	questions: threeChoices(2, 1, 0),
	concepts: [
		{
			id: "heterogeneity",
			situation: takenBy(({ spec }, _chip, core) => SUITS[core.spec.kind].indexOf(spec.process)),
			question: 0,
		},
		{ id: "deadlines", situation: takenBy((thread, _chip, core) => pressing(thread, core)), question: 2 },
	],
};

/** Kinds of task by how well they suit that kind of core, the best first. */
const SUITS = { P: [URGENT, PATIENT, MEMORY], E: [MEMORY, PATIENT, URGENT] };

/** Big cores do what is due first, of what works rather than waits; little ones are too slow for that to matter. */
function pressing({ announcedNs, spec }: ReadonlyThread, core: ReadonlyCore): number {
	if (core.spec.kind === "E") return 0;
	return spec.process === MEMORY ? NEVER_NS : announcedNs + spec.deadlineNs;
}

/** Energy per work, in pJ per ns. */
function energyPerWork({ speed, activeMw }: OperatingPoint): number {
	return activeMw / speed;
}

function createScenario({ cores, seed, level }: LessonSetup): Scenario {
	const { gapS, dueFactor, longer } = HARDNESS[level];
	const drawKind = drawnFrom(KIND_DECK);
	const drawFirst = drawnFrom(FIRST_DECK);
	const whenS = steadily(cores, (gapS * CORES) / cores, ARRIVING_S);
	return {
		title: `Big and little cores, ${cores} of them`,
		machine: unequalMachine(cores),
		...NOTHING_SHARED,
		runQueueMax: PLANNED_MAX,
		processes: KINDS.map(processOf),
		...packets(seed, whenS, (chance, packet) => {
			const kind = packet < cores ? drawFirst(chance) : drawKind(chance);
			const [fromS, toS] = TASK_S[kind] ?? [0, 0];
			const [dueFromS, dueToS] = DUE_S[kind] ?? [0, 0];
			const lengthNs = drawLengthNs(chance, fromS * longer, toS * longer);
			const dueNs = drawLengthNs(chance, dueFromS * longer * dueFactor, dueToS * longer * dueFactor);
			return atHome(packet, cores, [task(kind, lengthNs, dueNs)]);
		}),
		end: { type: "done" },
	};
}

/** As many little cores as big ones, which come first. */
function unequalMachine(cores: number): Machine {
	return {
		...symmetricMachine(cores),
		cores: Array.from({ length: cores }, (_, core) => (2 * core < cores ? BIG : LITTLE)),
	};
}

/** What is urgent has a letter, to be told from what has time. */
function processOf(name: string, kind: number): ProcessSpec {
	if (kind === MEMORY) return memoryProcess(name);
	return kind === URGENT ? { ...computeProcess(name), letter: "U" } : computeProcess(name);
}

/** A process that misses every cache: every access goes to DRAM. */
function memoryProcess(name: string): ProcessSpec {
	const { dramNs } = symmetricMachine(1);
	const stallPerWork = (1 - MEMORY_WORK_SHARE) / MEMORY_WORK_SHARE;
	return {
		...computeProcess(name),
		letter: "M",
		workingSetKib: 65_536,
		accessesPerUs: (1_000 * stallPerWork) / dramNs,
		missCurve: { type: "stream" },
	};
}

function task(kind: number, lengthNs: number, deadlineNs: number): ThreadSpec {
	const workNs = kind === MEMORY ? Math.floor(MEMORY_WORK_SHARE * lengthNs) : lengthNs;
	return { ...ordinaryThread(KINDS[kind] ?? "", kind, [compute(workNs)]), deadlineNs };
}
