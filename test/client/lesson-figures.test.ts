import fc from "fast-check";
import { expect, test } from "vitest";
import { lessonById } from "#shared/lessons/table.ts";
import { median } from "#shared/lib/statistics.ts";
import { measureRound } from "#shared/result/measure-round.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import { presentRound } from "#shared/round/recorded-round.ts";
import { emptyBar } from "#shared/sim/chip/accounting.ts";
import { CAUSES } from "#shared/sim/chip/chip.ts";
import { factsOf } from "../../client/explain/facts.ts";
import { barParts, wholePercents } from "../../client/figures/bar-parts.ts";
import { speedupsOf } from "../../client/figures/speedups.ts";
import { holds } from "../setup/holds.ts";

const turns = 120;
const amdahl = measureRound(
	presentRound({
		header: createRoundHeader(lessonById("amdahl"), 7, 4, () => false),
		commands: [],
		turns,
	}),
);
const parallel = measureRound(
	presentRound({
		header: createRoundHeader(lessonById("parallel-work"), 7, 2, () => false),
		commands: [],
		turns,
	}),
);

test("the parts of a bar sum to exactly 100 %, whatever the times", () => {
	holds(
		"parts of a bar",
		fc.property(
			fc.array(fc.nat(2 ** 40), { minLength: CAUSES.length, maxLength: CAUSES.length }),
			(times) => {
				fc.pre(times.some((time) => time > 0));
				const causes = emptyBar();
				for (const [index, cause] of CAUSES.entries()) causes[cause] = times[index] ?? 0;
				const sum = barParts(causes).reduce((total, part) => total + Math.round(part.percent * 10), 0);
				expect(sum).toBe(1000);
				const whole = wholePercents(barParts(causes)).reduce((total, part) => total + part.percent, 0);
				expect(whole).toBe(100);
			},
		),
	);
});

test("a bar of no time has no parts", () => {
	expect(barParts(emptyBar())).toEqual([]);
});

test("speed-ups of Amdahl's lesson are against the chip with one core, in order of cores", () => {
	const speedups = speedupsOf(amdahl);
	expect(speedups.map(({ cores }) => cores)).toEqual([1, 2, 4, 8]);
	expect(speedups[0]).toMatchObject({ measured: 1, best: 1, theory: 1 });
	expect(speedups[3]?.theory).toBeCloseTo(1 / (0.1 + 0.9 / 8), 6);
	const jobs = amdahl.chips.map((chip) => chip.jobsByWork);
	expect(speedups[3]?.measured).toBeCloseTo((jobs[2] ?? 0) / (jobs[3] ?? 1), 12);
});

test("speed-ups of parallel work are work done over time, below the number of cores", () => {
	for (const { measured, best, theory } of speedupsOf(parallel)) {
		expect(Math.min(measured, best)).toBeGreaterThan(1);
		expect(Math.max(measured, best)).toBeLessThan(theory);
		expect(theory).toBe(4);
	}
});

test("questions quote the student's own chip, but never one of a single core", () => {
	expect(factsOf(amdahl, null, 1).cores).toBe(2);
	expect(factsOf(amdahl, null, 3).cores).toBe(8);
	expect(factsOf(amdahl, null, undefined).cores).toBe(8);
});

test("the middle prediction", () => {
	expect(median([9, 1, 5])).toBe(5);
	expect(median([1, 2, 10, 20])).toBe(6);
	expect(median([], 0)).toBe(0);
});
