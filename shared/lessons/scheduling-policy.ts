import type { Scenario } from "../sim/scenario.ts";
import { NS_PER_PLAY_S } from "../sim/units.ts";
import type { Lesson, LessonSetup } from "./lesson.ts";
import { compute, computeProcess, NOTHING_SHARED, ordinaryThread, symmetricMachine } from "./machine.ts";
import { turnaround } from "./measures.ts";
import { drawKind, drawLengthNs, packets, waves } from "./packets.ts";

/**
 * Policy: short, middle and long tasks come in waves, a little more than the cores can do at once. Nobody's
 * work is lost whatever the order; how long everybody waits is all in it.
 */
const ROUND_S = 90;
const WAVE_S = 14;
const ARRIVING_S = 12.5;
const PACKETS_PER_WAVE = 5;
/** Shares in per cent of short, middle and long packets, and the lengths of their tasks in seconds of play. */
const SHARES = [60, 25, 15];
const LENGTHS_S = [
	[0.7, 1.5],
	[2, 3.5],
	[6, 10],
] as const;
const TASKS = 4;

export const schedulingPolicy: Lesson = {
	id: "scheduling-policy",
	title: "Scheduling policy",
	minutes: 7,
	chipCores: [4],
	leastChips: 1,
	botSeats: [],
	sides: [],
	createScenario,
	players: {
		bot: { scheduler: "insight:scheduling-policy", core: "insight:scheduling-policy" },
		naive: "in-turn",
		insight: "insight:scheduling-policy",
		random: "guess",
		constants: ["always:0"],
		rivals: ["sjf", "stcf"],
	},
	measure: turnaround,
	actions: {
		scheduler: ["deal", "plan", "unplan", "signal", "window"],
		core: ["plan", "yield", "steal", "signal", "window"],
	},
	decisions: [
		{ id: "deal", seat: "scheduler", perMinute: 24, costS: 1 },
		{ id: "next", seat: "core", perMinute: 12, costS: 1 },
	],
	// Ten minutes, then ten seconds twice: first come first served (600 + 610 + 620) / 3, shortest first (10 + 20 + 620) / 3.
	prediction: { min: 1, max: 10, step: 0.1, truth: 610 / (650 / 3) },
	questions: [
		{ choices: 3, right: 0 },
		{ choices: 3, right: 2 },
		{ choices: 3, right: 1 },
	],
};

function createScenario({ cores, seed }: LessonSetup): Scenario {
	const perWave = Math.max(1, Math.floor((PACKETS_PER_WAVE * cores) / 4));
	return {
		title: `Scheduling policy on ${cores} cores`,
		machine: symmetricMachine(cores),
		...NOTHING_SHARED,
		processes: [computeProcess("Tasks")],
		...packets(seed, waves(WAVE_S, ARRIVING_S, perWave, ROUND_S - WAVE_S / 2), (chance) => {
			return Array.from({ length: TASKS }, (_, index) => {
				const [fromS, toS] = LENGTHS_S[drawKind(chance, SHARES)] ?? LENGTHS_S[0];
				return ordinaryThread(`Task ${index + 1}`, 0, [compute(drawLengthNs(chance, fromS, toS))]);
			});
		}),
		end: { type: "horizon", ns: ROUND_S * NS_PER_PLAY_S },
	};
}
