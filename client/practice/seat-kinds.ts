import type { LessonId } from "#shared/lessons/ids.ts";
import type { Lesson } from "#shared/lessons/lesson.ts";
import { type SeatKind, seatKindsOf } from "#shared/lessons/seats.ts";

const known = new Map<LessonId, readonly SeatKind[]>();

/** The kinds of seats of a lesson, worked out once: they follow from a whole scenario. */
export function kindsOf(lesson: Lesson): readonly SeatKind[] {
	const kinds = known.get(lesson.id) ?? seatKindsOf(lesson);
	known.set(lesson.id, kinds);
	return kinds;
}
