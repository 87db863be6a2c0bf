import type { LessonId } from "#shared/lessons/ids.ts";
import { lessonById } from "#shared/lessons/table.ts";
import type { RoundSummary } from "../store/round-row.ts";

/**
 * The best value that any chip has reached on the seed, in the lesson's measure; null if none. `rounds`: those that
 * one class, which always plays at one level, has played of one lesson. Computed from the rounds themselves, so that
 * deleting a round deletes its record too.
 */
export function seedRecord(rounds: readonly RoundSummary[], seed: number): number | null {
	let record: number | null = null;
	for (const { lesson, outcome } of rounds) {
		if (outcome === undefined || outcome.seed !== seed) continue;
		const { of, better } = lessonById(lesson as LessonId).measure;
		for (const value of outcome.chips.map(of))
			if (record === null || (better === "more" ? value > record : value < record)) record = value;
	}
	return record;
}
