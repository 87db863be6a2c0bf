import type { Lesson, LessonSetup } from "../lessons/lesson.ts";
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

/** The waits of every kind of seat while all play the idea. Takes some seconds. */
export function waitsOf(
	lesson: Lesson,
	{ seeds, ...setup }: Omit<LessonSetup, "seed"> & { readonly seeds: readonly number[] },
): Waits[] {
	const gaps = { scheduler: [] as number[], core: [] as number[] };
	for (const seed of seeds.slice(0, SEEDS)) {
		const { counterfactuals, roundNs } = findCounterfactuals({
			lesson,
			setup: { ...setup, seed },
			policyId: lesson.policies.expert,
			decisionsPerS: REFERENCE_PER_S,
			horizonNs: HORIZON_NS,
		});
		const real = counterfactuals.filter(
			({ worthS }) => Math.max(...worthS) - Math.min(...worthS) >= MATTERS_S,
		);
		for (let seat = 0; seat <= setup.cores; seat++) {
			if (lesson.botSeats.includes(seat)) continue;
			const times = real.filter((choice) => choice.seat === seat).map(({ atNs }) => atNs);
			const own = [0, ...times, roundNs].map(
				(atNs, index, all) => (atNs - (all[index - 1] ?? 0)) / NS_PER_PLAY_S,
			);
			gaps[seat === 0 ? "scheduler" : "core"].push(...own.slice(1));
		}
	}
	return (["scheduler", "core"] as const)
		.filter((seat) => gaps[seat].length > 0)
		.map((seat) => ({ seat, median: median(gaps[seat]), p95: quantile(gaps[seat], 0.95) }));
}
