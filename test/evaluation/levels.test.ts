import { expect, test } from "vitest";
import { evaluatePolicies, JUDGING_SEEDS, PACES_PER_S } from "#shared/evaluation/evaluate-lesson.ts";
import { missedByPolicies } from "#shared/evaluation/lesson-targets.ts";
import { LEVELS, type LessonId, type Level } from "#shared/lessons/ids.ts";
import { sidesOf } from "#shared/lessons/kind.ts";
import type { Lesson } from "#shared/lessons/lesson.ts";
import { LESSONS } from "#shared/lessons/table.ts";
import { at } from "#shared/lib/assert.ts";
import { simulatePlayers } from "#shared/result/simulate-players.ts";
import { workOf } from "#shared/sim/chip/jobs.ts";
import type { Scenario } from "#shared/sim/scenario/scenario.ts";

/** Its levels are told apart by how long a chip holds out, in a test of its own. */
const ELSEWHERE: LessonId = "rush-hour";
const held = LESSONS.filter(({ id, decisions }) => decisions.length > 0 && id !== ELSEWHERE);

const [SLOWEST, MIDDLING] = PACES_PER_S;
/** What the same player reaches falls by at least so much from one level to the next. */
const STEP = 1.01;
const TEST_MS_MAX = 240_000;

test.each(held)(
	"$id meets on starter and expert what its players are held to on standard",
	(lesson) => {
		for (const level of ["starter", "expert"] as const)
			for (const side of sidesOf(lesson)) {
				const figures = evaluatePolicies(lesson, level, side, JUDGING_SEEDS, [MIDDLING]);
				expect(missedByPolicies(lesson, figures), `${level}, side ${side}`).toEqual([]);
			}
	},
	TEST_MS_MAX,
);

test.each(held)(
	"$id is harder from level to level: who knows its idea and decides slowly reaches less of what there is to reach",
	(lesson) => {
		const reached = LEVELS.map((level) =>
			sidesOf(lesson).reduce((sum, side) => sum + shareReached(lesson, level, side), 0),
		);
		for (const index of [0, 1])
			expect(at(reached, index) / at(reached, index + 1), LEVELS[index]).toBeGreaterThan(STEP);
	},
	TEST_MS_MAX,
);

/** Of all that could be reached, or as good as: only to be compared between levels. Median over the seeds. */
function shareReached(lesson: Lesson, level: Level, side: number): number {
	const cores = at(lesson.chipCores, 0);
	const shares = JUDGING_SEEDS.map((seed) => {
		const setup = { cores, seed, level, side };
		const value = simulatePlayers(lesson, setup, lesson.policies.expert, SLOWEST);
		const possible = possibleIn(lesson, lesson.createScenario(setup));
		return lesson.measure.better === "more" ? value / possible : possible / value;
	});
	return at(
		shares.toSorted((one, other) => one - other),
		shares.length >> 1,
	);
}

/** In what levels differ although nobody did anything: how much work comes, how long tasks are, or how many programs the law allows. */
function possibleIn(lesson: Lesson, { jobs, machine, end }: Scenario): number {
	const threads = jobs.flatMap((job) => job.threads);
	const sumNs = (some: typeof threads): number => some.reduce((sum, { program }) => sum + workOf(program), 0);
	if (lesson.measure.id === "turnaround") return sumNs(threads) / threads.length;
	if (lesson.measure.id === "kept") return sumNs(threads);
	if (lesson.measure.id !== "jobs" || end.type !== "horizon") return 1;
	const serialNs = sumNs(threads.filter(({ serial }) => serial)) / jobs.length;
	const parallelNs = sumNs(threads.filter(({ serial }) => !serial)) / jobs.length;
	return end.ns / (serialNs + parallelNs / machine.cores.length);
}
