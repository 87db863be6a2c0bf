import { describe, expect, test } from "vitest";
import { openChoices, spreadOver } from "#shared/evaluation/open-choices.ts";
import { differenceS, findOpenDecisions } from "#shared/evaluation/open-decisions.ts";
import { openSeats } from "#shared/evaluation/play-seats.ts";
import { waitsS } from "#shared/evaluation/waits.ts";
import type { Lesson } from "#shared/lessons/lesson.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { createChance } from "#shared/lib/random.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { policyById } from "#shared/policies/table.ts";
import { advance } from "#shared/sim/advance.ts";
import { mayCommand } from "#shared/sim/apply-command.ts";

const S = NS_PER_PLAY_S;
const lesson = lessonById("parallel-work");
const setup = { cores: 4, seed: 3, level: "standard", side: 0 } as const;
const played = (id: string) => () => ({ policy: policyById(id), perS: 1 });

describe("waits", () => {
	test("count from the start and to the end of the round; nobody waits for a decision at the start", () => {
		expect(waitsS({ matterNs: [4 * S, 5 * S], roundNs: 12 * S })).toEqual([4, 1, 7]);
		expect(waitsS({ matterNs: [0, 5 * S], roundNs: 12 * S })).toEqual([5, 7]);
		expect(waitsS({ matterNs: [], roundNs: 12 * S })).toEqual([12]);
	});
});

describe("what an option is worth", () => {
	test("is the difference in continuations in which best and worst were not chosen", () => {
		expect(
			differenceS([
				[5, 3, 4],
				[6, 3, 4],
				[5, 3, 4],
				[6, 3, 4],
			]),
		).toBeCloseTo(2.5, 9);
	});

	test("is nothing where options differ by luck alone", () => {
		const chance = createChance(11, 1);
		const byLuck = Array.from({ length: 400 }, () =>
			differenceS(Array.from({ length: 4 }, () => Array.from({ length: 7 }, () => chance(1_000) / 100))),
		);
		expect(Math.abs(byLuck.reduce((sum, value) => sum + value, 0) / byLuck.length)).toBeLessThan(0.5);
	});
});

describe("what is open to a seat", () => {
	test("is what it may do, whoever would do it, and never what only undoes", () => {
		const { chip } = openSeats(lesson, setup, played(lesson.policies.naive));
		advance(chip, 12 * S);
		for (const seat of [0, 1, 2, 3, 4]) {
			const open = openChoices(chip, seat, lesson);
			expect(open.every((command) => mayCommand(chip, seat, command))).toBe(true);
			expect(open.filter(({ type }) => type !== "plan")).toEqual([]);
		}
		// The naive scheduler places nothing, but it could.
		expect(openChoices(chip, 0, lesson).length).toBeGreaterThan(4);
	});

	test("is tried from one end to the other", () => {
		expect(spreadOver([1, 2, 3, 4, 5, 6, 7, 8, 9], 3)).toEqual([1, 5, 9]);
		expect(spreadOver([1, 2], 3)).toEqual([1, 2]);
	});
});

describe("a seat", () => {
	test("has decisions that matter although its player does nothing", () => {
		const { matterNs, roundNs } = findOpenDecisions(lesson, setup, 0, played(lesson.policies.naive));
		expect(roundNs).toBe(90 * S);
		expect(matterNs.length).toBeGreaterThan(5);
		expect(matterNs).toEqual(matterNs.toSorted((one, other) => one - other));
	});

	test("has none where nothing makes a difference", () => {
		const { measure } = lesson;
		const flat: Lesson = { ...lesson, measure: { ...measure, worthS: () => 0 } };
		expect(findOpenDecisions(flat, setup, 0, played(lesson.policies.expert)).matterNs).toEqual([]);
	});

	test("has none where it may do nothing", () => {
		const idle: Lesson = { ...lesson, actions: { scheduler: [], core: [] } };
		expect(findOpenDecisions(idle, setup, 1, played(lesson.policies.expert)).matterNs).toEqual([]);
	});
});
