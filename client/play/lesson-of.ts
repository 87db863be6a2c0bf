import { LESSON_IDS } from "#shared/lessons/ids.ts";
import type { Lesson } from "#shared/lessons/lesson.ts";
import { lessonById } from "#shared/lessons/table.ts";

/** The lesson of that id; undefined for one that this page does not know. */
export function lessonOf(id: string): Lesson | undefined {
	const known = LESSON_IDS.find((candidate) => candidate === id);
	return known === undefined ? undefined : lessonById(known);
}
