import { type SeatChoice, seatKindsOf } from "#shared/class/seat-choice.ts";
import type { LessonId } from "#shared/lessons/ids.ts";
import type { Lesson } from "#shared/lessons/lesson.ts";

const known = new Map<LessonId, readonly SeatChoice[]>();

/** The kinds of seats of a lesson, worked out once: they follow from a whole scenario. */
export function kindsOf(lesson: Lesson): readonly SeatChoice[] {
	const kinds = known.get(lesson.id) ?? seatKindsOf(lesson);
	known.set(lesson.id, kinds);
	return kinds;
}
