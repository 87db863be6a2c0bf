import { at, numberAt } from "../lib/assert.ts";
import type { SeatPlace } from "./class-event.ts";

/**
 * Deals seats in a new round. Students are spread over the chips one by one, so that every chip has one before
 * any has two; neighbours in `students` who share a chip stay together. Both the chip and the seat on it
 * advance by one with every round, so that everybody plays every role. `seatCounts`: seats per chip, scheduler
 * included, 0 where nobody sits; `botSeats` stay empty on each. Students beyond the last seat get none.
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
 * Number of chips a round needs: at least `chipsMin`, seats for all students up to CHIPS_MAX, and always whole
 * sets of the lesson's sizes (`chipCores`), so that every size is played equally often. Nobody sits on a chip of a
 * size of `measureCores`.
 */
export function chipsNeeded(
	chipCores: readonly number[],
	chipsMin: number,
	students: number,
	botSeats: readonly number[] = [],
	measureCores: readonly number[] = [],
): number {
	const seatsPerSet = chipCores
		.filter((cores) => !measureCores.includes(cores))
		.reduce((seats, cores) => seats + cores + 1 - botSeats.length, 0);
	const sets = Math.max(Math.ceil(chipsMin / chipCores.length), Math.ceil(students / seatsPerSet));
	return Math.min(sets, Math.max(1, Math.floor(CHIPS_MAX / chipCores.length))) * chipCores.length;
}

/** The seat that a latecomer takes over from a bot, on the chip with the fewest people; undefined if all are taken. */
export function findFreeSeat(
	seatCounts: readonly number[],
	taken: readonly SeatPlace[],
	botSeats: readonly number[] = [],
): SeatPlace | undefined {
	let best: SeatPlace | undefined;
	let fewest = Number.POSITIVE_INFINITY;
	seatCounts.forEach((count, chip) => {
		const seated = taken.filter((place) => place.chip === chip);
		if (seated.length >= Math.min(count, fewest)) return;
		const seat = seatOrder(count, botSeats).find((candidate) =>
			seated.every((place) => place.seat !== candidate),
		);
		if (seat === undefined) return;
		best = { chip, seat };
		fewest = seated.length;
	});
	return best;
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
