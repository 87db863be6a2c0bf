import { isPlayed } from "../lessons/kind.ts";
import type { Lesson } from "../lessons/lesson.ts";
import { at, numberAt } from "../lib/assert.ts";
import type { SeatPlace } from "./class-event.ts";
import type { Seating } from "./seating.ts";

/** A class that opens a round, as it was before there were teams. */
type EarlierClass = {
	readonly chipsMin: number;
	/** Rounds opened before. */
	readonly rounds: number;
	/** Chips of the last one. */
	readonly chips: number | undefined;
	/** Everyone here, in order of joining, with the seat in the last round. */
	readonly students: readonly { readonly id: string; readonly place: SeatPlace | undefined }[];
};

/**
 * Who sat where in a round that a class without teams opened: seats were dealt anew to those present, or everybody
 * stayed. `seatCounts`: seats by chip of a round with so many chips, scheduler included.
 */
export function earlierSeating(
	before: EarlierClass,
	lesson: Lesson,
	seats: "dealt" | "kept",
	seatCounts: (chips: number) => readonly number[],
): Seating {
	// In an experiment everybody takes part and nobody has a seat.
	const hasSeats = isPlayed(lesson);
	const students = hasSeats ? before.students : [];
	const chipsMin = hasSeats ? Math.max(lesson.chipsMin, before.chipsMin) : lesson.chipsMin;
	const needed = chipsNeeded(lesson.chipCores, chipsMin, students.length, lesson.botSeats);
	const counts = seatCounts(seats === "kept" ? (before.chips ?? needed) : needed);
	const kept = new Map(
		students.flatMap(({ id, place }) => (place === undefined ? [] : [[id, place] as const])),
	);
	// A later version of a lesson may have fewer.
	const isThere = ({ chip, seat }: SeatPlace) => seat < (counts[chip] ?? 0);
	const ids = students.map(({ id }) => id);
	const places =
		seats === "kept" && [...kept.values()].every(isThere)
			? kept
			: dealSeats(ids, counts, before.rounds, lesson.botSeats);
	return {
		teams: counts.map(() => null),
		places: [...places].map(([student, place]) => ({ student, ...place })),
	};
}

/**
 * Deals seats as classes did before they had teams, for the events that they recorded then. Students are spread over the chips one by one, so that every chip has one before
 * any has two; neighbours in `students` who share a chip stay together. Both the chip and the seat on it
 * advance by one with every round, so that everybody plays every role. `seatCounts`: seats per chip, scheduler
 * included; `botSeats` stay empty on each. Students beyond the last seat get none.
 */
export function dealSeats(
	students: readonly string[],
	seatCounts: readonly number[],
	roundNumber: number,
	botSeats: readonly number[] = [],
): ReadonlyMap<string, SeatPlace> {
	const orders = seatCounts.map((count) => seatOrder(count, botSeats));
	const people: string[][] = seatCounts.map(() => []);
	let chip = roundNumber % seatCounts.length;
	for (const student of students) {
		chip = nextOpenChip(people, orders, chip);
		if (chip < 0) break;
		at(people, chip).push(student);
		chip = (chip + 1) % seatCounts.length;
	}
	const places = new Map<string, SeatPlace>();
	people.forEach((seated, index) => {
		// A person alone on a chip alternates between core and scheduler.
		const seats = at(orders, index).slice(0, Math.max(2, seated.length));
		seated.forEach((student, position) => {
			places.set(student, { chip: index, seat: numberAt(seats, (position + roundNumber) % seats.length) });
		});
	});
	return places;
}

/** Enough for a class of 60 on chips of five seats. */
const CHIPS_MAX = 16;

/**
 * Number of chips that a round had then: at least `chipsMin`, seats for all students up to CHIPS_MAX, and always whole
 * sets of the lesson's sizes (`chipCores`), so that every size is played equally often.
 */
export function chipsNeeded(
	chipCores: readonly number[],
	chipsMin: number,
	students: number,
	botSeats: readonly number[] = [],
): number {
	const seatsPerSet = chipCores.reduce((seats, cores) => seats + cores + 1 - botSeats.length, 0);
	const sets = Math.max(Math.ceil(chipsMin / chipCores.length), Math.ceil(students / seatsPerSet));
	return Math.min(sets, Math.max(1, Math.floor(CHIPS_MAX / chipCores.length))) * chipCores.length;
}

/** A chip's first person is a core, because cores are where the work is; the second is the scheduler. */
function seatOrder(count: number, botSeats: readonly number[]): number[] {
	const order = [1, 0];
	for (let seat = 2; seat < count; seat += 1) order.push(seat);
	return order.slice(0, count).filter((seat) => !botSeats.includes(seat));
}

/**
 * The chip for the next student: the first from `from` on with the fewest people and a free seat; -1 if none is
 * free.
 */
function nextOpenChip(
	people: readonly string[][],
	orders: readonly (readonly number[])[],
	from: number,
): number {
	let best = -1;
	for (let step = 0; step < orders.length; step += 1) {
		const chip = (from + step) % orders.length;
		const seated = at(people, chip).length;
		if (seated >= at(orders, chip).length) continue;
		if (best < 0 || seated < at(people, best).length) best = chip;
	}
	return best;
}
