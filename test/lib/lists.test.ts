import { describe, expect, test } from "vitest";
import { appended, countFrom, insertAt, removeAt } from "#shared/lib/lists.ts";

describe("lists", () => {
	test("an item at the end of an empty list makes a new one, and of any other changes that", () => {
		const empty: number[] = [];
		const one = appended(empty, 7);
		expect([empty, one]).toEqual([[], [7]]);
		expect(appended(one, 8)).toBe(one);
		expect(one).toEqual([7, 8]);
	});

	test("numbers are counted from the first one on", () => {
		expect([countFrom(5, 3), countFrom(0, 0)]).toEqual([[5, 6, 7], []]);
	});

	test("what is inserted at a place is removed from there, whatever stands before and behind", () => {
		for (const given of [[], [1], [1, 2], [1, 2, 3]])
			for (let place = 0; place <= given.length; place++) {
				const list = [...given];
				insertAt(list, place, 9);
				expect(list).toEqual([...given.slice(0, place), 9, ...given.slice(place)]);
				removeAt(list, place);
				expect(list).toEqual(given);
			}
	});
});
