import { describe, expect, test } from "vitest";
import { REFERENCE_EFFECT_MS, referenceRt2Ms } from "#shared/analysis/prp-reference.ts";
import { classResult } from "#shared/brain/class-result.ts";
import { personMeans } from "#shared/brain/person.ts";
import { dualTaskTimesOf, runDualTask } from "#shared/brain/run-dual-task.ts";
import { dualOrder } from "#shared/brain/trial-order.ts";
import { REFERENCE_TIMES } from "#shared/lessons/brain.ts";
import { dualTaskRun } from "../../client/brain/dual-task-lanes.ts";
import { dualTrials, PLAIN } from "./observer.ts";

describe("the chip of the brain", () => {
	test("is that of the validation table: the same stages give the same reaction times", () => {
		const times = { perceptionMs: 150, firstMs: 400, secondMs: 250, motorMs: 150 };
		const reaction = [50, 150, 300, 400, 800].map((soaMs) => runDualTask(times, soaMs));
		expect(reaction.map(({ rt1Ms }) => rt1Ms)).toEqual([700, 700, 700, 700, 700]);
		expect(reaction.map(({ rt2Ms }) => rt2Ms)).toEqual([900, 800, 650, 550, 550]);
	});

	test("with the stages of a class without spread lands on all its points", () => {
		const people = [0, 1, 2, 3, 4, 5, 6, 7].map((person) =>
			personMeans([], [], dualTrials(PLAIN, 5, person), dualOrder(5, person)),
		);
		const { points } = classResult(people);
		const times = dualTaskTimesOf(points);
		expect(times).toEqual(REFERENCE_TIMES);
		for (const { shownMs, rt2Ms } of points)
			expect(Math.abs(runDualTask(times, shownMs).rt2Ms - rt2Ms)).toBeLessThan(1);
	});

	test("draws what its cores did: the second waits for the lock only while the first has it", () => {
		const [near, far] = [dualTaskRun(REFERENCE_TIMES, 50), dualTaskRun(REFERENCE_TIMES, 800)];
		expect(near.lanes[1]).toEqual([
			{ part: "see", fromMs: 50, toMs: 200 },
			{ part: "wait", fromMs: 200, toMs: 643 },
			{ part: "decide", fromMs: 643, toMs: 902 },
			{ part: "move", fromMs: 902, toMs: 1_012 },
		]);
		expect(far.lanes[1]?.map(({ part }) => part)).toEqual(["see", "decide", "move"]);
		expect(near.lanes[0]).toEqual(far.lanes[0]);
	});
});

describe("the published curve", () => {
	test("gives the four measured means, and the intervals between, to a ms", () => {
		const published = {
			0: 1013,
			50: 964,
			100: 918,
			150: 874,
			200: 832,
			300: 758,
			400: 698,
			800: 565,
			1000: 540,
		};
		for (const [soaMs, rt2Ms] of Object.entries(published))
			expect(Math.abs(referenceRt2Ms(Number(soaMs)) - rt2Ms), soaMs).toBeLessThan(1);
		expect(REFERENCE_EFFECT_MS).toBe(399);
	});
});
