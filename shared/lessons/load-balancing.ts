import { meanWait } from "../analysis/queueing.ts";
import { letterOf } from "../lib/letters.ts";
import { shuffled } from "../lib/random.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import type { Machine, Scenario, ThreadSpec } from "../sim/scenario/scenario.ts";
import type { Level } from "./ids.ts";
import type { Lesson, LessonSetup } from "./lesson.ts";
import {
	compute,
	computeProcess,
	letteredProcesses,
	NOTHING_SHARED,
	ordinaryThread,
	symmetricMachine,
} from "./machine.ts";
import { turnaround } from "./measures.ts";
import { movedToEven, movedWhatPays, stolenFromFullest } from "./moving-situations.ts";
import { ORDINARY, threeChoices } from "./ordinary.ts";
import { packets, steadily } from "./packets.ts";
import { eitherOf } from "./situations.ts";

/**
 * Work is dealt out in advance. Bursts of tasks arrive, half of each on one core, a different one every time:
 * leaving them there means idle cores beside long queues. Half of the tasks work on data that their core has:
 * elsewhere these are cold for up to 2 s of play, and push out what others keep there. The others have none, and
 * moving them costs nothing.
 */
const ROUND_S = 90;
/** One data set for each core. It fills most of a cache, so that a guest pushes out the core's own. */
const SET_KIB = 3_072;
const CACHE_KIB = 3_584;
const L3_KIB = 2_048;
const BUS_BYTES_PER_US = 40_000;
const ACCESSES_PER_US = 40;
const MISSES_IN_FLIGHT = 2;

/**
 * Lengths of the tasks of a burst for four cores, in seconds of play on the fastest level: those without data, none
 * of them very long, and those with data, of which the longest are the worst to move.
 */
const PLAIN_S = [0.8, 1, 1.2, 1.4, 1.7, 2, 2.3, 2.7];
const WITH_DATA_S = [0.6, 0.9, 1.1, 1.5, 3, 3.4, 4.2, 5.1];
/** By how many per cent a length may deviate either way. */
const SPREAD = 10;

type Load = {
	/**
	 * Interval between bursts in seconds of play, and how many tasks of a burst, for four cores, arrive on one
	 * of them.
	 */
	readonly gapS: number;
	readonly hot: number;
	/** Factor on the lengths: longer tasks leave more time to think. */
	readonly longer: number;
};

const LOADS: Record<Level, Load> = {
	starter: { gapS: 15, hot: 8, longer: 1.55 },
	standard: { gapS: 13.6, hot: 8, longer: 1.42 },
	expert: { gapS: 12.9, hot: 9, longer: 1.35 },
};

/**
 * Teaches load balancing: one queue for all beats a queue each (M/M/c, Erlang 1917, `analysis/queueing.ts`),
 * but migration has a price.
 */
export const loadBalancing: Lesson = {
	id: "load-balancing",
	title: "Load balancing",
	chipCores: [4],
	...ORDINARY,
	createScenario,
	policies: {
		naive: "first-found",
		expert: "insight:load-balancing",
		random: "guess-where",
		beginners: ["even-queues", "short-moves"],
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
		processes: [
			...letteredProcesses(cores, {
				workingSetKib: SET_KIB,
				accessesPerUs: ACCESSES_PER_US,
				missesInFlight: MISSES_IN_FLIGHT,
			}),
			computeProcess("No data"),
		],
		...packets(seed, steadily(1, (gapS * 4) / cores, ROUND_S - 2), (chance) => {
			core = (core + 1 + chance(Math.max(1, cores - 1))) % cores;
			const kinds = [
				...PLAIN_S.map((lengthS) => ({ lengthS, hasData: false })),
				...WITH_DATA_S.map((lengthS) => ({ lengthS, hasData: true })),
			];
			const tasks = shuffled(kinds, chance).map(({ lengthS, hasData }, index) => {
				const home = index < hot ? core : (core + index) % cores;
				const percent = 100 - SPREAD + chance(2 * SPREAD + 1);
				const workNs = Math.floor((longer * lengthS * NS_PER_PLAY_S * percent) / 100);
				return task(home, hasData ? home : cores, hasData ? letterOf(home) : "Task", workNs);
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

function task(home: number, process: number, name: string, workNs: number): ThreadSpec {
	return { ...ordinaryThread(name, process, [compute(workNs)]), home };
}
