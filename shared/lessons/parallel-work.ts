import { equalTasksSpeedup } from "../analysis/amdahl.ts";
import { createChance, shuffled } from "../sim/random.ts";
import type { JobSpec, Scenario } from "../sim/scenario.ts";
import { NS_PER_PLAY_S } from "../sim/units.ts";
import type { Lesson } from "./lesson.ts";
import { compute, computeProcess, NOTHING_SHARED, ordinaryThread, symmetricMachine } from "./machine.ts";
import { work } from "./measures.ts";
import { plannedAhead, takenBy } from "./situations.ts";

/**
 * What multiprocessing is: batches of unequal tasks, one batch after the other, because the next begins
 * only when the last task of this one is done. Several cores are faster only as long as all have work.
 */
const TASKS_PER_CORE_S = [
	[7, 3, 2],
	[5.5, 4, 2.5],
	[4, 3, 3, 2],
	[5, 3, 2, 2],
];
const BATCHES = 16;
const ROUND_S = 90;
/** Data sets of a batch; a task that runs where its set is warm saves the reload. */
const PROCESSES = 4;

export const parallelWork: Lesson = {
	id: "parallel-work",
	title: "What multiprocessing is",
	minutes: 7,
	chipCores: [4],
	leastChips: 1,
	botSeats: [],
	sides: [],
	createScenario: ({ cores, seed }): Scenario => ({
		title: `Parallel work on ${cores} cores`,
		machine: symmetricMachine(cores),
		processes: Array.from({ length: PROCESSES }, (_, index) => ({
			...computeProcess(`Data ${String.fromCharCode(65 + index)}`),
			workingSetKib: 384,
			accessesPerUs: 10,
			missesInFlight: 2,
		})),
		...NOTHING_SHARED,
		jobs: batches(cores, seed),
		arrivals: [{ type: "chain", jobs: Array.from({ length: BATCHES }, (_, index) => index) }],
		end: { type: "horizon", ns: ROUND_S * NS_PER_PLAY_S },
	}),
	players: {
		bot: { scheduler: "sets-order", core: "insight:parallel-work" },
		naive: "wait-and-see",
		insight: "insight:parallel-work",
		random: "guess-at-need",
		constants: ["plan-ahead"],
		rivals: ["lpt", "steal"],
	},
	measure: work,
	actions: {
		scheduler: ["take", "plan", "unplan", "order", "signal", "window"],
		core: ["take", "plan", "unplan", "steal", "yield", "signal", "window"],
	},
	// Most of what a core can take comes to the same: the scheduler decides here.
	misses: ["busy", "costly", "levels"],
	decisions: [
		{ id: "deal", seat: "scheduler", perMinute: 12, costS: 1 },
		// Fewer than in other lessons: tasks are long, so that slow players keep up, and most takes come to the same.
		{ id: "take", seat: "core", perMinute: 5, costS: 0.8 },
	],
	prediction: { min: 1, max: 25, step: 0.01, truth: equalTasksSpeedup(25, 4) },
	questions: [
		{ choices: 3, right: 2 },
		{ choices: 3, right: 0 },
		{ choices: 3, right: 1 },
	],
	concepts: [
		{ id: "balance", situation: takenBy(({ workNs }) => -workNs), question: 0 },
		{ id: "planning", situation: plannedAhead(), question: 2 },
	],
};

/** Every batch has the tasks of `cores` cores, so it could keep all of them busy for as long; the order is drawn. */
function batches(cores: number, seed: number): JobSpec[] {
	const chance = createChance(seed, 2);
	return Array.from({ length: BATCHES }, (_, batch) => {
		const lengths = Array.from(
			{ length: cores },
			(_, core) => TASKS_PER_CORE_S[(core + batch) % TASKS_PER_CORE_S.length] ?? [],
		);
		const threads = shuffled(lengths.flat(), chance).map((lengthS, index) => {
			const process = chance(PROCESSES);
			const workNs = Math.floor(lengthS * NS_PER_PLAY_S * (0.9 + chance(21) / 100));
			return ordinaryThread(`Task ${index + 1}`, process, [compute(workNs)]);
		});
		return { name: `Batch ${batch + 1}`, threads };
	});
}
