import { describe, expect, test } from "vitest";
import { amdahlSpeedup } from "#shared/analysis/amdahl.ts";
import { amdahl } from "#shared/lessons/amdahl.ts";
import type { Lesson } from "#shared/lessons/lesson.ts";
import { parallelWork } from "#shared/lessons/parallel-work.ts";
import { LESSONS } from "#shared/lessons/table.ts";
import { at } from "#shared/lib/assert.ts";
import { measureRound } from "#shared/result/measure-round.ts";
import { formulaOf, isScored, scoreOf } from "#shared/result/score.ts";
import { recordTimeline } from "#shared/result/timeline.ts";
import { whyNoScore } from "#shared/result/why-no-score.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import { presentRound } from "#shared/round/recorded-round.ts";
import type { RoundLog } from "#shared/round/round.ts";
import { CAUSES } from "#shared/sim/chip/chip.ts";

const botRound = (lesson: (typeof LESSONS)[number], seed: number, turns = 360) => ({
	header: createRoundHeader(lesson, seed, 1, () => false),
	commands: [],
	turns,
});

/** A round with people in all seats, who do nothing. */
function heldRound(lesson: Lesson, seed: number): RoundLog {
	return { ...botRound(lesson, seed), header: createRoundHeader(lesson, seed, 1, () => true) };
}

/** For what does not depend on them. */
const REFERENCE = { policy: "none", pace: "human", value: 1 } as const;
const UNSEARCHED = { naive: REFERENCE, best: REFERENCE, machine: REFERENCE };

describe("a measured round", () => {
	test("amdahl: best known at machine speed lies within 6 % of the formula on every chip", () => {
		for (const seed of [1, 2, 3]) {
			const { chips, references } = measureRound(presentRound(botRound(amdahl, seed)));
			const single = references[chips.findIndex(({ cores }) => cores === 1)]?.machine.value ?? Number.NaN;
			chips.forEach(({ cores, parallelShare }, index) => {
				const speedup = at(references, index).machine.value / single;
				// The round ends within a program, of which the serial part counts for less than it takes.
				expect(Math.abs(speedup / amdahlSpeedup(parallelShare, cores) - 1)).toBeLessThan(0.06);
			});
		}
	});

	test("in every lesson the best known beats the naive policy on every chip of more than two cores", () => {
		for (const lesson of LESSONS) {
			const { chips, references } = measureRound(presentRound(heldRound(lesson, 11)));
			chips.forEach(({ cores }, index) => {
				const { naive, best, machine } = at(references, index);
				// A figure with deductions may be below 0, so it is differences that count.
				const sign = lesson.measure.better === "more" ? 1 : -1;
				const least = Math.min(Math.abs(best.value), Math.abs(naive.value));
				if (cores > 2) expect(sign * (best.value - naive.value)).toBeGreaterThan(0.05 * least);
				// A policy that is asked sooner may, by an anomaly, end a little later.
				expect(sign * (machine.value - best.value)).toBeGreaterThan(-0.02 * Math.abs(best.value));
			});
		}
	});

	test("books all core time, and throughput adds up to the threads done", () => {
		for (const lesson of LESSONS) {
			for (const chip of measureRound(presentRound(botRound(lesson, 3)), () => UNSEARCHED).chips) {
				expect(CAUSES.reduce((sum, cause) => sum + chip.causes[cause], 0)).toBe(chip.timeNs * chip.cores);
				expect(chip.throughput.reduce((sum, count) => sum + count, 0)).toBe(chip.threadsDone);
				expect(chip.throughput).toHaveLength(Math.ceil(chip.timeNs / 1_000_000));
			}
		}
	});

	test("a round that was cut short is held against references of the same length", () => {
		const { chips, references } = measureRound(presentRound(botRound(parallelWork, 3, 100)));
		expect(at(chips, 0).timeNs).toBe(25_000_000);
		expect(at(references, 0).machine.value).toBeLessThanOrEqual(4 * 25_000_000);
	});

	test("a timeline has no gaps and ends with the round", () => {
		const log = botRound(amdahl, 4, 120);
		for (const segments of recordTimeline(presentRound(log), 0)) {
			expect(at(segments, 0).fromNs).toBe(0);
			segments.forEach((segment, index) => {
				expect(segment.toNs).toBe(segments[index + 1]?.fromNs ?? 30_000_000);
			});
		}
	});
});

describe("score", () => {
	test("is 0 for the naive policy, 100 for the best known, linear between, and ends at -20 and 110", () => {
		expect([scoreOf(10, 10, 20), scoreOf(20, 10, 20), scoreOf(15, 10, 20)]).toEqual([0, 100, 50]);
		expect([scoreOf(0, 10, 20), scoreOf(40, 10, 20)]).toEqual([-20, 110]);
	});

	test("is none where policies hardly differ: that is luck", () => {
		expect([isScored(19.9, 20), isScored(20.1, 20), isScored(19, 20)]).toEqual([false, false, true]);
	});

	test("is of a formula with a number, which rounds of earlier versions do not have", () => {
		expect([5, 6, 7, 8].map(formulaOf)).toEqual([1, 1, 2, 2]);
	});

	test("is none where nobody held a seat, or the round was ended before a third of it", () => {
		const header = createRoundHeader(parallelWork, 3, 1, (_chip, seat) => seat === 1);
		const measured = (turns: number, isHeld = true) => {
			const seats = at(header.chips, 0).seats.map((seat) => ({ ...seat, driver: "bot" as const }));
			const chips = isHeld ? header.chips : [{ ...at(header.chips, 0), seats }];
			return measureRound(presentRound({ header: { ...header, chips }, commands: [], turns }));
		};
		const [short, whole, empty] = [measured(100), measured(360), measured(360, false)];
		expect([short, whole, empty].map((outcome) => whyNoScore(outcome, 0))).toEqual([
			"short",
			undefined,
			"nobody",
		]);
		expect(at(whole.chips, 0)).toMatchObject({ held: [1], score: expect.any(Number) });
	});
});
