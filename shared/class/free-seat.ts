import type { SeatPlace } from "./class-event.ts";
import { CHIPS_MAX, mostOf, type Seatable, type Seating, type SeatsOf, seatsForPeople } from "./seating.ts";

/** A student in a round. `place`: their seat; undefined if they have none. */
export type SeatedStudent = Seatable & { readonly place: SeatPlace | undefined };

/** A round as far as seats in it are free. `teams`: by chip, the team that plays it. */
type Table = {
	readonly lesson: SeatsOf;
	readonly teams: readonly (number | null)[];
	readonly students: readonly SeatedStudent[];
};

/** A free seat on a chip that the team plays; undefined if there is none. */
export function seatWithTeam(table: Table, team: number | null): SeatPlace | undefined {
	const isTheirs = (chip: number) =>
		table.teams[chip] === team || onChip(table, chip).some((student) => student.team === team);
	return firstSeat(table, (chip) => isTheirs(chip));
}

/** A seat on a chip that nobody plays; undefined if there is none. */
export function seatOnEmptyChip(table: Table): SeatPlace | undefined {
	return firstSeat(table, (chip) => onChip(table, chip).length === 0);
}

/** Any free seat, on the chip with the fewest people; undefined if there is none. */
export function anySeat(table: Table): SeatPlace | undefined {
	const counts = table.teams.map((_, chip) => onChip(table, chip).length);
	const open = counts.filter((_, chip) => freeSeat(table, chip) !== undefined);
	return firstSeat(table, (chip) => counts[chip] === Math.min(...open));
}

/**
 * Seats a round that is played again: everybody has the very seat of before. Who had none takes a free one with
 * the team, else on a chip that nobody plays, else on one more set of chips, else any.
 */
export function keepSeats(
	lesson: SeatsOf,
	before: Table["teams"],
	students: readonly SeatedStudent[],
): Seating {
	let table: Table = {
		lesson,
		teams: before,
		students: students.map((student) => ({
			...student,
			place: student.place !== undefined && student.place.chip < before.length ? student.place : undefined,
		})),
	};
	for (const { id, team, place } of table.students) {
		if (place !== undefined) continue;
		let found = seatWithTeam(table, team) ?? seatOnEmptyChip(table);
		if (found === undefined && table.teams.length + lesson.chipCores.length <= CHIPS_MAX) {
			table = { ...table, teams: [...table.teams, ...lesson.chipCores.map(() => null)] };
			found = seatOnEmptyChip(table);
		}
		found ??= anySeat(table);
		table = {
			...table,
			students: table.students.map((each) => (each.id === id ? { ...each, place: found } : each)),
		};
	}
	return {
		teams: table.teams.map((team, chip) => teamAfter(team, onChip(table, chip))),
		places: table.students.flatMap(({ id, place }) =>
			place === undefined ? [] : [{ student: id, ...place }],
		),
	};
}

/** A chip stays its team's as long as one of it sits there. */
function teamAfter(before: number | null, here: readonly SeatedStudent[]): number | null {
	return here.some(({ team }) => team === before) ? before : mostOf(here);
}

function onChip({ students }: Table, chip: number): readonly SeatedStudent[] {
	return students.filter(({ place }) => place?.chip === chip);
}

function firstSeat(table: Table, is: (chip: number) => boolean): SeatPlace | undefined {
	for (const chip of table.teams.keys()) {
		const seat = is(chip) ? freeSeat(table, chip) : undefined;
		if (seat !== undefined) return { chip, seat };
	}
	return undefined;
}

/** A core first, because cores are where the work is, then the scheduler, then the other cores. */
function freeSeat(table: Table, chip: number): number | undefined {
	const taken = new Set(onChip(table, chip).map(({ place }) => place?.seat));
	const seats = seatsForPeople(table.lesson, chip);
	const first = seats.find((seat) => seat > 0);
	const order = seats.toSorted(
		(one, other) => Number(other === first) - Number(one === first) || one - other,
	);
	return order.find((seat) => !taken.has(seat));
}
