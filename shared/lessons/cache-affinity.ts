import { letterOf } from "../lib/letters.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import type { Scenario, ThreadSpec } from "../sim/scenario/scenario.ts";
import type { Level } from "./ids.ts";
import type { Lesson, LessonSetup } from "./lesson.ts";
import { compute, letteredProcesses, NOTHING_SHARED, ordinaryThread, symmetricMachine } from "./machine.ts";
import { work } from "./measures.ts";
import { ORDINARY, threeChoices } from "./ordinary.ts";
import { atHome, drawLengthNs, packets, steadily } from "./packets.ts";
import { byProcess, dealtEvenly, dealtTogether, eitherOf, startedAlike } from "./situations.ts";

/**
 * Tasks work on one of a few data sets, each nearly as large as a core's cache. A task is fast where its set is
 * warm; elsewhere it first loads from memory for more than two seconds of play. A packet alternates between two
 * sets, so that running tasks as they come reloads every time. Each core begins with a queue of its own.
 */
const ROUND_S = 90;
const GAP_S = 2.7;
/** Tasks per packet: a queue that is at most half full still takes a whole packet. */
const TASKS = 4;
/** Range of the work of a task with its set warm, in seconds of play. */
const TASK_S = [1.2, 2.2] as const;
const CACHE_KIB = 2_560;
const SET_KIB = 2_048;
const ACCESSES_PER_US = 60;
const MISSES_IN_FLIGHT = 1;
/**
 * Number of data sets. With one per core each core could keep its own for good; with more, cores must change
 * now and then.
 */
const SETS: Record<Level, number> = { starter: 4, standard: 6, expert: 8 };

/**
 * Teaches cache affinity: moving work costs a reload of (W / 64) (t_dram - t_private) / m. Source: Li, Ding and
 * Shen 2007, rules C1 and C2.
 */
export const cacheAffinity: Lesson = {
	id: "cache-affinity",
	title: "Private caches",
	minutes: 7,
	chipCores: [4],
	...ORDINARY,
	createScenario,
	policies: {
		naive: "in-turn",
		expert: "insight:cache-affinity",
		random: "guess",
		constants: ["always:0"],
		rivals: ["affinity"],
	},
	measure: work,
	actions: {
		scheduler: ["deal", "plan", "unplan", "signal", "window"],
		core: ["plan", "yield", "steal", "signal", "window"],
	},
	decisions: [
		{ id: "deal", seat: "scheduler", perMinute: 12, costS: 1 },
		{ id: "next", seat: "core", perMinute: 12, costS: 1 },
	],
	prediction: { min: 0, max: 10, step: 0.1, truth: loadS() },
	questions: threeChoices(1, 0, 2),
	concepts: [
		{
			id: "locality",
			situation: eitherOf(dealtTogether(byProcess, NS_PER_PLAY_S), startedAlike(byProcess)),
			question: 0,
		},
		{ id: "balance", situation: dealtEvenly(), question: 1 },
	],
};

/** Time a cold cache takes to load a whole set, in seconds of play: (W / 64) (t_dram - t_private) / m. */
function loadS(): number {
	const { dramNs, privateHitNs } = symmetricMachine(1);
	const lines = (SET_KIB * 1_024) / 64;
	return (lines * (dramNs - privateHitNs)) / MISSES_IN_FLIGHT / NS_PER_PLAY_S;
}

function createScenario({ cores, seed, level }: LessonSetup): Scenario {
	const machine = symmetricMachine(cores);
	const sets = SETS[level];
	return {
		title: `Private caches on ${cores} cores`,
		machine: {
			...machine,
			cores: machine.cores.map((core) => ({ ...core, privateKib: CACHE_KIB })),
			l3PartitionsKib: [CACHE_KIB],
		},
		...NOTHING_SHARED,
		processes: letteredProcesses(sets, {
			workingSetKib: SET_KIB,
			accessesPerUs: ACCESSES_PER_US,
			missesInFlight: MISSES_IN_FLIGHT,
		}),
		...packets(seed, steadily(cores, (GAP_S * 4) / cores, ROUND_S - 2), (chance, packet) => {
			const first = chance(sets);
			const second = (first + 1 + chance(sets - 1)) % sets;
			const tasks = Array.from({ length: TASKS }, (_, index) =>
				task(index % 2 === 0 ? first : second, drawLengthNs(chance, ...TASK_S)),
			);
			return atHome(packet, cores, tasks);
		}),
		end: { type: "horizon", ns: ROUND_S * NS_PER_PLAY_S },
	};
}

function task(set: number, workNs: number): ThreadSpec {
	return ordinaryThread(letterOf(set), set, [compute(workNs)]);
}
