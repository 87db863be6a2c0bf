import { letterOf } from "../lib/letters.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import type { Scenario, ThreadSpec } from "../sim/scenario/scenario.ts";
import type { Level } from "./ids.ts";
import type { Lesson, LessonSetup } from "./lesson.ts";
import { compute, letteredProcesses, NOTHING_SHARED, ordinaryThread, symmetricMachine } from "./machine.ts";
import { turnaround } from "./measures.ts";
import { ORDINARY, threeChoices } from "./ordinary.ts";
import { atHome, deckOf, drawLengthNs, drawnFrom, packets, steadily } from "./packets.ts";
import { byProcess, dealtEvenly, dealtTogether, eitherOf, startedAlike } from "./situations.ts";

/**
 * Tasks work on one of a few data sets, each nearly as large as a core's cache. A task is fast where its set is
 * warm; elsewhere it first loads from memory for more than five seconds of play. Most packets are on one set, so
 * that it matters where they go; some, and all that wait at first, alternate between two, so that running tasks as
 * they come reloads every time. Cores cannot mend a bad deal: they take nothing that is undealt.
 */
const ROUND_S = 90;
/** Tasks per packet. */
const TASKS = 3;
/** How much longer a packet may wait where its set is than elsewhere. */
const WORTH_NS = 6 * NS_PER_PLAY_S;
const CACHE_KIB = 4_608;
const SET_KIB = 4_096;
const ACCESSES_PER_US = 60;
const MISSES_IN_FLIGHT = 1;
type Load = {
	/** Interval between packets for four cores, in seconds of play. */
	readonly gapS: number;
	/** Range of the work of a task with its set warm, in seconds of play. */
	readonly taskS: readonly [number, number];
	/** How often each data set is in the deck from which packets draw: some are popular. */
	readonly counts: readonly number[];
	/** One packet in so many is on two sets in turn, as the first ones are. */
	readonly mixedOneIn: number;
};

const LOADS: Record<Level, Load> = {
	starter: { gapS: 3.1, taskS: [1, 3.2], counts: [3, 3, 2, 2, 2], mixedOneIn: 7 },
	standard: { gapS: 2.7, taskS: [0.8, 2.8], counts: [3, 3, 2, 2, 2], mixedOneIn: 5 },
	expert: { gapS: 2.7, taskS: [0.8, 2.8], counts: [3, 3, 2, 2, 2, 2], mixedOneIn: 5 },
};

/**
 * Teaches cache affinity: moving work costs a reload of (W / 64) (t_dram - t_private) / m. Source: Li, Ding and
 * Shen 2007, rules C1 and C2.
 */
export const cacheAffinity: Lesson = {
	id: "cache-affinity",
	title: "Private caches",
	chipCores: [4],
	...ORDINARY,
	createScenario,
	policies: {
		naive: "in-turn",
		expert: "insight:cache-affinity",
		random: "guess",
		beginners: ["fixed-home", "half-home"],
		reverse: "scattered",
		constants: ["always:0"],
		rivals: ["affinity"],
	},
	measure: turnaround,
	actions: {
		scheduler: ["deal", "unplan", "signal", "window"],
		core: ["plan", "signal", "window"],
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
			situation: eitherOf(dealtTogether(byProcess, WORTH_NS), startedAlike(byProcess)),
			question: 0,
		},
		{ id: "balance", situation: dealtEvenly(WORTH_NS), question: 1 },
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
	const { gapS, taskS, counts, mixedOneIn } = LOADS[level];
	const sets = counts.length;
	const draw = drawnFrom(deckOf(counts));
	return {
		title: `Private caches on ${cores} cores`,
		machine: {
			...machine,
			cores: machine.cores.map((core) => ({ ...core, privateKib: CACHE_KIB })),
			l3PartitionsKib: [CACHE_KIB],
		},
		...NOTHING_SHARED,
		coresTake: false,
		processes: letteredProcesses(sets, {
			workingSetKib: SET_KIB,
			accessesPerUs: ACCESSES_PER_US,
			missesInFlight: MISSES_IN_FLIGHT,
		}),
		...packets(seed, steadily(cores, (gapS * 4) / cores, ROUND_S - 2), (chance, packet) => {
			const first = draw(chance);
			const isMixed = packet < cores || chance(mixedOneIn) === 0;
			const second = isMixed ? (first + 1 + chance(sets - 1)) % sets : first;
			const tasks = Array.from({ length: TASKS }, (_, index) =>
				task(index % 2 === 0 ? first : second, drawLengthNs(chance, ...taskS)),
			);
			return atHome(packet, cores, tasks);
		}),
		end: { type: "horizon", ns: ROUND_S * NS_PER_PLAY_S },
	};
}

function task(set: number, workNs: number): ThreadSpec {
	return ordinaryThread(letterOf(set), set, [compute(workNs)]);
}
