import type { Phase, Scenario, ThreadSpec } from "../sim/scenario.ts";
import { NS_PER_PLAY_S } from "../sim/units.ts";
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
import { atHome, drawKind, packets, steadily } from "./packets.ts";

/**
 * Locks and critical sections: most tasks spend more than half of their time inside one of two locks, some need
 * none. Two tasks of the same lock side by side do the work of one; the waiting core spins and does nothing.
 */
const ROUND_S = 90;
const LOCKS = ["A", "B"];

type Load = {
	/** A packet every so many seconds of play for four cores. */
	readonly gapS: number;
	/** Shares in per cent of packets that need the first lock, the second, none. */
	readonly shares: readonly number[];
};

const LOADS: Record<Level, Load> = {
	starter: { gapS: 4.6, shares: [50, 0, 50] },
	standard: { gapS: 3.8, shares: [38, 24, 38] },
	expert: { gapS: 4, shares: [36, 32, 32] },
};

/** A task is so many segments; each is outside the lock for the first time, inside for the second. */
const SEGMENTS = { least: 3, more: 6 };
const OUTSIDE_NS = 0.2 * NS_PER_PLAY_S;
const INSIDE_NS = 0.3 * NS_PER_PLAY_S;

export const locks: Lesson = {
	id: "locks",
	title: "Locks",
	minutes: 8,
	chipCores: [4],
	leastChips: 1,
	botSeats: [],
	sides: [],
	createScenario,
	players: {
		bot: { scheduler: "insight:locks", core: "insight:locks" },
		naive: "in-turn",
		insight: "insight:locks",
		random: "guess",
		constants: ["always:0"],
		rivals: [],
	},
	measure: turnaround,
	actions: {
		scheduler: ["deal", "plan", "unplan", "lockMode", "signal", "window"],
		core: ["plan", "yield", "steal", "spinFor", "signal", "window"],
	},
	// Tasks are long and kept apart by lock, so a core often has only one sensible thing to run next.
	misses: ["busy"],
	decisions: [
		{ id: "deal", seat: "scheduler", perMinute: 12, costS: 1 },
		{ id: "next", seat: "core", perMinute: 9, costS: 1 },
	],
	// 8 cores, 4 parts of the time outside one lock and 1 inside: it is free for the next only when one is out again.
	prediction: { min: 1, max: 16, step: 0.1, truth: Math.min(8, (4 + 1) / 1) },
	questions: [
		{ choices: 3, right: 1 },
		{ choices: 3, right: 2 },
		{ choices: 3, right: 0 },
	],
};

function createScenario({ cores, seed, level }: LessonSetup): Scenario {
	const { gapS, shares } = LOADS[level];
	return {
		title: `Locks on ${cores} cores`,
		machine: symmetricMachine(cores),
		...NOTHING_SHARED,
		processes: [computeProcess("Tasks")],
		locks: LOCKS.map((name) => ordinaryLock(name, "spin")),
		...packets(seed, steadily(cores, (gapS * 4) / cores, ROUND_S - 2), (chance, packet) => {
			const lock = drawKind(chance, shares);
			return atHome(
				packet,
				cores,
				Array.from({ length: 4 + chance(2) }, () => task(lock, SEGMENTS.least + chance(SEGMENTS.more))),
			);
		}),
		end: { type: "horizon", ns: ROUND_S * NS_PER_PLAY_S },
	};
}

function task(lock: number, segments: number): ThreadSpec {
	const name = LOCKS[lock];
	if (name === undefined) return ordinaryThread("No lock", 0, [compute(segments * (OUTSIDE_NS + INSIDE_NS))]);
	const program: Phase[] = [
		compute(OUTSIDE_NS),
		{ type: "lock", lock },
		compute(INSIDE_NS),
		{ type: "unlock", lock },
		{ type: "repeat", from: 0, times: segments },
	];
	return ordinaryThread(name, 0, program);
}
