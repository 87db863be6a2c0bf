import type { LessonId } from "#shared/lessons/ids.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { isByHand } from "#shared/result/attendance.ts";
import { SCORE_FORMULA } from "#shared/result/score.ts";
import type { RoundSummary } from "../store/round-row.ts";

/**
 * The best value that any chip has reached on the seed by hand, in the lesson's measure; null if none. `rounds`: those
 * that one class, which always plays at one level, has played of one lesson; those whose scores are of another formula
 * do not count, since bots played otherwise. Computed from the rounds themselves, so that deleting a round deletes its
 * record too.
 */
export function seedRecord(
	rounds: readonly RoundSummary[],
	seed: number,
	formula: number = SCORE_FORMULA,
): number | null {
	let record: number | null = null;
	for (const { lesson, outcome } of rounds) {
		if (outcome?.seed !== seed || outcome.formula !== formula) continue;
		const { of, better } = lessonById(lesson as LessonId).measure;
		for (const value of outcome.chips.filter(isByHand).map(of))
			if (record === null || (better === "more" ? value > record : value < record)) record = value;
	}
	return record;
}
