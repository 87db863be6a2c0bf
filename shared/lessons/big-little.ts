import type { ReadonlyCore, ReadonlyThread } from "../sim/chip/chip.ts";
import type { CoreSpec, Machine, ProcessSpec, Scenario, ThreadSpec } from "../sim/scenario/scenario.ts";
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
import { atHome, deckOf, drawLengthNs, drawnFrom, packets, waves } from "./packets.ts";
import { dealtWhere, startedBy } from "./situations.ts";

/**
 * Big cores are fast, little ones economical, and every core is more economical at a lower clock. There are
 * urgent tasks, tasks with time, and tasks that wait for memory most of the time on any core: each kind belongs
 * elsewhere. Each core begins with a queue of its own, in which the task due first is seldom first.
 */
const ARRIVING_S = 78;
const WAVE_S = 26;
const ARRIVING_WAVE_S = 24;
const FIRST_S = 4;
/** More packets than this per wave nobody can deal. */
const PACKETS_PER_WAVE_MAX = 11;
/** Penalty for a missed deadline in mJ: about what a big core uses in four seconds of play. */
const LATE_MJ = 6;
/** Operating points of a HiKey 960 (device tree, as in Linux' energy model): A73 and A53, fastest first. */
const BIG: CoreSpec = {
	...BIG_CORE,
	idleMw: 150,
	points: [
		{ speed: 1, activeMw: 1_572 },
		{ speed: 0.602, activeMw: 500 },
	],
};
const LITTLE: CoreSpec = {
	...BIG,
	kind: "E",
	speed: 0.451,
	activeMw: 245,
	idleMw: 30,
	points: [
		{ speed: 0.451, activeMw: 245 },
		{ speed: 0.244, activeMw: 70 },
	],
};
const URGENT = 0;
const MEMORY = 2;
const KINDS = ["Urgent", "Patient", "Memory"];
/** How many of ten packets, or of ten tasks in mixed packets, are of each kind: rounds differ in order, not in luck. */
const KIND_DECK = deckOf([3, 4, 3]);
/** Tasks per packet, and the range of their duration on a big core in seconds of play. */
const TASKS = 6;
const TASK_S = [0.65, 1.4] as const;
/** Time from announcement to deadline in seconds of play, by kind. */
const DUE_S = [
	[6, 9],
	[16, 26],
	[12, 18],
] as const;
/** Share of such a task's time on a big core that is work; the rest is waiting for memory. */
const MEMORY_WORK_SHARE = 0.3;

/** Percentage of tasks whose kind does not depend on their packet's. */
const MIXED = 60;

type Hardness = {
	/** Packets in each wave of 26 s, all in the first `ARRIVING_WAVE_S`. */
	readonly perWave: number;
	/** Factor on `DUE_S`. */
	readonly dueFactor: number;
	/** Factor on `TASK_S`: longer tasks leave more time to think. */
	readonly longer: number;
};

const HARDNESS: Record<Level, Hardness> = {
	starter: { perWave: 9, dueFactor: 1.8, longer: 1 },
	standard: { perWave: 10, dueFactor: 1.55, longer: 1 },
	expert: { perWave: 9, dueFactor: 1.55, longer: 1.12 },
};

/**
 * Teaches heterogeneous cores: which work belongs on which kind of core, and what the clock costs. Energy is
 * power times time; power from device trees (see `BIG`).
 */
export const bigLittle: Lesson = {
	id: "big-little",
	title: "Big and little cores",
	chipCores: [6],
	...ORDINARY,
	createScenario,
	policies: {
		naive: "big-first",
		expert: "insight:big-little",
		random: "guess",
		beginners: ["urgent-to-big", "due-first"],
		constants: ["always:0", "clocked:1", "urgent-to-big", "in-turn"],
		rivals: [],
	},
	measure: energyAndLate(LATE_MJ),
	actions: {
		scheduler: ["deal", "signal", "window"],
		core: ["plan", "clock", "signal", "window"],
	},
	decisions: [
		{ id: "deal", seat: "scheduler", perMinute: 12, costS: 1 },
		{ id: "next", seat: "core", perMinute: 3, costS: 0.7 },
		{ id: "mode", seat: "core", perMinute: 9, costS: 1 },
	],
	prediction: { min: 0.1, max: 10, step: 0.1, truth: energyPerWork(BIG) / energyPerWork(LITTLE) },
	questions: threeChoices(2, 1, 0),
	concepts: [
		{ id: "heterogeneity", situation: dealtWhere(suitsKind), question: 0 },
		{
			id: "deadlines",
			situation: startedBy(({ announcedNs, spec }) => announcedNs + spec.deadlineNs),
			question: 2,
		},
	],
};

/** Packets that are mostly urgent go to the big cores, those that mostly wait for memory to the little ones. */
function suitsKind({ spec }: ReadonlyCore, packet: readonly ReadonlyThread[]): boolean {
	const isMostly = (kind: number) =>
		2 * packet.filter((thread) => thread.spec.process === kind).length > packet.length;
	if (isMostly(URGENT)) return spec.kind === "P";
	return !isMostly(MEMORY) || spec.kind === "E";
}

/** Energy per work at the core's highest speed, in pJ per ns. */
function energyPerWork({ speed, activeMw }: CoreSpec): number {
	return activeMw / speed;
}

function createScenario({ cores, seed, level }: LessonSetup): Scenario {
	const { perWave, dueFactor, longer } = HARDNESS[level];
	const drawMain = drawnFrom(KIND_DECK);
	const drawOther = drawnFrom(KIND_DECK);
	return {
		title: `Big and little cores, ${cores} of them`,
		machine: unequalMachine(cores),
		...NOTHING_SHARED,
		processes: KINDS.map((name, kind) => (kind === MEMORY ? memoryProcess(name) : computeProcess(name))),
		...packets(
			seed,
			[
				...Array.from({ length: cores }, () => 0),
				...waves(
					WAVE_S,
					ARRIVING_WAVE_S,
					Math.min(PACKETS_PER_WAVE_MAX, Math.floor((perWave * cores) / 6)),
					ARRIVING_S,
				).filter((atS) => atS > FIRST_S),
			],
			(chance, packet) => {
				const main = drawMain(chance);
				const tasks = Array.from({ length: TASKS }, () => {
					const kind = chance(100) < MIXED ? drawOther(chance) : main;
					const [fromS, toS] = DUE_S[kind] ?? [0, 0];
					const lengthNs = drawLengthNs(chance, TASK_S[0] * longer, TASK_S[1] * longer);
					const dueNs = drawLengthNs(chance, fromS * dueFactor, toS * dueFactor);
					return task(kind, lengthNs, dueNs);
				});
				return atHome(packet, cores, tasks);
			},
		),
		end: { type: "done" },
	};
}

/** One big core per two little ones. */
function unequalMachine(cores: number): Machine {
	return {
		...symmetricMachine(cores),
		cores: Array.from({ length: cores }, (_, core) => (core < Math.max(1, cores / 3) ? BIG : LITTLE)),
	};
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
