import type { Lesson, Target } from "../lessons/lesson.ts";
import { at } from "../lib/assert.ts";
import { type Appraisal, type DecisionFigures, PACES_PER_S } from "./appraise-lesson.ts";

const INSIGHT_LEAST = 80;
const PACE_SPREAD_MOST = 15;
const RANDOM_BAND = { least: -20, most: 25 };
const AHEAD_OF_CONSTANTS_LEAST = 5;
const DECISIONS_PER_MINUTE_LEAST = 12;
const COST_LEAST_S = 1;
/** Of the paces, the middling one. */
const MIDDLING = PACES_PER_S.indexOf(0.8);

/** The targets that the lesson misses, by these figures. */
export function missedTargets(
	{ players: { insight, random, constants } }: Lesson,
	figures: Appraisal,
): Target[] {
	const scoresOf = (id: string): readonly number[] =>
		at(
			figures.players,
			figures.players.findIndex(({ policy }) => policy === id),
		).scores;
	const own = scoresOf(insight);
	const atMiddling = (id: string): number => at(scoresOf(id), MIDDLING);
	const met: Record<Figured, boolean> = {
		insight: own.every((score) => score > INSIGHT_LEAST),
		pace: Math.max(...own) - Math.min(...own) <= PACE_SPREAD_MOST,
		random: atMiddling(random) >= RANDOM_BAND.least && atMiddling(random) <= RANDOM_BAND.most,
		constant: constants.every((id) => atMiddling(id) <= atMiddling(insight) - AHEAD_OF_CONSTANTS_LEAST),
		busy: eachSeat(figures, isBusy),
		costly: eachSeat(figures, (decisions) => decisions.some(({ costS }) => costS >= COST_LEAST_S)),
	};
	return TARGETS.filter((target) => !met[target]);
}

/** `levels` is seen without playing. */
type Figured = Exclude<Target, "levels">;
const TARGETS: readonly Figured[] = ["insight", "pace", "random", "constant", "busy", "costly"];

function eachSeat({ decisions }: Appraisal, holds: (own: readonly DecisionFigures[]) => boolean): boolean {
	const seats = [...new Set(decisions.map(({ seat }) => seat))];
	return seats.every((seat) => holds(decisions.filter((decision) => decision.seat === seat)));
}

function isBusy(decisions: readonly DecisionFigures[]): boolean {
	return decisions.reduce((sum, { perMinute }) => sum + perMinute, 0) >= DECISIONS_PER_MINUTE_LEAST;
}
