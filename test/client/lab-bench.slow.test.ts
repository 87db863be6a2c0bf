import { describe, expect, test } from "vitest";
import { FAMILY_IDS } from "#shared/lab/family.ts";
import { type Setup, standardSetup, withValue } from "#shared/lab/setup.ts";
import type { Subject } from "#shared/lab/subject.ts";
import { runnableOf } from "#shared/lab/subject.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { checksum } from "#shared/sim/chip/checksum.ts";
import {
	advanceBench,
	type Bench,
	isOver,
	nextStepNs,
	nextTickNs,
	openBench,
} from "../../client/lab/bench.ts";
import { occupancy, workRates } from "../../client/lab/curves.ts";
import { measure } from "../../client/lab/measures.ts";
import { runAll } from "../lab/runs.ts";

const END = Number.POSITIVE_INFINITY;
const subject = (setup: Setup): Subject => ({ type: "setup", ...setup });
const standard = (family: Setup["family"]) => subject(standardSetup(family));
const sums = ({ sides }: Bench) => sides.map(({ chip }) => checksum(chip));

/** Runs to the end in pieces of that length. */
function runInPieces(subjects: readonly Subject[], pieceNs: number): Bench {
	const bench = openBench(subjects);
	while (!isOver(bench)) advanceBench(bench, bench.nowNs + pieceNs);
	return bench;
}

describe("the lab's bench", () => {
	test("every program ends as it does on the command line, however it is cut", () => {
		for (const family of FAMILY_IDS) {
			const alone = checksum(runAll(runnableOf(standard(family)), 1_000_000).chip);
			const whole = openBench([standard(family)]);
			advanceBench(whole, END);
			expect([family, ...sums(whole)]).toEqual([family, alone]);
			expect(sums(runInPieces([standard(family)], 777_777))).toEqual([alone]);
		}
	});

	test("curves do not depend on how fast it was run", () => {
		const slow = runInPieces([standard("cache")], 1_234_567);
		const fast = openBench([standard("cache")]);
		advanceBench(fast, END);
		expect(workRates(slow, ["A"])).toEqual(workRates(fast, ["A"]));
		expect(occupancy(slow, 0, "l3Kib", "others")).toEqual(occupancy(fast, 0, "l3Kib", "others"));
	});

	test("it keeps a few hundred samples of any length, evenly", () => {
		const { sides, everyNs } = runInPieces([standard("lock")], END);
		const times = sides[0]?.samples.map(({ atNs }) => atNs) ?? [];
		expect(times.length).toBeGreaterThan(200);
		expect(times.length).toBeLessThan(500);
		expect(times.slice(0, 3)).toEqual([0, everyNs, 2 * everyNs]);
	});

	test("two sides run in step; the one that is done first waits for the other", () => {
		const bench = openBench([standard("equal"), subject(withValue(standardSetup("equal"), "pCores", 1))]);
		advanceBench(bench, 20 * NS_PER_PLAY_S);
		expect(bench.nowNs).toBe(20 * NS_PER_PLAY_S);
		expect(bench.sides.map(({ chip }) => chip.finished)).toEqual([true, false]);
		const { timesS, curves } = workRates(bench, ["A", "B"]);
		expect(curves.map(({ values }) => values.at(-1) === null)).toEqual([true, false]);
		expect(timesS.at(-1)).toBe(20);
		expect(bench.sides.map((side) => measure(side, bench.nowNs).timeNs)).toEqual([
			bench.sides[0]?.chip.nowNs,
			20 * NS_PER_PLAY_S,
		]);
	});

	test("a step goes to the next event of either side, a tick to the next 25 us", () => {
		const bench = openBench([standard("equal")]);
		expect(nextStepNs(bench)).toBeGreaterThan(0);
		advanceBench(bench, nextStepNs(bench));
		expect(nextTickNs(bench)).toBe(25_000);
		advanceBench(bench, nextTickNs(bench));
		expect([bench.nowNs, nextTickNs(bench)]).toEqual([25_000, 50_000]);
	});

	test("it stops where its time is up, and nothing is lost by that", () => {
		const bench = openBench([standard("lock")]);
		let calls = 0;
		while (!isOver(bench)) advanceBench(bench, END, undefined, () => ++calls % 5 !== 0);
		expect(calls).toBeGreaterThan(200);
		expect(sums(bench)).toEqual(sums(runInPieces([standard("lock")], END)));
	});
});

describe("the lab's figures", () => {
	const measured = (setup: Setup) => {
		const bench = openBench([subject(setup)]);
		advanceBench(bench, END);
		const [side] = bench.sides;
		if (side === undefined) throw new Error("no side");
		return measure(side, bench.nowNs);
	};

	test("25 tasks of 2 s on 4 cores: 50 s of work in seven rounds", () => {
		const { rate, tasksDone, timeNs, usefulShare } = measured(standardSetup("equal"));
		expect(tasksDone).toBe(25);
		expect(timeNs / NS_PER_PLAY_S).toBeCloseTo(14, 1);
		expect(rate).toBeCloseTo(50 / 14, 1);
		expect(usefulShare).toBeCloseTo(50 / 56, 2);
	});

	test("updates are lost without a lock, and none with one", () => {
		const { updates } = measured(standardSetup("race"));
		expect(updates?.lost).toBeGreaterThan(0);
		expect(measured(withValue(standardSetup("race"), "guard", "lock")).updates?.lost).toBe(0);
	});

	test("the watchdog bites without inheritance, and not with it", () => {
		expect(measured(standardSetup("inversion")).deadlines?.missed).toBeGreaterThan(0);
		expect(measured(withValue(standardSetup("inversion"), "inherits", "yes")).deadlines?.missed).toBe(0);
	});

	test("a reserved part of the L3 helps the careful task; its work and the streams' are all the work", () => {
		const shared = measured(standardSetup("neighbours"));
		const fenced = measured(withValue(standardSetup("neighbours"), "reservedPercent", 80));
		const rateOf = (of: typeof shared) => of.rates.find(({ name }) => name === "Careful task")?.rate ?? 0;
		expect(rateOf(fenced)).toBeGreaterThan(1.3 * rateOf(shared));
		expect(shared.rates.reduce((sum, { rate }) => sum + rate, 0)).toBeCloseTo(shared.rate, 6);
	});
});
