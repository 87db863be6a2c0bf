import { isPlayed } from "../lessons/kind.ts";
import type { Lesson } from "../lessons/lesson.ts";
import { at, numberAt } from "../lib/assert.ts";
import { seatsForPeople } from "./seating.ts";

/** Seats of one kind: they may do the same, and their cores are equal. `seats`: 0 the scheduler, k core k - 1. */
export type SeatChoice = {
	readonly seats: readonly number[];
	/** The cores' kind where they differ, "P" or "E", and the abilities that not all have; "" for the others. */
	readonly kind: string;
};

/** The seats of a lesson's first chip that a person can choose; none in an experiment. */
export function seatsOf(lesson: Lesson): number[] {
	if (!isPlayed(lesson)) return [];
	const { actions } = lesson;
	return seatsForPeople(lesson, 0).filter(
		(seat) => (seat === 0 ? actions.scheduler : actions.core).length > 0,
	);
}

/** The same by kind, the scheduler last: cores are where the work is. */
export function seatKindsOf(lesson: Lesson): SeatChoice[] {
	const seats = seatsOf(lesson);
	if (seats.length === 0) return [];
	const cores = numberAt(lesson.chipCores, 0);
	const { machine } = lesson.createScenario({ cores, seed: 1, level: "standard", side: 0 });
	const differ = new Set(machine.cores.map(({ kind }) => kind)).size > 1;
	const isSpecial = (ability: string) => machine.cores.some(({ can }) => !can.includes(ability));
	const kinds = new Map<string, number[]>();
	for (const seat of seats.filter((one) => one > 0)) {
		const { kind, can } = at(machine.cores, seat - 1);
		const key = [...(differ ? [kind] : []), ...can.filter(isSpecial)].join(" ");
		kinds.set(key, [...(kinds.get(key) ?? []), seat]);
	}
	const ofCores = [...kinds].map(([kind, alike]) => ({ seats: alike, kind }));
	return seats.includes(0) ? [...ofCores, { seats: [0], kind: "" }] : ofCores;
}
