import { expect, test } from "vitest";
import { evaluateLesson, JUDGING_SEEDS } from "#shared/evaluation/evaluate-lesson.ts";
import { missedTargets } from "#shared/evaluation/lesson-targets.ts";
import { LEVELS, type LessonId } from "#shared/lessons/ids.ts";
import { sidesOf } from "#shared/lessons/kind.ts";
import type { Lesson, LessonTarget } from "#shared/lessons/lesson.ts";
import { LESSONS } from "#shared/lessons/table.ts";
import { simulatePlayers } from "#shared/result/simulate-players.ts";

/** Lessons in files of their own, so that they are evaluated beside each other: what they share, and what takes longest. */
const MEMORY: readonly LessonId[] = ["cache-affinity", "shared-cache", "false-sharing", "interference"];
const SLOWEST: readonly LessonId[] = ["rush-hour"];

/** Every lesson in which people decide. */
const PLAYED = LESSONS.filter(({ decisions }) => decisions.length > 0);

export const MEMORY_LESSONS = PLAYED.filter(({ id }) => MEMORY.includes(id));
export const SLOWEST_LESSONS = PLAYED.filter(({ id }) => SLOWEST.includes(id));
export const OTHER_LESSONS = PLAYED.filter(({ id }) => !MEMORY.includes(id) && !SLOWEST.includes(id));

const TEST_MS_MAX = 480_000;

/** Holds the lessons, played by scripted policies on each of their sides, to their targets. */
export function evaluateLessons(lessons: readonly Lesson[]): void {
	test("there are lessons to evaluate", () => {
		expect(lessons.length).toBeGreaterThan(0);
	});

	test.each(lessons)(
		"$id meets its targets",
		(lesson) => {
			const missed = new Set<LessonTarget>();
			for (const side of sidesOf(lesson)) {
				const figures = evaluateLesson(lesson, "standard", side, JUDGING_SEEDS);
				for (const target of missedTargets(lesson, figures)) missed.add(target);
				for (const { id, seat, perMinute, costS } of lesson.decisions) {
					const found = figures.decisions.find((decision) => decision.id === id && decision.seat === seat);
					expect(found?.perMinute, `${seat}: ${id} a minute`).toBeGreaterThanOrEqual(perMinute);
					expect(found?.costS, `${seat}: ${id} costs`).toBeGreaterThanOrEqual(costS);
				}
			}
			expect([...missed]).toEqual([]);
		},
		TEST_MS_MAX,
	);

	test.each(lessons)(
		"$id is another round at every level, and the idea helps at each",
		(lesson) => {
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
}
