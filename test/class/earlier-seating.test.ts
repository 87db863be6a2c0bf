import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chipsNeeded, dealSeats } from "#shared/class/earlier-seating.ts";
import { holds } from "../setup/holds.ts";

const students = (count: number) => Array.from({ length: count }, (_, index) => `s${index}`);

describe("dealing seats before there were teams", () => {
	test("a chip's first person is a core, the second its scheduler, then come the other cores", () => {
		expect([...dealSeats(students(3), [5], 0)]).toEqual([
			["s0", { chip: 0, seat: 1 }],
			["s1", { chip: 0, seat: 0 }],
			["s2", { chip: 0, seat: 2 }],
		]);
	});

	test("every chip has a person before one has two", () => {
		const places = dealSeats(students(4), [5, 3, 9, 2], 0);
		expect([...places.values()].map(({ chip }) => chip)).toEqual([0, 1, 2, 3]);
	});

	test("with every round everyone moves on to the next chip, and to another seat", () => {
		const rounds = [0, 1, 2, 3].map((round) => dealSeats(["s0"], [5, 3, 9, 2], round).get("s0"));
		expect(rounds).toEqual([
			{ chip: 0, seat: 1 },
			{ chip: 1, seat: 0 },
			{ chip: 2, seat: 1 },
			{ chip: 3, seat: 0 },
		]);
	});

	test("nobody shares a seat, and everybody has one while there are any", () => {
		const seatCounts = fc.array(fc.integer({ min: 2, max: 17 }), { minLength: 1, maxLength: 12 });
		holds(
			"earlier seating",
			fc.property(fc.integer({ min: 0, max: 60 }), seatCounts, fc.nat(100), (count, counts, round) => {
				const places = [...dealSeats(students(count), counts, round).values()];
				const seats = counts.reduce((sum, seatCount) => sum + seatCount, 0);
				expect(places.length).toBe(Math.min(count, seats));
				expect(new Set(places.map(({ chip, seat }) => `${chip}:${seat}`)).size).toBe(places.length);
				for (const { chip, seat } of places) expect(seat).toBeLessThan(counts[chip] ?? 0);
			}),
		);
	});
});

describe("chips of a round", () => {
	test.each([
		[[4], 1, 0, 1],
		[[4], 1, 5, 1],
		[[4], 1, 6, 2],
		[[4], 3, 6, 3],
		[[4], 1, 60, 12],
		[[4, 2, 8, 1], 4, 3, 4],
		[[4, 2, 8, 1], 4, 20, 8],
		[[4, 2, 8, 1], 5, 1, 8],
	])("sizes %j, at least %i, %i students: %i", (sizes, least, count, chips) => {
		expect(chipsNeeded(sizes, least, count)).toBe(chips);
	});
});
