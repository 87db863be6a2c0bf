import fc from "fast-check";
import { expect, test } from "vitest";
import { LESSONS } from "#shared/lessons/table.ts";
import {
	placeOf,
	predictionScale,
	readPrediction,
	stackDots,
	ticksOf,
	valueAt,
} from "../../client/figures/prediction-scale.ts";
import { holds } from "../setup/holds.ts";

const scales = LESSONS.map((lesson) => predictionScale(lesson.prediction));

test("every place of the slider gives a number of the range, and more to the right never less", () => {
	for (const scale of scales) {
		let before = scale.min;
		for (let step = 0; step <= 200; step++) {
			const value = valueAt(scale, step / 200);
			expect(value).toBeGreaterThanOrEqual(before);
			expect(value).toBeLessThanOrEqual(scale.max);
			before = value;
		}
		expect([valueAt(scale, 0), valueAt(scale, 1)]).toEqual([scale.min, scale.max]);
	}
});

test("where the slider begins gives the answer of no lesson away", () => {
	for (const [index, scale] of scales.entries()) {
		const truth = LESSONS[index]?.prediction.truth ?? 0;
		expect(Math.abs(valueAt(scale, 0) - truth) / truth).toBeGreaterThan(0.4);
	}
});

test("a wide range counts in factors, a narrow one in steps", () => {
	expect(predictionScale({ min: 1, max: 1024, step: 0.1 }).isLog).toBe(true);
	expect(predictionScale({ min: 1, max: 25, step: 0.01 }).isLog).toBe(false);
});

test("three to seven round numbers are written at the line of any lesson", () => {
	for (const scale of scales) {
		expect(ticksOf(scale).length).toBeGreaterThanOrEqual(3);
		expect(ticksOf(scale).length).toBeLessThanOrEqual(7);
	}
	const ticks = (min: number, max: number) => ticksOf(predictionScale({ min, max, step: 0.01 }));
	expect(ticks(1, 25)).toEqual([1, 5, 10, 15, 20, 25]);
	expect(ticks(0, 4)).toEqual([0, 1, 2, 3, 4]);
	expect(ticks(0, 2000)).toEqual([0, 500, 1000, 1500, 2000]);
	expect(ticks(0.1, 10)).toEqual([0.1, 1, 10]);
	expect(ticks(1, 1024)).toEqual([1, 10, 100, 1000]);
});

test("only a number of the range is read as a prediction", () => {
	const range = { min: 0.5, max: 25 };
	for (const typed of ["abc", "", "   ", "1e308", "-1", "0", "25.01", "NaN", "Infinity", "1,2,3", "2 3"])
		expect(readPrediction(typed, range), typed).toBeUndefined();
	expect(["0.5", " 12 ", "3,25", "25", "1e1"].map((typed) => readPrediction(typed, range))).toEqual([
		0.5, 12, 3.25, 25, 10,
	]);
});

test("ticks lie within the range", () => {
	for (const scale of scales) {
		for (const tick of ticksOf(scale)) {
			expect(placeOf(scale, tick)).toBeGreaterThanOrEqual(0);
			expect(placeOf(scale, tick)).toBeLessThanOrEqual(1);
		}
	}
});

test("no two dots lie on each other, and every prediction has one", () => {
	holds(
		"prediction dots",
		fc.property(fc.array(fc.double({ min: 1, max: 1024, noNaN: true }), { maxLength: 60 }), (values) => {
			const scale = predictionScale({ min: 1, max: 1024, step: 0.1 });
			const dots = stackDots(scale, values, 32);
			expect(dots).toHaveLength(values.length);
			expect(new Set(dots.map((dot) => `${dot.place} ${dot.level}`)).size).toBe(values.length);
		}),
	);
});
