import type { SeatPlace } from "#shared/class/class-event.ts";
import { type ClassState, currentLessonId } from "#shared/class/class-state.ts";
import type { Attendance } from "#shared/result/attendance.ts";
import { conceptEvidence } from "#shared/result/evidence.ts";
import type { StudentEvidence } from "../store/round-row.ts";
import type { MeasuredRound } from "./measure-worker.ts";

/** Places by student at the end of the round, including students who leave the class later. */
export type Places = ReadonlyMap<string, SeatPlace | undefined>;

export function placesOf({ students }: ClassState): Places {
	return new Map([...students.values()].map(({ id, place }) => [id, place]));
}

/**
 * The evidence for everybody who sat in the round or has answered, with their current answers. `evidence` and `shares`:
 * by chip and seat.
 */
export function studentEvidence(
	state: ClassState,
	places: Places,
	{
		evidence,
		shares,
	}: { readonly evidence: MeasuredRound["evidence"]; readonly shares: Attendance["shares"] },
): StudentEvidence[] {
	const lesson = currentLessonId(state);
	return [...state.students.values()]
		.filter(({ id, answers }) => places.get(id) !== undefined || answers.length > 0)
		.map(({ id, name, answers }): StudentEvidence => {
			const place = places.get(id);
			const shown = place && evidence[place.chip]?.[place.seat];
			return {
				name,
				role: place === undefined ? null : place.seat === 0 ? "scheduler" : "core",
				decisions: shown?.decisions ?? null,
				played: place === undefined ? null : (shares[place.chip]?.[place.seat] ?? null),
				concepts: conceptEvidence(lesson, shown?.concepts, answers),
			};
		})
		.filter(({ role, concepts }) => role !== null || concepts.length > 0);
}
