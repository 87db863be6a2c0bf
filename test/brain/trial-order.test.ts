import { describe, expect, test } from "vitest";
import { SOAS_MS } from "#shared/analysis/prp-reference.ts";
import { dualOrder, keyMapping, PRACTICE_TRIALS, searchOrder } from "#shared/brain/trial-order.ts";

const people = Array.from({ length: 60 }, (_, person) => person);

describe("the order of trials", () => {
	test("has every interval, and every pair of colour and digit, once in each block of four", () => {
		for (const person of people) {
			const specs = dualOrder(7, person);
			expect(specs).toHaveLength(32);
			for (let from = 0; from < specs.length; from += 4) {
				const block = specs.slice(from, from + 4);
				expect(block.map(({ soaMs }) => soaMs).sort((one, two) => one - two)).toEqual([...SOAS_MS]);
				expect(new Set(block.map(({ colour, digit }) => `${colour}${digit}`)).size).toBe(4);
			}
			for (const soaMs of SOAS_MS)
				expect(specs.slice(PRACTICE_TRIALS).filter((spec) => spec.soaMs === soaMs)).toHaveLength(6);
		}
	});

	test("is the same for the same seed and person, and differs between people and seeds", () => {
		expect(dualOrder(7, 3)).toEqual(dualOrder(7, 3));
		expect(new Set(people.map((person) => JSON.stringify(dualOrder(7, person)))).size).toBe(60);
		expect(dualOrder(8, 3)).not.toEqual(dualOrder(7, 3));
		expect(searchOrder(8, 3)).not.toEqual(searchOrder(7, 3));
	});

	test("shows every number of dots with and without the odd one", () => {
		const shown = searchOrder(7, 1).map(({ items, present }) => `${items} ${present}`);
		expect(new Set(shown).size).toBe(8);
	});

	test("gives four people in a row four mappings of keys", () => {
		const mappings = [0, 1, 2, 3].map((person) => JSON.stringify(keyMapping(person)));
		expect(new Set(mappings).size).toBe(4);
		expect(keyMapping(5)).toEqual(keyMapping(1));
	});
});
