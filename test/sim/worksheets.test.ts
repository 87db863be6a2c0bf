import { describe, expect, test } from "vitest";
import { at } from "#shared/lib/assert.ts";
import { createChance } from "#shared/lib/random.ts";
import { sum } from "#shared/lib/statistics.ts";
import { edf } from "#shared/policies/textbook/edf.ts";
import { fifo } from "#shared/policies/textbook/fifo.ts";
import { lottery } from "#shared/policies/textbook/lottery.ts";
import { mlfq } from "#shared/policies/textbook/mlfq.ts";
import { priority } from "#shared/policies/textbook/priority.ts";
import { rr } from "#shared/policies/textbook/rr.ts";
import { sjf } from "#shared/policies/textbook/sjf.ts";
import { stcf } from "#shared/policies/textbook/stcf.ts";
import type { Policy } from "#shared/sim/chip/policy.ts";
import { run, scenario, thread } from "./builders.ts";
import {
	byKey,
	feedback,
	roundRobin,
	roundRobinOn,
	simulate,
	type Worksheet,
	worksheets,
} from "./worksheet.ts";

/** Worksheets on which chip and reference disagree, with both answers. */
function disagreements(
	sheets: readonly Worksheet[],
	chip: (sheet: Worksheet) => number[],
	reference: (sheet: Worksheet) => number[],
): unknown[] {
	return sheets
		.map((sheet) => ({ sheet, chip: chip(sheet), reference: reference(sheet) }))
		.filter((each) => each.chip.join() !== each.reference.join());
}

/** A worksheet without slices. */
const unsliced = (sheet: Worksheet): Worksheet => ({ ...sheet, quantum: 0 });

describe("a hundred random worksheets each: every process ends when a short reference says", () => {
	test("[D9] round robin, also where switching costs time", () => {
		for (const switching of [0, 1]) {
			const sheets = worksheets(100, 4_100 + switching);
			const chip = (sheet: Worksheet) => simulate(sheet, rr, switching);
			expect(disagreements(sheets, chip, (sheet) => roundRobin(sheet, switching))).toEqual([]);
		}
	});

	test("[D2] first come first served, and shortest job first", () => {
		const sheets = worksheets(100, 4_200);
		const served = (sheet: Worksheet) => byKey(sheet, ({ arrives }) => arrives, false);
		expect(disagreements(sheets, (sheet) => simulate(sheet, fifo), served)).toEqual([]);
		const shortest = (sheet: Worksheet) => byKey(sheet, ({ needs }) => needs, false);
		expect(disagreements(worksheets(100, 4_300), (sheet) => simulate(sheet, sjf), shortest)).toEqual([]);
	});

	test("[D5] [D10] shortest time to completion first", () => {
		const reference = (sheet: Worksheet) => byKey(sheet, (_, left) => left, true);
		expect(disagreements(worksheets(100, 4_400), (sheet) => simulate(sheet, stcf), reference)).toEqual([]);
	});

	test("[D5] [D8] preemptive priorities", () => {
		const reference = (sheet: Worksheet) => byKey(sheet, (line) => -line.priority, true);
		const chip = (sheet: Worksheet) => simulate(unsliced(sheet), priority);
		expect(disagreements(worksheets(100, 4_500), chip, reference)).toEqual([]);
	});

	test("[D5] [D8] earliest deadline first", () => {
		const reference = (sheet: Worksheet) => byKey(sheet, ({ arrives, due }) => arrives + due, true);
		expect(disagreements(worksheets(100, 4_600), (sheet) => simulate(sheet, edf), reference)).toEqual([]);
	});

	test("[D5] [D8] [D9] [D10] the same on two and three cores with one queue", () => {
		for (const cores of [2, 3]) {
			const on = (policy: Policy) => (sheet: Worksheet) => simulate(sheet, policy, 0, cores);
			const reference = (sheet: Worksheet) => roundRobinOn(sheet, cores);
			expect(disagreements(worksheets(100, 4_900 + cores), on(rr), reference)).toEqual([]);
			const urgent = (sheet: Worksheet) => byKey(sheet, (line) => -line.priority, true, cores);
			const chip = (sheet: Worksheet) => on(priority)(unsliced(sheet));
			expect(disagreements(worksheets(100, 5_000 + cores), chip, urgent)).toEqual([]);
			const shortest = (sheet: Worksheet) => byKey(sheet, (_, left) => left, true, cores);
			expect(disagreements(worksheets(100, 5_100 + cores), on(stcf), shortest)).toEqual([]);
		}
	});

	test("[D8] [D9] a multi-level feedback queue", () => {
		const chip = (sheet: Worksheet) => simulate(sheet, mlfq);
		expect(disagreements(worksheets(100, 4_700), chip, feedback)).toEqual([]);
	});
});

test("[D4] a lottery's shares are those of its tickets, as far apart as chance alone puts them", () => {
	const chance = createChance(4_800, 0);
	const slices = 1_000;
	const squares = Array.from({ length: 60 }, (_, seed) => {
		const tickets = Array.from({ length: 2 + chance(4) }, () => 1 + chance(9));
		const jobs = [tickets.map((priority) => thread(1_000_000, { priority }))];
		const chip = run(
			scenario({ jobs, quantumNs: 10, end: { type: "horizon", ns: 10 * slices } }),
			lottery,
			seed,
		);
		return tickets.map((count, id) => {
			const share = count / sum(tickets);
			const drawn = at(chip.threads, id).doneNs / 10;
			return (drawn - slices * share) ** 2 / (slices * share * (1 - share));
		});
	}).flat();
	// Squares of standard scores: their mean is 1, and 18 is beyond one in 40,000.
	expect(Math.max(...squares)).toBeLessThan(18);
	expect(Math.abs(sum(squares) / squares.length - 1)).toBeLessThan(0.4);
});
