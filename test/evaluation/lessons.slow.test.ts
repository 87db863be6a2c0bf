import { describe, expect, test } from "vitest";
import { missedByPolicies, missedTargets } from "#shared/evaluation/lesson-targets.ts";
import { LEVELS } from "#shared/lessons/ids.ts";
import { sidesOf } from "#shared/lessons/kind.ts";
import type { LessonTarget } from "#shared/lessons/lesson.ts";
import { numberAt } from "#shared/lib/assert.ts";
import { simulatePlayers } from "#shared/result/simulate-players.ts";
import { decisionsOf, heldLevels, policiesOf, shareReached } from "./cells.ts";
import { figuresOf, PLAYED_LESSONS } from "./kept.ts";

/** What the same player reaches falls by at least so much from one level to the next. */
const STEP = 1.01;
/** Where nothing is kept of a lesson, all its figures are computed. */
const TEST_MS_MAX = 600_000;

const ofManyLevels = PLAYED_LESSONS.filter((lesson) => heldLevels(lesson).length > 1);

test("there are lessons to evaluate", () => {
	expect(PLAYED_LESSONS.length).toBeGreaterThan(10);
	expect(ofManyLevels.length).toBe(PLAYED_LESSONS.length - 1);
});

describe.each(PLAYED_LESSONS)("$id", (lesson) => {
	test(
		"meets its targets",
		async () => {
			const kept = await figuresOf(lesson);
			const missed = new Set<LessonTarget>();
			for (const side of sidesOf(lesson)) {
				const decisions = decisionsOf(lesson, side, kept);
				const figures = { ...policiesOf(lesson, "standard", side, kept), decisions };
				for (const target of missedTargets(lesson, figures)) missed.add(target);
				for (const { id, seat, perMinute, costS } of lesson.decisions) {
					const found = decisions.find((decision) => decision.id === id && decision.seat === seat);
					expect(found?.perMinute, `${seat}: ${id} a minute`).toBeGreaterThanOrEqual(perMinute);
					expect(found?.costS, `${seat}: ${id} costs`).toBeGreaterThanOrEqual(costS);
				}
			}
			expect([...missed]).toEqual([]);
		},
		TEST_MS_MAX,
	);

	test(
		"is another round at every level, and the idea helps at each",
		() => {
			const { expert, naive } = lesson.policies;
			const sign = lesson.measure.better === "more" ? 1 : -1;
			const cores = lesson.chipCores[0] ?? 4;
			const scenarios = LEVELS.map((level) => {
				const setup = { cores, seed: 1, level, side: 0 };
				const gained =
					simulatePlayers(lesson, setup, expert, 0.8) - simulatePlayers(lesson, setup, naive, 0.8);
				expect(sign * gained, level).toBeGreaterThan(0);
				return JSON.stringify(lesson.createScenario(setup));
			});
			expect(new Set(scenarios).size).toBe(LEVELS.length);
		},
		TEST_MS_MAX,
	);
});

describe.each(ofManyLevels)("$id", (lesson) => {
	test(
		"meets on starter and expert what its players are held to on standard",
		async () => {
			const kept = await figuresOf(lesson);
			for (const level of ["starter", "expert"] as const)
				for (const side of sidesOf(lesson)) {
					const figures = policiesOf(lesson, level, side, kept);
					expect(missedByPolicies(lesson, figures), `${level}, side ${side}`).toEqual([]);
				}
		},
		TEST_MS_MAX,
	);

	test(
		"is harder from level to level: who knows its idea and decides slowly reaches less of what there is to reach",
		async () => {
			const kept = await figuresOf(lesson);
			const reached = LEVELS.map((level) =>
				sidesOf(lesson).reduce((sum, side) => sum + shareReached(lesson, level, side, kept), 0),
			);
			for (const index of [0, 1])
				expect(numberAt(reached, index) / numberAt(reached, index + 1), LEVELS[index]).toBeGreaterThan(STEP);
		},
		TEST_MS_MAX,
	);
});
