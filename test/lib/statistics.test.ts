import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mean, median, medianHigh, quantile, sum, sumOf, variance } from "#shared/lib/statistics.ts";
import { holds } from "../setup/holds.ts";

describe("statistics", () => {
	test("a sum adds from the first value to the last, so that its last digits never change", () => {
		expect([sum([0.1, 0.2, 0.3]), sum([0.3, 0.2, 0.1])]).toEqual([0.6000000000000001, 0.6]);
		expect(sumOf([{ ns: 2 }, { ns: 3 }], ({ ns }) => ns)).toBe(5);
		expect(sum([])).toBe(0);
	});

	test("a mean, and a middle, of no values are what the caller says, else not a number", () => {
		expect([mean([]), median([]), mean([], 0), median([], null)]).toEqual([Number.NaN, Number.NaN, 0, null]);
		expect([mean([1, 2, 6]), median([9, 1, 5]), median([20, 1, 2, 10])]).toEqual([3, 5, 6]);
	});

	test("the high median and a quantile are values that occur", () => {
		expect([medianHigh([20, 1, 2, 10]), medianHigh([]), quantile([], 0.5)]).toEqual([
			10,
			Number.NaN,
			Number.NaN,
		]);
		expect([0, 0.25, 0.5, 0.9, 1].map((share) => quantile([4, 3, 2, 1], share))).toEqual([1, 1, 2, 4, 4]);
	});

	test("at least the share of a quantile does not exceed it, and less than that lies below it", () => {
		const values = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 20 });
		holds(
			"quantile",
			fc.property(values, fc.double({ min: 0.01, max: 1, noNaN: true }), (all, share) => {
				const found = quantile(all, share);
				expect(all.filter((value) => value <= found).length).toBeGreaterThanOrEqual(share * all.length);
				expect(all.filter((value) => value < found).length).toBeLessThan(share * all.length);
			}),
		);
	});

	test("the variance of a sample divides by one less than its size", () => {
		expect(variance([1, 2, 6])).toBe(7);
		expect(variance([1])).toBe(Number.NaN);
	});
});
