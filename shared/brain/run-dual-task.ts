import type { PrpPoint } from "../analysis/prp.ts";
import { type DualTaskTimes, dualTaskScenario, REFERENCE_TIMES } from "../lessons/brain.ts";
import { at } from "../lib/assert.ts";
import { policyById } from "../policies/table.ts";
import { runToEnd } from "../sim/advance.ts";
import type { EventSink } from "../sim/chip/event.ts";
import { botSeats, createChip } from "../sim/create-chip.ts";

const NS_PER_MS = 1_000;
/** Shortest stage, whatever was measured. */
const PART_MS_MIN = 20;

/** Simulates one pair of tasks and returns both reaction times in ms. `sink` gets the events of the two cores. */
export function runDualTask(
	times: DualTaskTimes,
	soaMs: number,
	sink?: EventSink,
): { rt1Ms: number; rt2Ms: number } {
	const scenario = dualTaskScenario(times, [soaMs]);
	const seats = botSeats(scenario.machine.cores.length, policyById(scenario.policy));
	const chip = createChip({ scenario, seed: 1, seats, pace: "machine" });
	runToEnd(chip, sink);
	const [first, second] = chip.threads.map(
		({ finishNs, announcedNs }) => (finishNs - announcedNs) / NS_PER_MS,
	);
	return { rt1Ms: first ?? Number.NaN, rt2Ms: second ?? Number.NaN };
}

/**
 * Stage times with which the chip agrees with the class at both ends: mean first reaction time, and second
 * reaction time at the shortest and at the longest interval. What lies between is the chip's own. The reference
 * with fewer than two points.
 */
export function dualTaskTimesOf(points: readonly PrpPoint[]): DualTaskTimes {
	if (points.length < 2) return REFERENCE_TIMES;
	const [first, last] = [at(points, 0), at(points, points.length - 1)];
	const { perceptionMs } = REFERENCE_TIMES;
	// At the longest interval nothing waits; at the shortest the second decision begins when the first ends.
	const restMs = last.rt2Ms - perceptionMs;
	const firstEndMs = first.rt2Ms + first.shownMs - restMs;
	const motorMs = whole(first.rt1Ms - firstEndMs);
	return {
		perceptionMs,
		firstMs: whole(firstEndMs - perceptionMs),
		secondMs: whole(restMs - motorMs),
		motorMs,
	};
}

function whole(ms: number): number {
	return Math.max(PART_MS_MIN, Math.round(ms));
}
