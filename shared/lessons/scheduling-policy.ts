import { at } from "../lib/assert.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import type { Scenario } from "../sim/scenario/scenario.ts";
import type { Level } from "./ids.ts";
import type { Lesson, LessonSetup } from "./lesson.ts";
import { compute, computeProcess, NOTHING_SHARED, ordinaryThread, symmetricMachine } from "./machine.ts";
import { turnaround } from "./measures.ts";
import { ORDINARY, threeChoices } from "./ordinary.ts";
import { atHome, drawKind, drawLengthNs, packets, steadily } from "./packets.ts";
import { dealtEvenly, eitherOf, startedBy } from "./situations.ts";

/**
 * Short, medium and long tasks arrive, more than the cores can do. The same work is done whatever the order;
 * how long tasks wait depends entirely on it. Each core begins with a queue of its own, so that nobody who
 * thinks first loses by it.
 */
const ROUND_S = 100;

type Mix = {
	/** Interval between packets for four cores in seconds of play, and tasks per packet. */
	readonly gapS: number;
	readonly tasks: number;
	/** Percentages of the kinds of tasks, and ranges of their lengths in seconds of play. */
	readonly shares: readonly number[];
	readonly lengthsS: readonly (readonly [from: number, to: number])[];
};

const MIXES: Record<Level, Mix> = {
	starter: {
		gapS: 4.85,
		tasks: 5,
		shares: [70, 30],
		lengthsS: [
			[1.6, 3.2],
			[7.4, 11.6],
		],
	},
	standard: {
		gapS: 4.2,
		tasks: 5,
		shares: [50, 30, 20],
		lengthsS: [
			[1.1, 2.6],
			[2.9, 5.2],
			[6.8, 11.6],
		],
	},
	expert: {
		gapS: 4.1,
		tasks: 5,
		shares: [44, 24, 18, 14],
		lengthsS: [
			[1.1, 2.3],
			[2.3, 3.6],
			[4.4, 6.6],
			[8.6, 13],
		],
	},
};

/** Teaches scheduling policies: shortest first minimises the mean turnaround (OSTEP, chapter 7). */
export const schedulingPolicy: Lesson = {
	id: "scheduling-policy",
	title: "Scheduling policy",
	chipCores: [4],
	...ORDINARY,
	createScenario,
	policies: {
		naive: "in-turn",
		expert: "insight:scheduling-policy",
		random: "guess",
		beginners: ["shorter-of-two", "make-way"],
		reverse: "long-next",
		constants: ["always:0"],
		rivals: ["sjf", "stcf"],
	},
	measure: turnaround,
	actions: {
		scheduler: ["deal", "order", "signal", "window"],
		core: ["plan", "yield", "signal", "window"],
	},
	decisions: [
		{ id: "deal", seat: "scheduler", perMinute: 12, costS: 1 },
		{ id: "next", seat: "core", perMinute: 12, costS: 1 },
	],
	// Jobs of ten minutes and twice ten seconds: first come first served gives (600 + 610 + 620) / 3, shortest
	// first (10 + 20 + 620) / 3.
	prediction: { min: 1, max: 10, step: 0.1, truth: 610 / (650 / 3) },
	questions: threeChoices(0, 2, 1),
	concepts: [
		{
			id: "policy",
			situation: eitherOf(
				dealtEvenly(),
				startedBy(({ workNs, doneNs }) => workNs - doneNs),
			),
			question: 0,
		},
	],
};

function createScenario({ cores, seed, level }: LessonSetup): Scenario {
	const { gapS, tasks, shares, lengthsS } = MIXES[level];
	return {
		title: `Scheduling policy on ${cores} cores`,
		machine: symmetricMachine(cores),
		...NOTHING_SHARED,
		coresTake: false,
		processes: [computeProcess("Tasks")],
		...packets(seed, steadily(cores, (gapS * 4) / cores, ROUND_S - 2), (chance, packet) =>
			atHome(
				packet,
				cores,
				Array.from({ length: tasks }, (_, index) => {
					const [fromS, toS] = at(lengthsS, drawKind(chance, shares));
					return ordinaryThread(`Task ${index + 1}`, 0, [compute(drawLengthNs(chance, fromS, toS))]);
				}),
			),
		),
		end: { type: "horizon", ns: ROUND_S * NS_PER_PLAY_S },
	};
}
