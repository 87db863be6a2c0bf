import type { Level } from "../lessons/ids.ts";
import type { Decision, Lesson } from "../lessons/lesson.ts";
import { medianHigh, sumOf } from "../lib/statistics.ts";
import { scoreOf } from "../result/score.ts";
import { REFERENCE_PER_S, simulatePlayers } from "../result/simulate-players.ts";
import { findCounterfactuals } from "./counterfactuals.ts";

/** Slow, medium and fast players, in decisions per second and seat. */
export const PACES_PER_S = [0.4, 0.8, 1.2] as const;
/** Seeds on which lessons are tuned. */
export const TUNING_SEEDS = [1, 2, 3, 4, 5, 6] as const;
/**
 * Seeds on which lessons are judged, disjoint from those they are tuned on; enough that medians depend little
 * on luck.
 */
export const JUDGING_SEEDS: readonly number[] = Array.from({ length: 30 }, (_, index) => 101 + index);
/** Least difference between the options of a real decision, in seconds of play. */
const REAL_S = 0.3;
/** How long play continues after a decision before its options are compared. */
const HORIZON_NS = 15_000_000;

/** How one policy does in a lesson. */
export type PolicyFigures = {
	readonly policy: string;
	/** Measure and score by pace, slowest first; medians over the seeds. */
	readonly values: readonly number[];
	readonly scores: readonly number[];
};

/** What one kind of decision amounts to, over the rounds that were simulated. */
export type DecisionFigures = Pick<Decision, "id" | "seat"> & {
	/** Real decisions per minute at the seat of that kind with the fewest. */
	readonly perMinute: number;
	/** Median difference between the best and the worst option, in seconds of play. */
	readonly costS: number;
	/** Share of decisions in which the expert policy took an option within `REAL_S` of the best, 0 to 1. */
	readonly expertRight: number;
};

/** How a lesson's policies do. `naive` and `best` are the values that score 0 and 100, in the lesson's measure. */
export type PoliciesEvaluation = {
	readonly naive: number;
	readonly best: number;
	readonly policies: readonly PolicyFigures[];
};

/** How a lesson's policies do, and what its seats have to decide. */
export type LessonEvaluation = PoliciesEvaluation & {
	readonly decisions: readonly DecisionFigures[];
};

/**
 * Evaluates whether a lesson is worth playing: how its policies do at every pace, and what there is to decide
 * in every seat. Takes minutes.
 */
export function evaluateLesson(
	lesson: Lesson,
	level: Level,
	side: number,
	seeds: readonly number[],
): LessonEvaluation {
	return {
		...evaluatePolicies(lesson, medianPlayed(lesson, level, side, seeds)),
		decisions: evaluateDecisions(lesson, level, side, seeds),
	};
}

/**
 * Median over some seeds of the lesson's measure when all seats are played by `policy` at `perS` decisions per
 * second.
 */
export type MedianPlayed = (policy: string, perS: number) => number;

/** Simulates rounds on a chip of the lesson's first size, one per seed and policy. */
export function medianPlayed(
	lesson: Lesson,
	level: Level,
	side: number,
	seeds: readonly number[],
): MedianPlayed {
	const cores = lesson.chipCores[0] ?? 4;
	return (policy, perS) =>
		medianHigh(seeds.map((seed) => simulatePlayers(lesson, { cores, seed, level, side }, policy, perS)));
}

/** Evaluates the lesson's policies: the expert policy at every pace, all others at `othersPerS`. */
export function evaluatePolicies(
	{ policies, measure }: Lesson,
	measured: MedianPlayed,
	othersPerS: readonly number[] = PACES_PER_S,
): PoliciesEvaluation {
	const { naive: naiveId, expert, random, constants, rivals } = policies;
	const everybody = [...new Set([naiveId, random, ...constants, ...rivals, expert])];
	const naive = measured(naiveId, REFERENCE_PER_S);
	const known = everybody.map((policy) => measured(policy, REFERENCE_PER_S));
	const best = measure.better === "more" ? Math.max(...known) : Math.min(...known);
	return {
		naive,
		best,
		policies: everybody.map((policy) => {
			const values = (policy === expert ? PACES_PER_S : othersPerS).map((perS) => measured(policy, perS));
			return {
				policy,
				values,
				scores: values.map((value) => scoreOf(value, naive, best, measure.better)),
			};
		}),
	};
}

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
