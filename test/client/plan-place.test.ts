import { expect, test } from "vitest";
import { planPlace } from "../../client/teach/plan-place.ts";

const lesson = { from: 5, to: 13 };

test("a class within the minutes of its lesson is on time", () => {
	for (const now of [5, 9, 13]) expect(planPlace(now, lesson, false)).toEqual({ is: "onTime", minutes: 0 });
});

test("after its minutes a lesson runs late, before them it is early", () => {
	expect(planPlace(16, lesson, false)).toEqual({ is: "behind", minutes: 3 });
	expect(planPlace(1, lesson, false)).toEqual({ is: "ahead", minutes: 4 });
});

test("who still comes in is late once the first lesson should have begun, and never early", () => {
	expect(planPlace(0, lesson, true)).toEqual({ is: "onTime", minutes: 0 });
	expect(planPlace(7, lesson, true)).toEqual({ is: "behind", minutes: 2 });
});
