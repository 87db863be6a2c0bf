import type { Level } from "../lessons/ids.ts";
import type { Decision, Lesson } from "../lessons/lesson.ts";
import { medianHigh, sumOf } from "../lib/statistics.ts";
import { REFERENCE_PER_S } from "../result/simulate-players.ts";
import { findCounterfactuals } from "./counterfactuals.ts";

/** Least difference between the options of a real decision, in seconds of play. */
const REAL_S = 0.3;
/** How long play continues after a decision before its options are compared. */
const HORIZON_NS = 15_000_000;

/** What one kind of decision amounts to, over the rounds that were simulated. */
export type DecisionFigures = Pick<Decision, "id" | "seat"> & {
	/** Real decisions per minute at the seat of that kind with the fewest. */
	readonly perMinute: number;
	/** Median difference between the best and the worst option, in seconds of play. */
	readonly costS: number;
	/** Share of decisions in which the expert policy took an option within `REAL_S` of the best, 0 to 1. */
	readonly expertRight: number;
};

/** Evaluates the decisions of every seat on the first two of the seeds. */
export function evaluateDecisions(
	lesson: Lesson,
	level: Level,
	side: number,
	seeds: readonly number[],
): DecisionFigures[] {
	const cores = lesson.chipCores[0] ?? 4;
	const playedWith = (schedulerId: string) =>
		seeds.slice(0, 2).map((seed) =>
			findCounterfactuals({
				lesson,
				setup: { cores, seed, level, side },
				policyId: lesson.policies.expert,
				schedulerId,
				decisionsPerS: REFERENCE_PER_S,
				horizonNs: HORIZON_NS,
			}),
		);
	const { expert, naive } = lesson.policies;
	const led = playedWith(expert);
	// A core's decisions are counted with the scheduler's seat played as when nobody takes it.
	const beside = naive === expert ? led : playedWith(naive);
	const minutes = sumOf(led, ({ roundNs }) => roundNs) / 60_000_000;
	return lesson.decisions.map(({ id, seat }) => {
		const isScheduler = seat === "scheduler";
		const all = (isScheduler ? led : beside)
			.flatMap(({ counterfactuals }) => counterfactuals)
			.filter((choice) => choice.what === id && (choice.seat === 0) === isScheduler);
		const seats = isScheduler ? [0] : Array.from({ length: cores }, (_, core) => core + 1);
		const played = seats.filter((candidate) => !lesson.botSeats.includes(candidate));
		const real = all.map(({ worthS }) => Math.max(...worthS) - Math.min(...worthS)).filter((s) => s > REAL_S);
		const perSeat = played.map(
			(own) =>
				all.filter(
					(choice) => choice.seat === own && Math.max(...choice.worthS) - Math.min(...choice.worthS) > REAL_S,
				).length,
		);
		const right = all.filter(({ worthS }) => (worthS[0] ?? 0) >= Math.max(...worthS) - REAL_S).length;
		return {
			id,
			seat,
			perMinute: Math.min(...perSeat) / minutes,
			costS: medianHigh(real),
			expertRight: all.length === 0 ? 0 : right / all.length,
		};
	});
}
