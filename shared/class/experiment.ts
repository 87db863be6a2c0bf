import { type ClassResult, classResult, peopleOf } from "../brain/class-result.ts";
import { lessonById } from "../lessons/table.ts";
import { type ClassState, currentLessonId, presentStudents } from "./class-state.ts";

/** Whether the class measures itself in its current lesson. */
export function isExperiment(state: ClassState): boolean {
	return lessonById(currentLessonId(state)).kind.type === "experiment";
}

/** What the class has measured on itself so far; undefined where the lesson is none of that kind. */
export function experimentResult(state: ClassState): ClassResult | undefined {
	if (!isExperiment(state)) return undefined;
	return classResult([...state.students.values()].flatMap(({ measured }) => measured ?? []));
}

/** Whether nobody who is here has anything left to do in the experiment. */
export function isAllMeasured(state: ClassState): boolean {
	const here = presentStudents(state).filter(({ online }) => online);
	return isExperiment(state) && here.length > 0 && here.every(({ measured }) => measured !== undefined);
}

/** How many people took part: in seats (their names, null for bots), or in an experiment, which has none. */
export function peopleIn(
	seats: readonly (readonly (string | null)[])[],
	experiment: ClassResult | undefined,
): number {
	if (experiment === undefined) return seats.flat().filter((name) => name !== null).length;
	return peopleOf(experiment);
}
