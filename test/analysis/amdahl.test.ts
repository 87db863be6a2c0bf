import { expect, test } from "vitest";
import {
	amdahlLimit,
	amdahlSpeedup,
	equalTasksSpeedup,
	gustafsonSpeedup,
	karpFlatt,
} from "#shared/analysis/amdahl.ts";
import { run, scenario, thread } from "../sim/builders.ts";

test("90 % parallel on 1,024 cores is 9.91 times, not the 10.9 that one can read; the limit is 10", () => {
	expect(amdahlSpeedup(0.9, 1_024)).toBeCloseTo(9.9129, 4);
	expect(amdahlLimit(0.9)).toBeCloseTo(10, 10);
});

test.each([
	[0.5, 2, 1.3333],
	[0.5, 1_024, 1.998],
	[0.99, 64, 39.2638],
	[0.99, 1_024, 91.1843],
	[0.95, 8, 5.9259],
	[0.75, 4, 2.2857],
])("Amdahl: p = %d on %d cores is %d, by formula", (share, cores, expected) => {
	expect(amdahlSpeedup(share, cores)).toBeCloseTo(expected, 4);
});

test.each([
	[0.9, 4],
	[0.5, 2],
	[0.95, 8],
	[0.75, 4],
	[0.99, 64],
])("the simulated chip obeys Amdahl's law: p = %d on %d cores", (share, cores) => {
	const totalNs = 640_000_000;
	const serial = thread(Math.round((1 - share) * totalNs), { serial: true });
	const part = thread(Math.round((share * totalNs) / cores), { after: [0] });
	const chip = run(scenario({ cores, jobs: [[serial, ...Array.from({ length: cores }, () => part)]] }));
	const speedup = totalNs / chip.nowNs;
	expect(speedup).toBeCloseTo(amdahlSpeedup(share, cores), 4);
	expect(karpFlatt(speedup, cores)).toBeCloseTo(1 - share, 4);
});

test("Gustafson, and equal tasks in rounds", () => {
	expect(gustafsonSpeedup(0.1, 8)).toBeCloseTo(7.3, 10);
	expect(gustafsonSpeedup(0.01, 1_024)).toBeCloseTo(1013.77, 2);
	expect(equalTasksSpeedup(24, 4)).toBe(4);
	expect(equalTasksSpeedup(25, 4)).toBeCloseTo(3.5714, 4);
});
