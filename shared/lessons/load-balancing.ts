import { meanWait } from "../analysis/queueing.ts";
import { letterOf } from "../lib/letters.ts";
import { shuffled } from "../lib/random.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import type { Machine, Scenario, ThreadSpec } from "../sim/scenario/scenario.ts";
import type { Level } from "./ids.ts";
import type { Lesson, LessonSetup } from "./lesson.ts";
import { compute, letteredProcesses, NOTHING_SHARED, ordinaryThread, symmetricMachine } from "./machine.ts";
import { turnaround } from "./measures.ts";
import { movedToEven, movedWhatPays, stolenFromFullest } from "./moving-situations.ts";
import { ORDINARY, threeChoices } from "./ordinary.ts";
import { packets, steadily } from "./packets.ts";
import { eitherOf } from "./situations.ts";

/**
 * Work is dealt out in advance to the core that has its data. Bursts of heavy-tailed tasks arrive, half of each
 * on one core, a different one every time: leaving them there means idle cores beside long queues. Moving a
 * task is not free: elsewhere its data are cold for up to 0.7 s of play, and it evicts what others keep there.
 */
const ROUND_S = 90;
/** Data sets per core; they fit into its cache together. The L3 has room for a quarter of all sets. */
const SETS_PER_CORE = 2;
const SET_KIB = 1_024;
const CACHE_KIB = 2_048;
const L3_KIB = 2_048;
const BUS_BYTES_PER_US = 40_000;
const ACCESSES_PER_US = 40;
const MISSES_IN_FLIGHT = 2;

/**
 * Lengths of the tasks of a burst for four cores, in seconds of play: most are short, the last two take a
 * quarter of the time.
 */
const LENGTHS_S = [0.6, 0.7, 0.8, 0.8, 0.9, 1, 1.1, 1.3, 1.5, 1.7, 2, 2.3, 2.7, 3.4, 4.2, 5.1];
/** By how many per cent a length may deviate either way. */
const SPREAD = 10;

type Load = {
	/**
	 * Interval between bursts in seconds of play, and how many tasks of a burst, for four cores, arrive on one
	 * of them.
	 */
	readonly gapS: number;
	readonly hot: number;
	/** Factor on `LENGTHS_S`: longer tasks leave more time to think. */
	readonly longer: number;
};

const LOADS: Record<Level, Load> = {
	starter: { gapS: 12, hot: 8, longer: 1.3 },
	standard: { gapS: 9.4, hot: 8, longer: 1 },
	expert: { gapS: 10.2, hot: 12, longer: 1.1 },
};

/**
 * Teaches load balancing: one queue for all beats a queue each (M/M/c, Erlang 1917, `analysis/queueing.ts`),
 * but migration has a price.
 */
export const loadBalancing: Lesson = {
	id: "load-balancing",
	title: "Load balancing",
	minutes: 7,
	chipCores: [4],
	...ORDINARY,
	createScenario,
	policies: {
		naive: "first-found",
		expert: "insight:load-balancing",
		random: "guess-where",
		constants: ["stay-home", "steal-longest", "steal-longest-short-first"],
		rivals: [],
	},
	measure: turnaround,
	actions: {
		scheduler: ["plan", "signal", "window"],
		core: ["plan", "steal", "signal", "window"],
	},
	decisions: [
		{ id: "move", seat: "scheduler", perMinute: 12, costS: 1 },
		{ id: "steal", seat: "core", perMinute: 1, costS: 1 },
		{ id: "next", seat: "core", perMinute: 10, costS: 1 },
	],
	// Random arrivals and lengths, four cores 80 % busy: 5 service times in the system with a queue each, 1.75
	// with one for all.
	prediction: { min: 1, max: 10, step: 0.05, truth: 1 + meanWait(4, 4 * 0.8) },
	questions: threeChoices(1, 0, 2),
	concepts: [
		{ id: "balance", situation: eitherOf(movedToEven(), stolenFromFullest()), question: 0 },
		{ id: "locality", situation: movedWhatPays(), question: 1 },
	],
};

function createScenario({ cores, seed, level }: LessonSetup): Scenario {
	const { gapS, hot, longer } = LOADS[level];
	let core = 0;
	return {
		title: `Load balancing on ${cores} cores`,
		machine: machineWith(cores),
		...NOTHING_SHARED,
		processes: letteredProcesses(SETS_PER_CORE * cores, {
			workingSetKib: SET_KIB,
			accessesPerUs: ACCESSES_PER_US,
			missesInFlight: MISSES_IN_FLIGHT,
		}),
		...packets(seed, steadily(1, (gapS * 4) / cores, ROUND_S - 2), (chance) => {
			core = (core + 1 + chance(Math.max(1, cores - 1))) % cores;
			const tasks = shuffled(LENGTHS_S, chance).map((lengthS, index) => {
				const home = index < hot ? core : (core + index) % cores;
				const percent = 100 - SPREAD + chance(2 * SPREAD + 1);
				const workNs = Math.floor((longer * lengthS * NS_PER_PLAY_S * percent) / 100);
				return task(home, home * SETS_PER_CORE + chance(SETS_PER_CORE), workNs);
			});
			return shuffled(tasks, chance);
		}),
		end: { type: "horizon", ns: ROUND_S * NS_PER_PLAY_S },
	};
}

function machineWith(cores: number): Machine {
	const machine = symmetricMachine(cores);
	return {
		...machine,
		cores: machine.cores.map((core) => ({ ...core, privateKib: CACHE_KIB })),
		l3PartitionsKib: [L3_KIB],
		bandwidthBytesPerUs: BUS_BYTES_PER_US,
	};
}

function task(home: number, set: number, workNs: number): ThreadSpec {
	return { ...ordinaryThread(letterOf(set), set, [compute(workNs)]), home };
}
