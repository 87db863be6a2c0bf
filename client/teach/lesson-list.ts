import { LESSON_IDS, type LessonId } from "#shared/lessons/ids.ts";

/** One lesson of the list, in the order of play; those that are not chosen keep their place. */
export type ListedLesson = { readonly id: LessonId; readonly chosen: boolean };

/** These lessons first and chosen, then all others. */
export function listOf(lessons: readonly LessonId[]): ListedLesson[] {
	const others = LESSON_IDS.filter((id) => !lessons.includes(id));
	return [...lessons.map((id) => ({ id, chosen: true })), ...others.map((id) => ({ id, chosen: false }))];
}

export function chosenOf(order: readonly ListedLesson[]): LessonId[] {
	return order.filter(({ chosen }) => chosen).map(({ id }) => id);
}

/** With that lesson chosen, or not. */
export function choose(order: readonly ListedLesson[], lesson: LessonId, chosen: boolean): ListedLesson[] {
	return order.map((each) => (each.id === lesson ? { ...each, chosen } : each));
}

/** With the lesson at `index` one place earlier or later. */
export function move(order: readonly ListedLesson[], index: number, by: -1 | 1): ListedLesson[] {
	const next = [...order];
	next.splice(index + by, 0, ...next.splice(index, 1));
	return next;
}
