import { describe, expect, test } from "vitest";
import { isPlayed } from "#shared/lessons/kind.ts";
import { LESSONS } from "#shared/lessons/table.ts";
import { LANE_STEP_NS } from "#shared/result/lanes.ts";
import { emptyBar } from "#shared/sim/chip/accounting.ts";
import { PICTURE_STEPS, type PictureRuns, simulateRule } from "../../client/explain/simulate-rule.ts";
import { causesIn, cellsOf } from "../../client/figures/lane-cells.ts";

const useful = { ...emptyBar(), useful: 100 };
const mixed = { ...emptyBar(), useful: 34, coherenceStall: 33, spin: 33 };

describe("lanes as they are drawn", () => {
	test("join steps that look the same, and parts of a step sum to eight eighths", () => {
		const cells = cellsOf([useful, useful, mixed, mixed, mixed, useful], 0, 6);
		expect(cells.map(({ steps }) => steps)).toEqual([2, 3, 1]);
		for (const { parts } of cells) expect(parts.reduce((sum, { eighths }) => sum + eighths, 0)).toBe(8);
	});

	test("show only the steps asked for, and nothing for time that did not pass", () => {
		expect(cellsOf([useful, mixed, mixed, useful], 1, 3)).toHaveLength(1);
		expect(cellsOf([emptyBar()], 0, 1)).toEqual([{ steps: 1, parts: [] }]);
		expect(causesIn([[useful, mixed]], 0, 1)).toEqual(["useful"]);
		expect(causesIn([[useful, mixed]], 0, 2)).toEqual(["useful", "coherenceStall", "spin"]);
	});
});

describe("the picture of a rule", () => {
	for (const lesson of LESSONS.filter(isPlayed))
		test(`${lesson.id}: shows that the idea pays off within its few seconds`, () => {
			const [naive, expert] = finish(simulateRule(lesson.id));
			for (const { lanes } of [naive, expert])
				for (const lane of lanes) expect(lane).toHaveLength(PICTURE_STEPS);
			const gain = expert.value - naive.value;
			expect(lesson.measure.better === "more" ? gain : -gain).toBeGreaterThan(0);
		});

	test("of Amdahl's law compares one core with four, which do less than four times as much", () => {
		const [one, four] = finish(simulateRule("amdahl"));
		expect([one.cores, four.cores]).toEqual([1, 4]);
		expect(four.value / one.value).toBeLessThan(4);
	});

	test("marks where a task begins after another, on every core and in order", () => {
		for (const { starts } of finish(simulateRule("scheduling-policy")))
			for (const steps of starts) {
				expect(steps.length).toBeGreaterThan(2);
				expect(steps).toEqual([...steps].sort((one, other) => one - other));
				expect(Math.max(...steps)).toBeLessThan(PICTURE_STEPS);
			}
	});

	test("books every step in full", () => {
		const [{ lanes }] = finish(simulateRule("false-sharing"));
		for (const bar of lanes.flat())
			expect(Object.values(bar).reduce((sum, ns) => sum + ns, 0)).toBe(LANE_STEP_NS);
	});
});

/** What is worked out bit by bit, at once. */
function finish(work: Generator<undefined, PictureRuns>): PictureRuns {
	for (;;) {
		const { done, value } = work.next();
		if (done === true) return value;
	}
}
