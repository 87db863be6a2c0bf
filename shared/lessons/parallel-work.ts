import { equalTasksSpeedup } from "../analysis/amdahl.ts";
import { at } from "../lib/assert.ts";
import { createChance, shuffled } from "../lib/random.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import type { JobSpec, Scenario } from "../sim/scenario/scenario.ts";
import { chainOf, playedAsChain } from "./chain.ts";
import { explainedBy } from "./explanation.ts";
import type { Level } from "./ids.ts";
import type { Lesson, LessonSetup } from "./lesson.ts";
import { compute, computeProcess, NOTHING_SHARED, ordinaryThread, symmetricMachine } from "./machine.ts";
import { work } from "./measures.ts";
import { ORDINARY, threeChoices } from "./ordinary.ts";
import { plannedAhead, takenBy } from "./situations.ts";

/**
 * Batches of unequal tasks, one batch after the other, because the next begins only when the last task of this
 * one is done. Several cores are faster only as long as all have work. The table has what each core would do in
 * a batch, in seconds of play: the more unequal, the harder it is to end together.
 */
const TASKS_PER_CORE_S: Readonly<Record<Level, readonly (readonly number[])[]>> = {
	starter: [
		[5, 3],
		[4.5, 3.5],
		[4, 4],
	],
	standard: [
		[5.5, 2],
		[4.5, 3],
		[4, 2, 1.5],
		[3, 2.5, 2],
	],
	expert: [
		[7, 1],
		[5, 3],
		[3, 2, 2, 1],
		[2.5, 2.5, 2, 1],
	],
};
const BATCHES = 24;
const ROUND_S = 90;

/**
 * Teaches makespan and its bounds: list scheduling takes at most 2 - 1/m times the optimum (Graham 1969),
 * longest task first 4/3 - 1/(3m).
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
		{ id: "balance", situation: takenBy(({ workNs }) => -workNs), question: 0 },
		{ id: "planning", situation: plannedAhead(), question: 2 },
	],
};

function createScenario({ cores, seed, level }: LessonSetup): Scenario {
	return {
		title: `Parallel work on ${cores} cores`,
		machine: symmetricMachine(cores),
		processes: [computeProcess("Program")],
		...NOTHING_SHARED,
		...chainOf(batches(cores, seed, TASKS_PER_CORE_S[level])),
		end: { type: "horizon", ns: ROUND_S * NS_PER_PLAY_S },
	};
}

/**
 * Every batch has the tasks of `cores` cores, so that it could keep all of them busy equally long; their order
 * is drawn. The longest of the first batch are queued on the cores, so that nobody who thinks first loses by
 * it.
 */
function batches(cores: number, seed: number, perCoreS: readonly (readonly number[])[]): JobSpec[] {
	const chance = createChance(seed, 2);
	return Array.from({ length: BATCHES }, (_, batch) => {
		const lengths = Array.from({ length: cores }, (_, core) =>
			at(perCoreS, (core + batch) % perCoreS.length),
		);
		const threads = shuffled(lengths.flat(), chance).map((lengthS, index) => {
			const workNs = Math.floor(lengthS * NS_PER_PLAY_S * (0.9 + chance(21) / 100));
			return { ...ordinaryThread(`Task ${index + 1}`, 0, [compute(workNs)]), workNs };
		});
		const longest = threads.toSorted((one, other) => other.workNs - one.workNs).slice(0, cores);
		return {
			name: `Batch ${batch + 1}`,
			threads: threads.map((thread) => {
				const { workNs, ...spec } = thread;
				return { ...spec, home: batch === 0 ? longest.indexOf(thread) : -1 };
			}),
		};
	});
}
