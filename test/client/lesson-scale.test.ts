import fc from "fast-check";
import { expect, test } from "vitest";
import {
	placeOf,
	predictionScale,
	stackDots,
	ticksOf,
	valueAt,
} from "../../client/lesson/prediction-scale.ts";
import { LESSONS } from "../../shared/lessons/table.ts";

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

test("the middle of the slider gives the answer of no lesson away", () => {
	for (const [index, scale] of scales.entries()) {
		const truth = LESSONS[index]?.prediction.truth ?? 0;
		expect(Math.abs(valueAt(scale, 0.5) - truth) / truth).toBeGreaterThan(0.5);
	}
});

test("a wide range counts in factors, a narrow one in steps", () => {
	expect(predictionScale({ min: 1, max: 1024, step: 0.1 }).isLog).toBe(true);
	expect(predictionScale({ min: 1, max: 25, step: 0.01 }).isLog).toBe(false);
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
	fc.assert(
		fc.property(fc.array(fc.double({ min: 1, max: 1024, noNaN: true }), { maxLength: 60 }), (values) => {
			const scale = predictionScale({ min: 1, max: 1024, step: 0.1 });
			const dots = stackDots(scale, values, 32);
			expect(dots).toHaveLength(values.length);
			expect(new Set(dots.map((dot) => `${dot.place} ${dot.level}`)).size).toBe(values.length);
		}),
	);
});
