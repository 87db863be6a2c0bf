import type { LessonId } from "#shared/lessons/ids.ts";
import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import { score as scoreText } from "../i18n/base/format.ts";
import { sideNamesOf } from "../i18n/side-names.ts";
import { lessonWords as t } from "../i18n/words.ts";

/** What a chip scored, in both parts of a lesson with two sides, in the order of the sides. */
export function chipScores(outcomes: readonly RoundOutcome[], chip: number): string {
	const scores = outcomes
		.flatMap(({ chips }) => chips[chip] ?? [])
		.sort((one, other) => one.side - other.side)
		.map(({ score }) => score);
	return scores.every((score) => score === null) ? scoreText(null) : scores.map(scoreText).join(" · ");
}

/** Which score is which, where there are two. */
export function scorePartsNote(outcomes: readonly RoundOutcome[]): string | undefined {
	const names = sideNamesOf((outcomes[0]?.lesson ?? "") as LessonId);
	return outcomes.length > 1 ? t.scoreParts(names) : undefined;
}
