import { at } from "../lib/assert.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import { isHeldLong, lockOf } from "../policies/parts/lock-length.ts";
import type { ReadonlyChip, ReadonlyThread } from "../sim/chip/chip.ts";
import type { Chance } from "../sim/chip/policy.ts";
import type { LockWaiting, Phase, Scenario, ThreadSpec } from "../sim/scenario/scenario.ts";
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
import { startedApart, startedInWay, type Ways, waysThat } from "./situations.ts";

/**
 * Locks and critical sections: some tasks are inside a lock again and again, for moments; some once, for long;
 * some need none. Who finds a lock taken spins, and the core does nothing else; or sleeps, and comes back when the
 * core is done with what it began meanwhile. Two tasks of the same lock side by side do the work of one.
 */
const ROUND_S = 110;

type Load = {
	/** A packet every so many seconds of play for four cores. */
	readonly gapS: number;
	/** How many of twenty draws are tasks without a lock, with the short one, and with each of the long ones. */
	readonly counts: readonly number[];
	/** How many times as long everything takes that tasks do: who has longer tasks has longer to think. */
	readonly longer: number;
};

const LOADS: Record<Level, Load> = {
	starter: { gapS: 5.4, counts: [6, 6, 4, 4], longer: 1.25 },
	standard: { gapS: 4, counts: [6, 6, 4, 4], longer: 1 },
	expert: { gapS: 5.2, counts: [5, 6, 3, 3, 3], longer: 1.4 },
};

/** First the lock that is held for moments, then those that are held for long. */
const LOCKS = ["A", "L", "M", "N"];
/** Which of them a draw stands for; before all of them: none. */
const [NO_LOCK, SHORT_LOCK] = [-1, 0];
/** Packets have so many tasks, every second of any kind, the others of one; the first, in each core's queue, more. */
const TASKS = 4;
const TASKS_AT_HOME = 7;
/** What being woken costs: as cores that have to come out of an idle state. */
const WAKE_NS = 0.06 * NS_PER_PLAY_S;
/** A task with the short lock is so many laps, each outside it for the first time and inside for the second. */
const LAPS = { least: 3, more: 3 };
const OUTSIDE_NS = 0.3 * NS_PER_PLAY_S;
const INSIDE_NS = 0.35 * NS_PER_PLAY_S;
/** A task with a long lock is outside it for so long, then inside for one of these, in seconds of play. */
const BEFORE_NS = 0.4 * NS_PER_PLAY_S;
const LONG_S = [2.6, 3.4] as const;
/** A task that needs no lock, in seconds of play. */
const FREE_S = [1.6, 2.6] as const;

export const locks: Lesson = {
	id: "locks",
	title: "Locks",
	minutes: 8,
	chipCores: [4],
	...ORDINARY,
	createScenario,
	policies: {
		bot: { scheduler: "insight:locks", core: "insight:locks" },
		naive: "in-turn",
		expert: "insight:locks",
		random: "guess",
		constants: ["always:0", "always:1"],
		rivals: [],
	},
	measure: turnaround,
	actions: {
		scheduler: ["deal", "plan", "unplan", "signal", "window"],
		core: ["plan", "choose", "yield", "steal", "signal", "window"],
	},
	decisions: [
		{ id: "deal", seat: "scheduler", perMinute: 12, costS: 1 },
		{ id: "next", seat: "core", perMinute: 9, costS: 1 },
		{ id: "way", seat: "core", perMinute: 3, costS: 1 },
	],
	// 8 cores, 4 parts of the time outside one lock and 1 inside: it is free for the next only when one is out again.
	prediction: { min: 1, max: 16, step: 0.1, truth: Math.min(8, (4 + 1) / 1) },
	questions: threeChoices(1, 2, 0),
	concepts: [
		{ id: "locality", situation: startedApart(byLock), question: 0 },
		{ id: "locks", situation: startedInWay(waitsAsLong), question: 2 },
	],
};

/** Alike are those that need the same lock; what needs none is like nothing else. */
function byLock({ id, spec }: ReadonlyThread): string {
	const lock = lockOf(spec.program);
	return lock < 0 ? `free ${id}` : `lock ${lock}`;
}

/** Spinning where the lock is held for moments, sleeping where it is held for long. */
function waitsAsLong(_chip: ReadonlyChip, _core: number, thread: ReadonlyThread): Ways {
	return waysThat(thread, (way) => (way === 1) === isHeldLong(thread.spec.program));
}

function createScenario({ cores, seed, level }: LessonSetup): Scenario {
	const { gapS, counts, longer } = LOADS[level];
	const drawCount = drawnFrom(deckOf(counts));
	const drawLock = (chance: Chance): number => drawCount(chance) + NO_LOCK;
	return {
		title: `Locks on ${cores} cores`,
		machine: { ...symmetricMachine(cores), wakeNs: WAKE_NS },
		...NOTHING_SHARED,
		processes: [computeProcess("Tasks")],
		locks: LOCKS.slice(0, counts.length + NO_LOCK).map((name) => ordinaryLock(name, "spin")),
		...packets(seed, steadily(cores, (gapS * 4) / cores, ROUND_S - 2), (chance, packet) => {
			const common = drawLock(chance);
			const create = (_: unknown, index: number): ThreadSpec =>
				task(index % 2 === 0 ? common : drawLock(chance), longer, chance);
			return atHome(packet, cores, Array.from({ length: packet < cores ? TASKS_AT_HOME : TASKS }, create));
		}),
		end: { type: "horizon", ns: ROUND_S * NS_PER_PLAY_S },
	};
}

function task(lock: number, longer: number, chance: Chance): ThreadSpec {
	const work = (ns: number): Phase => compute(Math.floor(longer * ns));
	if (lock === NO_LOCK) return ordinaryThread("No lock", 0, [work(drawLengthNs(chance, ...FREE_S))]);
	if (lock === SHORT_LOCK) return shortTask(LAPS.least + chance(LAPS.more), work);
	return longTask(lock, drawLengthNs(chance, ...LONG_S), work);
}

function shortTask(laps: number, work: typeof compute): ThreadSpec {
	return waitingInEitherWay(SHORT_LOCK, (waiting) => [
		work(OUTSIDE_NS),
		{ type: "lock", lock: SHORT_LOCK, waiting },
		work(INSIDE_NS),
		{ type: "unlock", lock: SHORT_LOCK },
		{ type: "repeat", from: 0, times: laps },
	]);
}

function longTask(lock: number, insideNs: number, work: typeof compute): ThreadSpec {
	return waitingInEitherWay(lock, (waiting) => [
		work(BEFORE_NS),
		{ type: "lock", lock, waiting },
		work(insideNs),
		{ type: "unlock", lock },
	]);
}

function waitingInEitherWay(lock: number, program: (waiting: LockWaiting) => Phase[]): ThreadSpec {
	return {
		...ordinaryThread(at(LOCKS, lock), 0, program("spin")),
		wayName: "spin",
		ways: [{ name: "sleep", process: 0, program: program("block") }],
	};
}
