import { describe, expect, test } from "vitest";
import { missRatio, tabulate } from "#shared/sim/memory/miss-curve.ts";
import type { MissCurve } from "#shared/sim/scenario/scenario.ts";
import { parseScenario } from "#shared/sim/scenario/scenario-file.ts";
import { NO_MEMORY } from "./builders.ts";

function curve(missCurve: MissCurve, workingSetKib: number): (kib: number) => number {
	const table = tabulate({ ...NO_MEMORY, missCurve, workingSetKib });
	return (kib) => missRatio(table, kib);
}

function mistakes(points: readonly (readonly [number, number])[]): readonly string[] {
	const parsed = parseScenario({
		title: "one task",
		machine: { cores: [{}] },
		processes: [{ name: "p", workingSetKib: 100, missCurve: { type: "table", points } }],
		jobs: [{ name: "job", threads: [{ name: "a", program: [{ type: "compute", workNs: 7 }] }] }],
		arrivals: [{ type: "at", atNs: 0, job: 0 }],
		end: { type: "done" },
	});
	return parsed.ok ? [] : parsed.reason;
}

describe("measured miss curve", () => {
	test("[M9] is straight between its points and level after the last", () => {
		const points = [
			[0, 1],
			[100, 0.8],
			[128, 0.1],
			[500, 0.05],
		] as const;
		const misses = curve({ type: "table", points }, 2_000);
		expect([0, 50, 100, 114, 128, 314, 500, 1_000, 3_000].map(misses)).toEqual(
			[1, 0.9, 0.8, 0.45, 0.1, 0.075, 0.05, 0.05, 0.05].map((share) => expect.closeTo(share, 12)),
		);
		// More than the working set is never in a cache.
		expect(curve({ type: "table", points }, 50)(400)).toBeCloseTo(0.9, 12);
	});

	test("[M9] of two points says the same as the straight line between them", () => {
		const points = [
			[0, 1],
			[600, 0.25],
		] as const;
		const linear = curve({ type: "linear", floor: 0.25 }, 800);
		const table = curve({ type: "table", points }, 800);
		for (let kib = 0; kib <= 900; kib += 50) expect(table(kib)).toBeCloseTo(linear(kib), 12);
	});

	test("begins with no cache, goes on to larger ones, and never rises; else the file is refused", () => {
		expect(mistakes([[0, 1]])).toEqual([]);
		expect(
			mistakes([
				[4, 1],
				[4, 0.5],
				[8, 0.7],
			]),
		).toEqual([
			"processes[0].missCurve.points[0][0]: expected 0 KiB, where the curve begins, found 4",
			"processes[0].missCurve.points[1][0]: expected more KiB than 4, found 4",
			"processes[0].missCurve.points[2][1]: expected at most 0.5, because more cache misses no more, found 0.7",
		]);
	});
});
