import { type ClassResult, classResult, peopleOf } from "../brain/class-result.ts";
import { lessonById } from "../lessons/table.ts";
import { type ClassState, currentLessonId, presentStudents } from "./class-state.ts";

/** Whether the current lesson is an experiment on the class itself. */
export function isExperiment(state: ClassState): boolean {
	return lessonById(currentLessonId(state)).kind.type === "experiment";
}

/** Result of the class's experiment so far; undefined in other lessons. */
export function experimentResult(state: ClassState): ClassResult | undefined {
	if (!isExperiment(state)) return undefined;
	return classResult([...state.students.values()].flatMap(({ measured }) => measured ?? []));
}

/** Whether everybody online has finished the experiment, and somebody is online. */
export function isAllMeasured(state: ClassState): boolean {
	const here = presentStudents(state).filter(({ online }) => online);
	return isExperiment(state) && here.length > 0 && here.every(({ measured }) => measured !== undefined);
}

/** Number of people who took part: in seats (names, null for bots), or in an experiment, which has none. */
export function peopleIn(
	seats: readonly (readonly (string | null)[])[],
	experiment: ClassResult | undefined,
): number {
	if (experiment === undefined) return seats.flat().filter((name) => name !== null).length;
	return peopleOf(experiment);
}
