import type { Lesson } from "../lessons/lesson.ts";
import { at, numberAt } from "../lib/assert.ts";
import { sumOf } from "../lib/statistics.ts";
import { dealRoles, type PlayedRole } from "./role.ts";

/** Most chips of a round: enough for a class of 60 on chips of five seats. */
export const CHIPS_MAX = 16;

/** A student to be seated. `team`: null in a practice, and in classes of a time before teams. */
export type Seatable = {
	readonly id: string;
	readonly team: number | null;
	readonly roles: readonly PlayedRole[];
};

/** Where a student sits. */
type StudentPlace = { readonly student: string; readonly chip: number; readonly seat: number };

/** Who sits where in a round. */
export type Seating = {
	/** By chip the team that plays it, which is most of its people; null: nobody, or nobody's team. */
	readonly teams: readonly (number | null)[];
	readonly places: readonly StudentPlace[];
};

/** A lesson as far as its seats go. */
export type SeatsOf = Pick<Lesson, "chipCores" | "botSeats" | "measureCores">;

/** The seats that people can take on chip `chip` of a round of the lesson: 0 the scheduler, k core k - 1. */
export function seatsForPeople({ chipCores, botSeats, measureCores }: SeatsOf, chip: number): number[] {
	const cores = numberAt(chipCores, chip % chipCores.length);
	if (measureCores.includes(cores)) return [];
	return Array.from({ length: cores + 1 }, (_, seat) => seat).filter((seat) => !botSeats.includes(seat));
}

/**
 * Number of chips a round needs: one for each team, or where chips differ in size seats for everybody; at least
 * `chipsMin`, at most CHIPS_MAX, and always whole sets of the lesson's sizes, so that every size is there equally
 * often.
 */
export function chipsNeeded(lesson: SeatsOf, chipsMin: number, students: readonly Seatable[]): number {
	const sizes = lesson.chipCores.length;
	const perSet = sumOf([...lesson.chipCores.keys()], (chip) => seatsForPeople(lesson, chip).length);
	const needed = sizes === 1 ? byTeam(students).length : Math.ceil(students.length / perSet) * sizes;
	const sets = Math.ceil(Math.max(chipsMin, needed) / sizes);
	return Math.min(sets, Math.max(1, Math.floor(CHIPS_MAX / sizes))) * sizes;
}

/**
 * Seats teams on `chips` chips, and within each team its roles. A team gets the first free chip with a
 * seat for each of it; where sizes differ the largest teams choose first. One that fits nowhere is spread over the seats that are left, as
 * little as possible. Students beyond the last seat get none.
 */
export function dealSeats(lesson: SeatsOf, chips: number, students: readonly Seatable[]): Seating {
	const seats = Array.from({ length: chips }, (_, chip) => seatsForPeople(lesson, chip));
	const people: Seatable[][] = seats.map(() => []);
	const spread: Seatable[][] = [];
	const teams = byTeam(students);
	const inOrder =
		lesson.chipCores.length === 1 ? teams : teams.toSorted((one, other) => other.length - one.length);
	for (const team of inOrder) {
		const chip = firstFree(seats, people, team.length);
		if (chip === undefined) spread.push(team);
		else at(people, chip).push(...team);
	}
	for (const team of spread) spreadOver(seats, people, team);
	const places = people.flatMap((here, chip) =>
		[...dealRoles(here, at(seats, chip))].map(([student, seat]) => ({ student, chip, seat })),
	);
	return { teams: people.map(mostOf), places };
}

/** Students by team, in order of its number; those without a team as one. */
export function byTeam(students: readonly Seatable[]): Seatable[][] {
	const teams = new Map<number | null, Seatable[]>();
	for (const student of students) teams.set(student.team, [...(teams.get(student.team) ?? []), student]);
	return [...teams].sort(([one], [other]) => (one ?? 0) - (other ?? 0)).map(([, members]) => members);
}

/** The team that most of these are of, of several the first; null if there is none. */
export function mostOf(people: readonly Seatable[]): number | null {
	const teams = byTeam(people).filter(([first]) => first?.team !== null);
	const most = teams.reduce<readonly Seatable[]>(
		(best, team) => (team.length > best.length ? team : best),
		[],
	);
	return most[0]?.team ?? null;
}

function firstFree(
	seats: readonly (readonly number[])[],
	people: readonly (readonly Seatable[])[],
	count: number,
): number | undefined {
	const chip = seats.findIndex(({ length }, index) => length >= count && at(people, index).length === 0);
	return chip < 0 ? undefined : chip;
}

/** Puts as many as fit on the chip with the most free seats, and so on; chips that nobody plays come first. */
function spreadOver(
	seats: readonly (readonly number[])[],
	people: readonly Seatable[][],
	team: readonly Seatable[],
): void {
	let left = team;
	while (left.length > 0) {
		const open = seats
			.map(({ length }, chip) => ({ chip, taken: at(people, chip).length, length }))
			.filter(({ taken, length }) => taken < length)
			.sort(
				(one, other) =>
					Math.min(one.taken, 1) - Math.min(other.taken, 1) ||
					other.length - other.taken - (one.length - one.taken) ||
					one.chip - other.chip,
			)[0];
		if (open === undefined) return;
		const fits = open.length - open.taken;
		at(people, open.chip).push(...left.slice(0, fits));
		left = left.slice(fits);
	}
}
