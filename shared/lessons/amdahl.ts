import { amdahlSpeedup } from "../analysis/amdahl.ts";
import { createChance, shuffled } from "../sim/random.ts";
import type { JobSpec, Scenario, ThreadSpec } from "../sim/scenario.ts";
import { NS_PER_PLAY_S } from "../sim/units.ts";
import type { Lesson } from "./lesson.ts";
import { compute, computeProcess, NOTHING_SHARED, ordinaryThread, symmetricMachine } from "./machine.ts";
import { jobs } from "./measures.ts";
import { plannedAhead, serialAtOnce, takenBy } from "./situations.ts";

/**
 * Amdahl's law, played: a closed chain of equal programs on chips of 1, 2, 4 and 8 cores for the same
 * 90 s. Each program is a serial part of 4 s, then twelve parallel parts of together 24 s: p = 6/7.
 */
const SERIAL_S = 4;
const PART_S = [3, 3, 3, 3, 2, 2, 2, 2, 1, 1, 1, 1];
const PROGRAMS = 12;
const ROUND_S = 90;

/** Share of the played program that can run in parallel. */
export const AMDAHL_PARALLEL_SHARE = 24 / 28;

export const amdahl: Lesson = {
	id: "amdahl",
	title: "Amdahl's law",
	minutes: 8,
	chipCores: [4, 2, 8, 1],
	leastChips: 4,
	botSeats: [],
	sides: [],
	createScenario: ({ cores, seed }): Scenario => ({
		title: `Amdahl's law on ${cores} cores`,
		machine: symmetricMachine(cores),
		processes: Array.from({ length: PROGRAMS }, (_, index) => computeProcess(`Program ${index + 1}`)),
		...NOTHING_SHARED,
		jobs: programs(seed),
		arrivals: [{ type: "chain", jobs: Array.from({ length: PROGRAMS }, (_, index) => index) }],
		end: { type: "horizon", ns: ROUND_S * NS_PER_PLAY_S },
	}),
	players: {
		bot: { scheduler: "sets-order", core: "insight:amdahl" },
		naive: "wait-and-see",
		insight: "insight:amdahl",
		random: "guess-at-need",
		constants: ["plan-ahead"],
		rivals: ["lpt", "steal"],
	},
	measure: jobs,
	actions: {
		scheduler: ["take", "plan", "unplan", "order", "signal", "window"],
		core: ["take", "plan", "unplan", "steal", "yield", "signal", "window"],
	},
	// One program at a time: most of what a core can take comes to the same, and who is slow holds everybody up.
	misses: ["insight", "pace", "busy", "levels"],
	decisions: [
		{ id: "deal", seat: "scheduler", perMinute: 12, costS: 1 },
		// Fewer than in other lessons: tasks are long, so that slow players keep up, and most takes come to the same.
		{ id: "take", seat: "core", perMinute: 3, costS: 0.8 },
	],
	prediction: { min: 1, max: 1_024, step: 0.1, truth: amdahlSpeedup(0.9, 1_024) },
	questions: [
		{ choices: 3, right: 1 },
		{ choices: 3, right: 2 },
		{ choices: 3, right: 0 },
	],
	concepts: [
		{ id: "amdahl", situation: serialAtOnce(), question: 1 },
		{ id: "balance", situation: takenBy(({ workNs }) => -workNs), question: 0 },
		{ id: "planning", situation: plannedAhead(), question: 0 },
	],
};

/** The parts are the same in every program; only the order in which they come differs with the seed. */
function programs(seed: number): JobSpec[] {
	const chance = createChance(seed, 1);
	return Array.from({ length: PROGRAMS }, (_, process) => {
		const serial = thread("Serial part", process, [], SERIAL_S, true);
		const parts = shuffled(PART_S, chance).map((lengthS, index) =>
			thread(`Part ${index + 1}`, process, [0], lengthS, false),
		);
		return { name: `Program ${process + 1}`, threads: [serial, ...parts] };
	});
}

function thread(
	name: string,
	process: number,
	after: readonly number[],
	lengthS: number,
	serial: boolean,
): ThreadSpec {
	return { ...ordinaryThread(name, process, [compute(lengthS * NS_PER_PLAY_S)]), after, serial };
}
