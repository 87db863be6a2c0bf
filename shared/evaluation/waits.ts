import type { Lesson, LessonSetup } from "../lessons/lesson.ts";
import { numberAt } from "../lib/assert.ts";
import { median, quantile } from "../lib/statistics.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import { REFERENCE_PER_S } from "../result/simulate-players.ts";
import { findCounterfactuals } from "./counterfactuals.ts";

/** A decision matters if two of its options differ by so much of the measure, in seconds of play. */
const MATTERS_S = 1;
/** How long play goes on after each option before it is measured. */
const HORIZON_NS = 15 * NS_PER_PLAY_S;
/** Seeds of which the waits are taken: every option of every decision is a round. */
const SEEDS = 2;

/** How long a seat of the kind waits between two decisions that matter, in seconds of play. */
export type Waits = { readonly seat: "scheduler" | "core"; readonly median: number; readonly p95: number };

/**
 * The waits of the scheduler and of the cores where all play the idea; of the cores with a scheduler that plays
 * naively, as one who knew the idea too would do for them what both can do. Takes some seconds.
 */
export function waitsOf(
	lesson: Lesson,
	{ seeds, ...setup }: Omit<LessonSetup, "seed"> & { readonly seeds: readonly number[] },
): Waits[] {
	const { expert, naive } = lesson.policies;
	const cores = Array.from({ length: setup.cores }, (_, core) => core + 1);
	const kinds = [
		{ seat: "scheduler", seats: [0], policyId: expert, schedulerId: expert },
		{ seat: "core", seats: cores, policyId: expert, schedulerId: naive },
	] as const;
	return kinds.flatMap(({ seat, seats, ...policies }) => {
		const gaps = seeds
			.slice(0, SEEDS)
			.flatMap((seed) => gapsOf(lesson, { ...setup, seed }, { ...policies, seats }));
		return gaps.length === 0 ? [] : [{ seat, median: median(gaps), p95: quantile(gaps, 0.95) }];
	});
}

/** Times between decisions that matter of each of the seats that people may hold, in seconds of play. */
function gapsOf(
	lesson: Lesson,
	setup: LessonSetup,
	{
		seats,
		...policies
	}: { readonly policyId: string; readonly schedulerId: string; readonly seats: readonly number[] },
): number[] {
	const { counterfactuals, roundNs } = findCounterfactuals({
		lesson,
		setup,
		...policies,
		decisionsPerS: REFERENCE_PER_S,
		horizonNs: HORIZON_NS,
	});
	const real = counterfactuals.filter(({ worthS }) => Math.max(...worthS) - Math.min(...worthS) >= MATTERS_S);
	return seats
		.filter((seat) => !lesson.botSeats.includes(seat))
		.flatMap((seat) => {
			const times = [0, ...real.filter((choice) => choice.seat === seat).map(({ atNs }) => atNs), roundNs];
			return times.slice(1).map((atNs, index) => (atNs - numberAt(times, index)) / NS_PER_PLAY_S);
		});
}
