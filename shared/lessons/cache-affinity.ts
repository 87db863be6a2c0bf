import type { Scenario } from "../sim/scenario.ts";
import { NS_PER_PLAY_S } from "../sim/units.ts";
import type { Lesson, LessonSetup } from "./lesson.ts";
import { compute, computeProcess, NOTHING_SHARED, ordinaryThread, symmetricMachine } from "./machine.ts";
import { turnaround } from "./measures.ts";
import { drawLengthNs, packets, waves } from "./packets.ts";

/**
 * Private caches: tasks work on one of six data sets, each as large as a core's cache. Where its set is warm a
 * task is quick; elsewhere it first loads more than two seconds of play from memory.
 */
const ROUND_S = 90;
const WAVE_S = 14;
const ARRIVING_S = 12.5;
const PACKETS_PER_WAVE = 5;
const SETS = 6;

export const cacheAffinity: Lesson = {
	id: "cache-affinity",
	title: "Private caches",
	minutes: 7,
	chipCores: [4],
	leastChips: 1,
	botSeats: [],
	sides: [],
	createScenario,
	players: {
		bot: { scheduler: "insight:cache-affinity", core: "insight:cache-affinity" },
		naive: "in-turn",
		insight: "insight:cache-affinity",
		random: "guess",
		constants: ["always:0"],
		rivals: ["affinity"],
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
	prediction: { min: 0, max: 10, step: 0.1, truth: 2.4 },
	questions: [
		{ choices: 3, right: 1 },
		{ choices: 3, right: 0 },
		{ choices: 3, right: 2 },
	],
};

function createScenario({ cores, seed }: LessonSetup): Scenario {
	const machine = symmetricMachine(cores);
	const perWave = Math.max(1, Math.floor((PACKETS_PER_WAVE * cores) / 4));
	return {
		title: `Private caches on ${cores} cores`,
		machine: {
			...machine,
			cores: machine.cores.map((core) => ({ ...core, privateKib: 4_096 })),
			l3PartitionsKib: [4_096],
		},
		...NOTHING_SHARED,
		processes: Array.from({ length: SETS }, (_, set) => ({
			...computeProcess(String.fromCharCode(65 + set)),
			workingSetKib: 3_584,
			accessesPerUs: 60,
			missesInFlight: 2,
		})),
		...packets(seed, waves(WAVE_S, ARRIVING_S, perWave, ROUND_S - WAVE_S / 2), (chance) => {
			const set = chance(SETS);
			return Array.from({ length: 4 + chance(3) }, () =>
				ordinaryThread(String.fromCharCode(65 + set), set, [compute(drawLengthNs(chance, 0.7, 1.5))]),
			);
		}),
		end: { type: "horizon", ns: ROUND_S * NS_PER_PLAY_S },
	};
}
