import { equalTasksSpeedup } from "../analysis/amdahl.ts";
import { createChance, shuffled } from "../lib/random.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import { bottomLevelNs } from "../sim/chip/bottom-level.ts";
import type { JobSpec, Scenario, ThreadSpec } from "../sim/scenario/scenario.ts";
import { chainOf, PLANNED_MAX, playedAsChain, tasksInLines } from "./chain.ts";
import { explainedBy } from "./explanation.ts";
import type { Level } from "./ids.ts";
import type { Lesson, LessonSetup } from "./lesson.ts";
import { compute, computeProcess, NOTHING_SHARED, ordinaryThread, symmetricMachine } from "./machine.ts";
import { work } from "./measures.ts";
import { ORDINARY, threeChoices } from "./ordinary.ts";
import { drawnFrom } from "./packets.ts";
import { takenBy } from "./situations.ts";

/** A batch for four cores: lengths of its tasks in seconds of play, of those in lines from the first to the last. */
type Batch = { readonly loose: readonly number[]; readonly lines: readonly (readonly number[])[] };

/**
 * Batches of unequal tasks, one batch after the other, because the next begins only when the last task of this
 * one is done. Some stand in lines, each waiting for the one before: a line that is begun late leaves all but one
 * core without work at the end. Lines are somewhat shorter than a core's share of the batch.
 */
const BATCHES_OF: Readonly<Record<Level, readonly Batch[]>> = {
	starter: [
		{ loose: [5.6, 5, 4.4, 4, 3.8, 3.6, 3], lines: [[2.6, 2.4, 2.2, 1.4]] },
		{ loose: [6, 5.2, 4.6, 3.8, 3.4, 3.2, 2.8], lines: [[2.4, 2.8, 2, 1.4]] },
	],
	standard: [
		{ loose: [5.9, 5.7, 5.3, 5.1, 5, 4.4, 3.8, 2.9, 2.4], lines: [[3.9, 3.7, 3.2]] },
		{
			loose: [7.4, 6.1, 6, 5.2, 3.1],
			lines: [
				[6, 5.9],
				[3.7, 3.3, 3.1, 2.2],
			],
		},
	],
	expert: [
		{ loose: [5.6, 5, 4.2, 3.6, 3.4, 3.3, 2.9, 2.5, 2.3], lines: [[2.7, 2.2, 2.8, 1.4]] },
		{
			loose: [5.5, 4.6, 4, 3.7, 3.3, 2.9],
			lines: [
				[2.9, 2.4, 2.6, 1.4],
				[2.4, 2.9, 2],
			],
		},
		{
			loose: [5.2, 4.8, 4, 3.8, 3, 2.6],
			lines: [
				[2.2, 2.2, 2.2, 2.2],
				[2.9, 2.9, 2],
			],
		},
	],
};
/** By how many per cent a length may deviate either way. */
const SPREAD = 10;
const BATCHES = 24;
const ROUND_S = 90;

/**
 * Teaches makespan and its bounds: the work of a batch by the number of cores, and its longest line (Graham 1966).
 * Any list takes at most 2 - 1/m times the optimum; what has the longest line behind it first comes near it (Hu
 * 1961).
 */
export const parallelWork: Lesson = {
	id: "parallel-work",
	title: "What multiprocessing is",
	chipCores: [4],
	...ORDINARY,
	explanation: explainedBy("speedupBars", "schedule"),
	createScenario,
	...playedAsChain("parallel-work"),
	measure: work,
	prediction: { min: 1, max: 25, step: 0.01, truth: equalTasksSpeedup(25, 4) },
	questions: threeChoices(2, 0, 1),
	concepts: [
		{ id: "balance", situation: takenBy((thread, chip) => -bottomLevelNs(chip, thread)), question: 0 },
	],
};

function createScenario({ cores, seed, level }: LessonSetup): Scenario {
	return {
		title: `Parallel work on ${cores} cores`,
		machine: symmetricMachine(cores),
		processes: [computeProcess("Program")],
		...NOTHING_SHARED,
		runQueueMax: PLANNED_MAX,
		coresLookAhead: false,
		...chainOf(batches(cores, seed, BATCHES_OF[level])),
		end: { type: "horizon", ns: ROUND_S * NS_PER_PLAY_S },
	};
}

/**
 * Every kind of batch comes as often; the order of the kinds and of the loose tasks is drawn. Some of the first
 * batch are queued on the cores, so that nobody who thinks first loses by it.
 */
function batches(cores: number, seed: number, kinds: readonly Batch[]): JobSpec[] {
	const chance = createChance(seed, 2);
	const drawKind = drawnFrom(kinds);
	const task = (lengthS: number, name: string): ThreadSpec => {
		const percent = 100 - SPREAD + chance(2 * SPREAD + 1);
		return ordinaryThread(name, 0, [compute(Math.floor((lengthS * NS_PER_PLAY_S * percent) / 100))]);
	};
	return Array.from({ length: BATCHES }, (_, batch) => {
		const { loose, lines } = drawKind(chance);
		const tasks = tasksInLines(
			shuffled(forCores(loose, cores), chance).map((lengthS, index) => task(lengthS, `Task ${index + 1}`)),
			forCores(lines, cores).map((line, index) => line.map((lengthS) => task(lengthS, `Line ${index + 1}`))),
		);
		const atHome = batch === 0 ? cores : 0;
		return {
			name: `Batch ${batch + 1}`,
			threads: tasks.map((thread, index) => ({ ...thread, home: index < atHome ? index : -1 })),
		};
	});
}

/** As many of them as suit so many cores: the list is for four. */
function forCores<Item>(items: readonly Item[], cores: number): Item[] {
	const count = Math.max(1, Math.floor((items.length * cores) / 4 + 0.5));
	return Array.from({ length: Math.ceil(count / items.length) }, () => items)
		.flat()
		.slice(0, count);
}
