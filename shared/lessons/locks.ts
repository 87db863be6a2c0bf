import type { Phase, Scenario, ThreadSpec } from "../sim/scenario.ts";
import { NS_PER_PLAY_S } from "../sim/units.ts";
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
import { drawKind, packets, waves } from "./packets.ts";

/**
 * Locks and critical sections: most tasks spend more than half of their time inside one of two locks, some need
 * none. Two tasks of the same lock side by side do the work of one; the waiting core spins and does nothing.
 */
const ROUND_S = 90;
const WAVE_S = 14;
const ARRIVING_S = 12.5;
const PACKETS_PER_WAVE = 5;
const LOCKS = ["Index", "Journal"];
/** Shares in per cent of packets that need the first lock, the second, none. */
const SHARES = [45, 25, 30];
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
	decisions: [
		{ id: "deal", seat: "scheduler", perMinute: 24, costS: 1 },
		{ id: "next", seat: "core", perMinute: 12, costS: 1 },
	],
	// 8 cores that compute for 4 and hold one lock for 1: never more than 1 / 1 against 1 / 5 alone.
	prediction: { min: 1, max: 8, step: 0.1, truth: 5 },
	questions: [
		{ choices: 3, right: 1 },
		{ choices: 3, right: 2 },
		{ choices: 3, right: 0 },
	],
};

function createScenario({ cores, seed }: LessonSetup): Scenario {
	const perWave = Math.max(1, Math.floor((PACKETS_PER_WAVE * cores) / 4));
	return {
		title: `Locks on ${cores} cores`,
		machine: symmetricMachine(cores),
		...NOTHING_SHARED,
		processes: [computeProcess("Tasks")],
		locks: LOCKS.map((name) => ordinaryLock(name, "spin")),
		...packets(seed, waves(WAVE_S, ARRIVING_S, perWave, ROUND_S - WAVE_S / 2), (chance) => {
			const lock = drawKind(chance, SHARES);
			return Array.from({ length: 3 + chance(2) }, () => task(lock, SEGMENTS.least + chance(SEGMENTS.more)));
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
