import { LESSON_IDS, type LessonId } from "#shared/lessons/ids.ts";

/** One lesson of the list, in the order of play; those that are not chosen keep their place. */
export type OrderedLesson = { readonly id: LessonId; readonly chosen: boolean };

/** These lessons first and chosen, then all others. */
export function orderOf(lessons: readonly LessonId[]): OrderedLesson[] {
	const others = LESSON_IDS.filter((id) => !lessons.includes(id));
	return [...lessons.map((id) => ({ id, chosen: true })), ...others.map((id) => ({ id, chosen: false }))];
}

export function chosenOf(order: readonly OrderedLesson[]): LessonId[] {
	return order.filter(({ chosen }) => chosen).map(({ id }) => id);
}

/** With that lesson chosen, or not. */
export function choose(order: readonly OrderedLesson[], lesson: LessonId, chosen: boolean): OrderedLesson[] {
	return order.map((each) => (each.id === lesson ? { ...each, chosen } : each));
}

/** With the lesson at `index` one place earlier or later. */
export function move(order: readonly OrderedLesson[], index: number, by: -1 | 1): OrderedLesson[] {
	const next = [...order];
	next.splice(index + by, 0, ...next.splice(index, 1));
	return next;
}
