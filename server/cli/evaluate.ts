import {
	evaluateLesson,
	JUDGING_SEEDS,
	PACES_PER_S,
	TUNING_SEEDS,
} from "#shared/evaluation/evaluate-lesson.ts";
import { lessonFaults } from "#shared/evaluation/lesson-faults.ts";
import { missedTargets } from "#shared/evaluation/lesson-targets.ts";
import { LESSON_IDS, LEVELS, type Level } from "#shared/lessons/ids.ts";
import { sideKeysOf, sidesOf } from "#shared/lessons/kind.ts";
import type { Lesson } from "#shared/lessons/lesson.ts";
import { LESSONS } from "#shared/lessons/table.ts";
import { runVerb } from "./command/command-line.ts";
import { flag } from "./command/option.ts";
import { UsageError } from "./command/usage-error.ts";
import { defineVerb, type Output } from "./command/verb.ts";
import { anyNumber } from "./command/words.ts";

/** `npm run evaluate`: how scripted players do in the lessons, and what there is to decide. */
const evaluate = defineVerb({
	name: "evaluate",
	summary: "say whether lessons are worth playing",
	words: anyNumber("[LESSON | LEVEL ...]", lessonsAndLevels),
	options: { judge: flag("on the seeds that lessons are judged on, which nobody has tuned them on") },
	about: `Says how scripted players do in the lessons that are named, else in all of them, at the levels that are
named, else at the standard one; what there is to decide, and what a lesson misses of its targets.
LESSON is one of ${LESSON_IDS.join(", ")}.
LEVEL is one of ${LEVELS.join(", ")}.`,
	notes: "Try: npm run --silent evaluate -- locks starter expert",
	act: ({ lessons, levels }, { judge }, output) => {
		const seeds = judge ? JUDGING_SEEDS : TUNING_SEEDS;
		for (const lesson of lessons) for (const level of levels) show(lesson, level, seeds, output);
	},
});

await runVerb(evaluate, "npm run --silent evaluate --", process.argv.slice(2));

function lessonsAndLevels(words: readonly string[]) {
	const unknown = words.filter((word) => ![...LESSON_IDS, ...LEVELS].some((known) => known === word));
	if (unknown.length > 0)
		throw new UsageError(
			`There is no lesson ${unknown.join(", ")}; there are ${LESSON_IDS.join(", ")}. Levels are ${LEVELS.join(", ")}.`,
		);
	const lessons = LESSONS.filter(({ id }) => words.includes(id));
	const levels = LEVELS.filter((level) => words.includes(level));
	return {
		lessons: lessons.length > 0 ? lessons : LESSONS,
		levels: levels.length > 0 ? levels : (["standard"] as const),
	};
}

function show(lesson: Lesson, level: Level, seeds: readonly number[], { print, fail }: Output): void {
	const faults = lessonFaults(lesson);
	if (faults.length > 0) {
		for (const fault of faults) print(fault);
		fail();
		return;
	}
	for (const side of sidesOf(lesson)) {
		const name = sideKeysOf(lesson)[side] ?? "";
		const figures = evaluateLesson(lesson, level, side, seeds);
		print(`${lesson.id} ${level} ${name}  ${showFigures(lesson, figures).join("\n")}`);
	}
}

function showFigures(lesson: Lesson, figures: ReturnType<typeof evaluateLesson>): string[] {
	const { naive, best, policies, decisions } = figures;
	const missed = missedTargets(lesson, figures);
	return [
		`score 0 is ${naive.toFixed(1)}, 100 is ${best.toFixed(1)} (${lesson.measure.id})`,
		`  at ${PACES_PER_S.join(" / ")} decisions a second:`,
		...policies.map(
			({ policy, values, scores }) =>
				`  ${policy.padEnd(28)}${join(values, 1).padEnd(26)}score ${join(scores, 0)}`,
		),
		...decisions.map(
			({ id, seat, perMinute, costS, expertRight }) =>
				`  ${`${seat}: ${id}`.padEnd(28)}${perMinute.toFixed(0)} a minute, cost ${costS.toFixed(1)} s, ` +
				`expert right ${(100 * expertRight).toFixed(0)} %`,
		),
		...(missed.length > 0 ? [`  misses: ${missed.join(", ")}`] : []),
	];
}

function join(values: readonly number[], digits: number): string {
	return values.map((value) => value.toFixed(digits)).join(" / ");
}
