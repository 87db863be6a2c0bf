import type { Lesson, LessonTarget } from "../lessons/lesson.ts";
import { at, numberAt } from "../lib/assert.ts";
import { sumOf } from "../lib/statistics.ts";
import type { DecisionFigures, LessonEvaluation, PoliciesEvaluation } from "./evaluate-lesson.ts";

const EXPERT_SCORE_MIN = 80;
const PACE_SPREAD_MAX = 15;
const RANDOM_BAND = { min: -20, max: 25 };
const AHEAD_OF_CONSTANTS_MIN = 5;
const DECISIONS_PER_MINUTE_MIN = 12;
const COST_S_MIN = 1;

/** Targets that the lesson misses according to these figures. */
export function missedTargets(lesson: Lesson, figures: LessonEvaluation): LessonTarget[] {
	const missed = missedByPolicies(lesson, figures);
	if (!eachSeat(figures, isBusy)) missed.push("busy");
	if (!eachSeat(figures, (decisions) => decisions.some(({ costS }) => costS >= COST_S_MIN)))
		missed.push("costly");
	return missed;
}

/** Missed targets among those about policies, which hold at every level. */
export function missedByPolicies(
	{ policies: { expert, random, constants } }: Lesson,
	figures: PoliciesEvaluation,
): LessonTarget[] {
	const scoresOf = (id: string): readonly number[] =>
		at(
			figures.policies,
			figures.policies.findIndex(({ policy }) => policy === id),
		).scores;
	const own = scoresOf(expert);
	const atMiddling = (id: string): number => numberAt(scoresOf(id), scoresOf(id).length >> 1);
	const met: Record<PolicyTarget, boolean> = {
		expert: own.every((score) => score > EXPERT_SCORE_MIN),
		pace: Math.max(...own) - Math.min(...own) <= PACE_SPREAD_MAX,
		random: atMiddling(random) >= RANDOM_BAND.min && atMiddling(random) <= RANDOM_BAND.max,
		constant: constants.every((id) => atMiddling(id) <= atMiddling(expert) - AHEAD_OF_CONSTANTS_MIN),
	};
	return OF_POLICIES.filter((target) => !met[target]);
}

const OF_POLICIES = ["expert", "pace", "random", "constant"] as const;
type PolicyTarget = (typeof OF_POLICIES)[number];

function eachSeat(
	{ decisions }: LessonEvaluation,
	holds: (own: readonly DecisionFigures[]) => boolean,
): boolean {
	const seats = [...new Set(decisions.map(({ seat }) => seat))];
	return seats.every((seat) => holds(decisions.filter((decision) => decision.seat === seat)));
}

function isBusy(decisions: readonly DecisionFigures[]): boolean {
	return sumOf(decisions, ({ perMinute }) => perMinute) >= DECISIONS_PER_MINUTE_MIN;
}
