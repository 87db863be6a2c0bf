import { at } from "../lib/assert.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import { lockOf } from "../policies/parts/lock-of.ts";
import type { ReadonlyThread } from "../sim/chip/chip.ts";
import type { Chance } from "../sim/chip/policy.ts";
import type { ProgramPhase, Scenario, ThreadSpec } from "../sim/scenario/scenario.ts";
import { explainedBy } from "./explanation.ts";
import type { Level } from "./ids.ts";
import type { Lesson, LessonSetup } from "./lesson.ts";
import {
	compute,
	computeProcess,
	NOTHING_SHARED,
	ordinaryLock,
	ordinaryThread,
	symmetricMachine,
} from "./machine.ts";
import { turnaround } from "./measures.ts";
import { ORDINARY, threeChoices } from "./ordinary.ts";
import { atHome, deckOf, drawLengthNs, drawnFrom, packets, steadily } from "./packets.ts";
import { dealtTogether, eitherOf, startedApart } from "./situations.ts";

/**
 * Some tasks enter a lock repeatedly for moments, some once for long, some need none. A task that finds its
 * lock taken spins, and its core does nothing else. Two tasks of the same lock side by side do the work of one.
 */
const ROUND_S = 110;

type Load = {
	/** Interval between packets for four cores, in seconds of play. */
	readonly gapS: number;
	/** How many packets of a deck are of tasks without a lock, with the short one, and with each of the long ones. */
	readonly counts: readonly number[];
	/** Factor on the duration of everything tasks do: longer tasks leave more time to think. */
	readonly longer: number;
};

const LOADS: Record<Level, Load> = {
	starter: { gapS: 3.2, counts: [5, 4, 5, 5], longer: 1.15 },
	standard: { gapS: 2.7, counts: [4, 5, 5, 5], longer: 1 },
	expert: { gapS: 2.6, counts: [4, 5, 5, 5], longer: 1 },
};

/** First the lock held for moments, then those held for long. */
const LOCKS = ["A", "L", "M", "N"];
/** Index in LOCKS that a draw stands for; NO_LOCK precedes them all. */
const [NO_LOCK, SHORT_LOCK] = [-1, 0];
/** Tasks per packet, all of one kind; and of any kind in each core's queue at the start. */
const TASKS = 3;
const TASKS_AT_HOME = 5;
/** Laps of a task with the short lock, and its time outside and inside the lock in each lap. */
const LAPS = { least: 4, more: 3 };
const OUTSIDE_NS = 0.3 * NS_PER_PLAY_S;
const INSIDE_NS = 0.35 * NS_PER_PLAY_S;
/** Time of a task with a long lock before it, and the range of its time inside, in seconds of play. */
const BEFORE_NS = 0.4 * NS_PER_PLAY_S;
const LONG_S = [2.4, 3.6] as const;
/** Range of the duration of a task that needs no lock, in seconds of play. */
const FREE_S = [2, 3] as const;
/** How much longer a packet may wait with tasks of its lock than elsewhere. */
const WORTH_NS = 12 * NS_PER_PLAY_S;

/**
 * Teaches locks: critical sections as the serial part. Throughput is at most 1 / (time inside). Whether to spin or
 * to block is tried on a bench afterwards.
 */
export const locks: Lesson = {
	id: "locks",
	title: "Locks",
	chipCores: [4],
	...ORDINARY,
	// Good dealing leaves little to wait for: what ways of waiting are worth shows where dealing is fixed.
	explanation: explainedBy("measureBars", "reason", "lockBench"),
	createScenario,
	policies: {
		naive: "in-turn",
		expert: "insight:locks",
		random: "guess",
		beginners: ["home-shorter", "half-apart"],
		reverse: "scattered",
		constants: ["always:0"],
		rivals: [],
	},
	measure: turnaround,
	actions: {
		scheduler: ["deal", "unplan", "signal", "window"],
		core: ["plan", "signal", "window"],
	},
	decisions: [
		{ id: "deal", seat: "scheduler", perMinute: 20, costS: 6 },
		{ id: "next", seat: "core", perMinute: 14, costS: 7 },
	],
	// 8 cores, 4 parts of the time outside one lock and 1 inside: the lock serves one thread at a time, so at
	// most (4 + 1) / 1 work.
	prediction: { min: 1, max: 16, step: 0.1, truth: Math.min(8, (4 + 1) / 1) },
	questions: threeChoices(1, 2, 0),
	concepts: [
		{ id: "locks", situation: eitherOf(dealtTogether(byLock, WORTH_NS), startedApart(byLock)), question: 0 },
	],
};

/** Tasks that need the same lock are alike; a task that needs none is like no other. */
function byLock({ id, spec }: ReadonlyThread): string {
	const lock = lockOf(spec.program);
	return lock < 0 ? `free ${id}` : `lock ${lock}`;
}

function createScenario({ cores, seed, level }: LessonSetup): Scenario {
	const { gapS, counts, longer } = LOADS[level];
	const drawCount = drawnFrom(deckOf(counts));
	const drawLock = (chance: Chance): number => drawCount(chance) + NO_LOCK;
	return {
		title: `Locks on ${cores} cores`,
		machine: symmetricMachine(cores),
		...NOTHING_SHARED,
		coresTake: false,
		processes: [computeProcess("Tasks")],
		locks: LOCKS.slice(0, counts.length + NO_LOCK).map((name) => ordinaryLock(name, "spin")),
		...packets(seed, steadily(cores, (gapS * 4) / cores, ROUND_S - 2), (chance, packet) => {
			const common = drawLock(chance);
			const create = (_: unknown, index: number): ThreadSpec =>
				task(packet >= cores || index % 2 === 0 ? common : drawLock(chance), longer, chance);
			return atHome(packet, cores, Array.from({ length: packet < cores ? TASKS_AT_HOME : TASKS }, create));
		}),
		end: { type: "horizon", ns: ROUND_S * NS_PER_PLAY_S },
	};
}

function task(lock: number, longer: number, chance: Chance): ThreadSpec {
	const work = (ns: number): ProgramPhase => compute(Math.floor(longer * ns));
	if (lock === NO_LOCK) return ordinaryThread("No lock", 0, [work(drawLengthNs(chance, ...FREE_S))]);
	if (lock === SHORT_LOCK) return shortTask(LAPS.least + chance(LAPS.more), work);
	return longTask(lock, drawLengthNs(chance, ...LONG_S), work);
}

function shortTask(laps: number, work: typeof compute): ThreadSpec {
	return ordinaryThread(at(LOCKS, SHORT_LOCK), 0, [
		work(OUTSIDE_NS),
		{ type: "lock", lock: SHORT_LOCK },
		work(INSIDE_NS),
		{ type: "unlock", lock: SHORT_LOCK },
		{ type: "repeat", from: 0, times: laps },
	]);
}

function longTask(lock: number, insideNs: number, work: typeof compute): ThreadSpec {
	return ordinaryThread(at(LOCKS, lock), 0, [
		work(BEFORE_NS),
		{ type: "lock", lock },
		work(insideNs),
		{ type: "unlock", lock },
	]);
}
