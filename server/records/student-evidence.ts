import type { SeatPlace } from "#shared/class/class-event.ts";
import { type ClassState, currentLessonId } from "#shared/class/class-state.ts";
import { conceptEvidence, type SeatEvidence } from "#shared/result/evidence.ts";
import type { StudentEvidence } from "../store/round-row.ts";

/** Places by student at the end of the round, including students who leave the class later. */
export type Places = ReadonlyMap<string, SeatPlace | undefined>;

export function placesOf({ students }: ClassState): Places {
	return new Map([...students.values()].map(({ id, place }) => [id, place]));
}

/**
 * The evidence for everybody who sat in the round or has answered, with their current answers. `seats`: by chip and
 * seat.
 */
export function studentEvidence(
	state: ClassState,
	places: Places,
	seats: readonly (readonly (readonly SeatEvidence[])[])[],
): StudentEvidence[] {
	const lesson = currentLessonId(state);
	return [...state.students.values()]
		.filter(({ id, answers }) => places.get(id) !== undefined || answers.length > 0)
		.map(({ id, name, answers }) => {
			const place = places.get(id);
			const seat = place === undefined ? undefined : seats[place.chip]?.[place.seat];
			return { name, concepts: conceptEvidence(lesson, seat, answers) };
		})
		.filter(({ concepts }) => concepts.length > 0);
}
