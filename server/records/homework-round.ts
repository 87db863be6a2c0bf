import type { LessonId } from "#shared/lessons/ids.ts";
import { lessonById } from "#shared/lessons/table.ts";
import type { RoundOutcome } from "#shared/round/outcome.ts";
import type { PlayedPractice } from "../rooms/class-directory.ts";
import type { HomeworkRound } from "../store/homework.ts";

/** What a teacher is told of a round of homework; undefined if it was not played to its end. */
export function homeworkRound(
	{ state, finished, outcome }: PlayedPractice,
	finishedMs: number,
): HomeworkRound | undefined {
	const lesson = lessonById(outcome.lesson as LessonId);
	const [student] = state.students.values();
	if (student === undefined) return undefined;
	if (lesson.experiment === true)
		return student.measured === undefined ? undefined : { finishedMs, score: null, value: null };
	const chip = ownChip(outcome, student.place?.chip);
	if (!finished || chip === undefined) return undefined;
	return { finishedMs, score: chip.score, value: lesson.measure.of(chip) };
}

function ownChip({ chips }: RoundOutcome, index: number | undefined) {
	return index === undefined ? undefined : chips[index];
}
