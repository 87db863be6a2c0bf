import { createChance, shuffled } from "../lib/random.ts";
import { mean } from "../lib/statistics.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import { policyById } from "../policies/table.ts";
import { runToEnd } from "../sim/advance.ts";
import type { Chance } from "../sim/chip/policy.ts";
import { botSeats, createChip } from "../sim/create-chip.ts";
import type { Scenario } from "../sim/scenario/scenario.ts";
import { type PhaseFile, parseScenario, type ThreadFile } from "../sim/scenario/scenario-file.ts";

/** How threads wait at the two locks of the bench. byLength: they sleep at the long one and spin at the short one. */
export const LOCK_WAYS = ["spin", "sleep", "byLength"] as const;
/** One of LOCK_WAYS. */
export type LockWay = (typeof LOCK_WAYS)[number];

/** Least and most of an equally distributed time, in seconds of play. */
type RangeS = readonly [number, number];

/** What of the bench may vary; times are in seconds of play. */
export type LockBench = {
	readonly cores: number;
	/** Time inside the short lock, and inside the long one. */
	readonly shortS: RangeS;
	readonly longS: RangeS;
	/** What a wake-up costs its core. */
	readonly wakeS: number;
};

/** Four cores, one lock that is held for moments and one that is held for seconds. */
export const LOCK_BENCH: LockBench = { cores: 4, shortS: [0.1, 0.35], longS: [2, 4], wakeS: 0.4 };

/** In each core's run queue, in random order: threads that take the short lock twice, and that take the long one once. */
const SHORT_PER_CORE = 6;
const LONG_PER_CORE = 3;
const LAPS = 2;
/** Work before every lock. */
const OUTSIDE_S: RangeS = [0.1, 0.3];
const SHORT_LOCK = 0;
const LONG_LOCK = 1;

/**
 * A machine on which only the way of waiting makes a difference: all work is there at once, dealt to the cores for
 * good, and the seed decides its lengths and order, the same in every way.
 */
export function createLockBench(bench: LockBench, way: LockWay, seed: number): Scenario {
	const chance = createChance(seed, 0);
	const threads = Array.from({ length: bench.cores }, (_, home) =>
		threadsOf(bench, way, home, chance),
	).flat();
	const parsed = parseScenario({
		title: `Locks on ${bench.cores} cores: ${way}`,
		machine: { cores: Array.from({ length: bench.cores }, () => ({})), wakeNs: toNs(bench.wakeS) },
		locks: [{ name: "short" }, { name: "long" }],
		jobs: threads.map((thread) => ({ name: thread.name, threads: [thread] })),
		arrivals: threads.map((_, job) => ({ type: "at", atNs: 0, job })),
		measure: ["meanTurnaround"],
		end: { type: "done" },
	});
	if (!parsed.ok) throw new Error(`the bench is no scenario: ${parsed.reason.join("; ")}`);
	return parsed.value;
}

/** Mean turnaround on the bench in seconds of play, by way of waiting. */
export function compareLockWays(bench: LockBench, seed: number): Readonly<Record<LockWay, number>> {
	const turnaround = (way: LockWay): number => {
		const seats = botSeats(bench.cores, policyById("fifo"));
		const chip = createChip({ scenario: createLockBench(bench, way, seed), seed, seats, pace: "machine" });
		runToEnd(chip);
		return mean(chip.threads.map(({ finishNs }) => finishNs)) / NS_PER_PLAY_S;
	};
	return { spin: turnaround("spin"), sleep: turnaround("sleep"), byLength: turnaround("byLength") };
}

/**
 * By how many per cent the mean turnaround over `seeds` is less where threads wait by the length of the lock than
 * where all spin, and where all sleep.
 */
export function gainOfLength(bench: LockBench, seeds: readonly number[]): Record<"spin" | "sleep", number> {
	const runs = seeds.map((seed) => compareLockWays(bench, seed));
	const meanOf = (way: LockWay): number => mean(runs.map((run) => run[way]));
	const gain = (than: LockWay): number => 100 * (1 - meanOf("byLength") / meanOf(than));
	return { spin: gain("spin"), sleep: gain("sleep") };
}

function threadsOf({ shortS, longS }: LockBench, way: LockWay, home: number, chance: Chance): ThreadFile[] {
	const section = (lock: number, insideS: RangeS): PhaseFile[] => {
		const spins = way === "spin" || (way === "byLength" && lock === SHORT_LOCK);
		return [
			{ type: "compute", workNs: drawNs(OUTSIDE_S, chance) },
			{ type: "lock", lock, waiting: spins ? "spin" : "block" },
			{ type: "compute", workNs: drawNs(insideS, chance) },
			{ type: "unlock", lock },
		];
	};
	const short = (): ThreadFile => ({
		name: "short",
		home,
		program: Array.from({ length: LAPS }, () => section(SHORT_LOCK, shortS)).flat(),
	});
	const long = (): ThreadFile => ({ name: "long", home, program: section(LONG_LOCK, longS) });
	const threads = [
		...Array.from({ length: SHORT_PER_CORE }, short),
		...Array.from({ length: LONG_PER_CORE }, long),
	];
	return shuffled(threads, chance);
}

/** An equally distributed time in ns. */
function drawNs([leastS, mostS]: RangeS, chance: Chance): number {
	return toNs(leastS) + chance(toNs(mostS - leastS) + 1);
}

function toNs(playS: number): number {
	return Math.round(playS * NS_PER_PLAY_S);
}
