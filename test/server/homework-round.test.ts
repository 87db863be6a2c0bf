import { describe, expect, test } from "vitest";
import type { ClassState } from "#shared/class/class-state.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { at } from "#shared/lib/assert.ts";
import { measureRound } from "#shared/result/measure-round.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import { presentRound } from "#shared/round/recorded-round.ts";
import { createHomeworkTally, type PlayedPractice } from "../../server/records/homework-round.ts";

const LESSON = lessonById("processes-threads");
const header = createRoundHeader(LESSON, 5, 1, () => true);
const measured = measureRound(presentRound({ header, commands: [], turns: 8 }));

/** A part of a run, played to its end by the student in seat 1 for that share of it. */
function part(which: 0 | 1, played: number, score: number, timeNs = 90): PlayedPractice {
	const chip = { ...at(measured.chips, 0), side: which, score, timeNs };
	const student = { place: { chip: 0, seat: 1 }, hints: 0 };
	return {
		outcome: { ...measured, part: which, chips: [chip] },
		attendance: { finished: true, shares: [[0, played]] },
		state: { students: new Map([["ada", student]]) } as unknown as ClassState,
	};
}

describe("homework in a lesson of two parts", () => {
	test("a run counts by the share of both parts, as its score is that of both", () => {
		const tally = createHomeworkTally();
		expect(tally(part(0, 1, 80), 1)).toMatchObject({ finishedMs: null, played: 1 });
		const both = tally(part(1, 0.2, 20), 2);
		expect(both).toMatchObject({ finishedMs: 2, score: 50 });
		expect(both?.played).toBeCloseTo(0.6, 9);
		expect(both?.sides.map((side) => side?.score)).toEqual([80, 20]);
	});

	test("the longer part weighs more", () => {
		const tally = createHomeworkTally();
		tally(part(0, 0.6, 80, 30), 1);
		const both = tally(part(1, 0.3, 20, 90), 2);
		expect(both).toMatchObject({ finishedMs: null, score: null });
		expect(both?.played).toBeCloseTo(0.375, 9);
	});

	test("a first part of which little was played is made up for by the second", () => {
		const tally = createHomeworkTally();
		expect(tally(part(0, 0.3, 80), 1)).toMatchObject({ finishedMs: null, played: 0.3, sides: [] });
		expect(tally(part(1, 0.9, 20), 2)).toMatchObject({ finishedMs: 2, score: 50 });
	});

	test("the next run begins anew", () => {
		const tally = createHomeworkTally();
		tally(part(0, 1, 80), 1);
		tally(part(1, 1, 20), 2);
		expect(tally(part(0, 0.1, 80), 3)).toMatchObject({ finishedMs: null, played: 0.1 });
		expect(tally(part(1, 0.1, 20), 4)).toMatchObject({ finishedMs: null, score: null, played: 0.1 });
	});
});
