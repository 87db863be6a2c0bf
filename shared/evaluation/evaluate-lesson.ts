import type { Level } from "../lessons/ids.ts";
import type { Decision, Lesson } from "../lessons/lesson.ts";
import { medianHigh, sumOf } from "../lib/statistics.ts";
import { scoreOf } from "../result/score.ts";
import { REFERENCE_PER_S, simulatePlayers } from "../result/simulate-players.ts";
import { findCounterfactuals } from "./counterfactuals.ts";

/** Slow, middling and quick players, in decisions a second and seat. */
export const PACES_PER_S = [0.4, 0.8, 1.2] as const;
/** What lessons are tuned on. */
export const TUNING_SEEDS = [1, 2, 3, 4, 5, 6] as const;
/** What lessons are judged on, which nobody has tuned them on: so many that medians say little of luck. */
export const JUDGING_SEEDS: readonly number[] = Array.from({ length: 30 }, (_, index) => 101 + index);
/** A decision is real if its options end so far apart, in seconds of play. */
const REAL_S = 0.3;
/** For how long a round goes on after a decision before its options are compared. */
const HORIZON_NS = 15_000_000;

export type PolicyFigures = {
	readonly policy: string;
	/** By pace, the slowest first: the measure, and the score that it makes. Medians over the seeds. */
	readonly values: readonly number[];
	readonly scores: readonly number[];
};

export type DecisionFigures = Pick<Decision, "id" | "seat"> & {
	/** Of the seat of that kind that has the fewest. */
	readonly perMinute: number;
	/** Of all of them: the best option against the worst, at the median, in seconds of play. */
	readonly costS: number;
	/** How often the expert took an option within `REAL_S` of the best, 0 to 1. */
	readonly expertRight: number;
};

/** How the players of a lesson do. */
export type PoliciesEvaluation = {
	readonly naive: number;
	readonly best: number;
	readonly policies: readonly PolicyFigures[];
};

export type LessonEvaluation = PoliciesEvaluation & {
	readonly decisions: readonly DecisionFigures[];
};

/** What a lesson is worth playing: how its players do at every pace, and what there is to decide in every seat. */
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

/** What the lesson measures where all seats are played by `policy` at `perS` decisions a second: the median of some seeds. */
export type MedianPlayed = (policy: string, perS: number) => number;

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

/** How its players do: who knows its idea at every pace, all others at `othersPerS`. */
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

/** What there is to decide in every seat, by the first two of the seeds. */
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
	const { expert, bot } = lesson.policies;
	const led = playedWith(expert);
	// What is there for a core to decide beside the scheduler that sits there when nobody does.
	const beside = bot.scheduler === expert ? led : playedWith(bot.scheduler);
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
