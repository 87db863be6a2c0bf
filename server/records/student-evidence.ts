import { type ClassState, currentLessonId } from "#shared/round/class-state.ts";
import { type ConceptEvidence, conceptEvidence, type SeatEvidence } from "#shared/round/evidence.ts";

/** What one student showed of the concepts of a round's lesson. */
export type StudentEvidence = { readonly name: string; readonly concepts: readonly ConceptEvidence[] };

/** Of everybody who sat in the round or answered, as it is now; `seats`: by chip and seat. */
export function studentEvidence(
	state: ClassState,
	seats: readonly (readonly (readonly SeatEvidence[])[])[],
): StudentEvidence[] {
	const lesson = currentLessonId(state);
	return [...state.students.values()]
		.filter(({ place, answers }) => place !== undefined || answers.length > 0)
		.map(({ name, place, answers }) => {
			const seat = place === undefined ? undefined : seats[place.chip]?.[place.seat];
			return { name, concepts: conceptEvidence(lesson, seat, answers) };
		})
		.filter(({ concepts }) => concepts.length > 0);
}
