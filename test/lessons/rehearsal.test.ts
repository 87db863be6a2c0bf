import { describe, expect, it } from "vitest";
import { LEVELS } from "#shared/lessons/ids.ts";
import type { Lesson, Target } from "#shared/lessons/lesson.ts";
import { LESSONS } from "#shared/lessons/table.ts";
import { appraiseLesson, JUDGING_SEEDS } from "#shared/round/appraise-lesson.ts";
import { missedTargets } from "#shared/round/lesson-targets.ts";
import { rehearse } from "#shared/round/rehearse.ts";

/** Every lesson in which people decide, played by scripted players on each of its sides. */
const PLAYED = LESSONS.filter(({ decisions }) => decisions.length > 0);
const LONGEST_MS = 480_000;

function sidesOf({ sides }: Lesson): number[] {
	return sides.length === 0 ? [0] : sides.map((_, side) => side);
}

describe("lessons", () => {
	it("some have decisions to hold to their targets", () => {
		expect(PLAYED.map(({ id }) => id)).toContain("false-sharing");
	});

	it.each(PLAYED)(
		"$id meets its targets, but for those that it says it misses",
		(lesson) => {
			const missed = new Set<Target>();
			for (const side of sidesOf(lesson)) {
				const figures = appraiseLesson(lesson, "standard", side, JUDGING_SEEDS);
				for (const target of missedTargets(lesson, figures)) missed.add(target);
				if (lesson.misses?.includes("busy")) continue;
				for (const { id, seat, perMinute, costS } of lesson.decisions) {
					const found = figures.decisions.find((decision) => decision.id === id && decision.seat === seat);
					expect(found?.perMinute, `${seat}: ${id} a minute`).toBeGreaterThanOrEqual(perMinute);
					expect(found?.costS, `${seat}: ${id} costs`).toBeGreaterThanOrEqual(costS);
				}
			}
			if (lesson.misses?.includes("levels")) missed.add("levels");
			// Both ways: who mends a lesson takes the target off its list.
			expect([...missed].sort()).toEqual([...(lesson.misses ?? [])].sort());
		},
		LONGEST_MS,
	);

	it.each(PLAYED)(
		"$id is another round at every level, and the idea helps at each",
		(lesson) => {
			const { insight, naive } = lesson.players;
			const sign = lesson.measure.better === "more" ? 1 : -1;
			const cores = lesson.chipCores[0] ?? 4;
			const scenarios = LEVELS.map((level) => {
				const setup = { cores, seed: 1, level, side: 0 };
				const gained = rehearse(lesson, setup, insight, 0.8) - rehearse(lesson, setup, naive, 0.8);
				expect(sign * gained, level).toBeGreaterThan(0);
				return JSON.stringify(lesson.createScenario(setup));
			});
			const areDifferent = new Set(scenarios).size === LEVELS.length;
			expect(areDifferent).toBe(!(lesson.misses?.includes("levels") ?? false));
		},
		LONGEST_MS,
	);
});
