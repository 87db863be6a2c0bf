import type { Lesson, LessonSetup } from "../lessons/lesson.ts";
import { numberAt } from "../lib/assert.ts";
import { median, quantile } from "../lib/statistics.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import { policyById } from "../policies/table.ts";
import { REFERENCE_PER_S } from "../result/simulate-players.ts";
import { findOpenDecisions, type OpenDecisions } from "./open-decisions.ts";

/** Seeds of which the waits are taken, each of another core: every option of every decision is several rounds. */
const SEEDS = 4;

/** How long a seat of the kind waits between two decisions that matter, in seconds of play. */
export type Waits = { readonly seat: "scheduler" | "core"; readonly median: number; readonly p95: number };

/**
 * The waits of the scheduler and of the cores where all play the idea; of the cores with a scheduler that plays
 * naively, as one who knew the idea too would do for them what both can do. Takes some ten seconds.
 */
export function waitsOf(
	lesson: Lesson,
	{ seeds, ...setup }: Omit<LessonSetup, "seed"> & { readonly seeds: readonly number[] },
): Waits[] {
	const { expert, naive } = lesson.policies;
	const kinds = [
		{ seat: "scheduler", seats: [0], schedulerId: expert },
		{ seat: "core", seats: Array.from({ length: setup.cores }, (_, core) => core + 1), schedulerId: naive },
	] as const;
	return kinds.flatMap(({ seat, seats, schedulerId }) => {
		const held = seats.filter((own) => !lesson.botSeats.includes(own));
		if (held.length === 0) return [];
		const gaps = seeds.slice(0, SEEDS).flatMap((seed, index) =>
			waitsS(
				findOpenDecisions(lesson, { ...setup, seed }, numberAt(held, index % held.length), (other) => ({
					policy: policyById(other === 0 ? schedulerId : expert),
					perS: REFERENCE_PER_S,
				})),
			),
		);
		return [{ seat, median: median(gaps), p95: quantile(gaps, 0.95) }];
	});
}

/** Times between decisions that matter, before the first and after the last, in seconds of play. */
export function waitsS({ matterNs, roundNs }: OpenDecisions): number[] {
	const times = [0, ...matterNs, roundNs];
	return (
		times
			.slice(1)
			.map((atNs, index) => (atNs - numberAt(times, index)) / NS_PER_PLAY_S)
			// A decision at the very start is waited for by nobody.
			.filter((waitS) => waitS > 0)
	);
}
