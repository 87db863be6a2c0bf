import {
	evaluateLesson,
	JUDGING_SEEDS,
	PACES_PER_S,
	TUNING_SEEDS,
} from "#shared/evaluation/evaluate-lesson.ts";
import { lessonFaults } from "#shared/evaluation/lesson-faults.ts";
import { missedTargets } from "#shared/evaluation/lesson-targets.ts";
import { LESSON_IDS, LEVELS, type Level } from "#shared/lessons/ids.ts";
import type { Lesson } from "#shared/lessons/lesson.ts";
import { LESSONS } from "#shared/lessons/table.ts";

/**
 * `npm run evaluate [--judge] [lesson | level ...]`: how scripted players do in the lessons, at the standard level
 * unless others are named, and what there is to decide; on the seeds that lessons are tuned on, or on those that they
 * are judged on.
 */
const JUDGE = "--judge";
const words = process.argv.slice(2).filter((word) => word !== JUDGE);
const seeds = process.argv.includes(JUDGE) ? JUDGING_SEEDS : TUNING_SEEDS;

const ids = LESSON_IDS.filter((id) => words.includes(id));
const levels = LEVELS.filter((level) => words.includes(level));
const unknown = words.filter((word) => ![...LESSON_IDS, ...LEVELS].some((known) => known === word));
if (unknown.length > 0) {
	process.stderr.write(
		`There is no lesson ${unknown.join(", ")}; there are ${LESSON_IDS.join(", ")}. Levels are ${LEVELS.join(", ")}.\n`,
	);
	process.exitCode = 1;
} else {
	for (const lesson of LESSONS) {
		if (ids.length > 0 && !ids.includes(lesson.id)) continue;
		for (const level of levels.length > 0 ? levels : (["standard"] as const)) show(lesson, level);
	}
}

function show(lesson: Lesson, level: Level): void {
	const faults = lessonFaults(lesson);
	if (faults.length > 0) {
		for (const fault of faults) print(fault);
		process.exitCode = 1;
		return;
	}
	const sides = lesson.sides.length === 0 ? [""] : lesson.sides;
	sides.forEach((name, side) => {
		const figures = evaluateLesson(lesson, level, side, seeds);
		const { naive, best, policies, decisions } = figures;
		print(
			`${lesson.id} ${level} ${name}  score 0 is ${naive.toFixed(1)}, 100 is ${best.toFixed(1)} (${lesson.measure.id})`,
		);
		print(`  at ${PACES_PER_S.join(" / ")} decisions a second:`);
		for (const { policy, values, scores } of policies)
			print(`  ${policy.padEnd(28)}${join(values, 1).padEnd(26)}score ${join(scores, 0)}`);
		for (const { id, seat, perMinute, costS, expertRight } of decisions)
			print(
				`  ${`${seat}: ${id}`.padEnd(28)}${perMinute.toFixed(0)} a minute, cost ${costS.toFixed(1)} s, ` +
					`expert right ${(100 * expertRight).toFixed(0)} %`,
			);
		const missed = missedTargets(lesson, figures);
		if (missed.length > 0) print(`  misses: ${missed.join(", ")}`);
	});
}

function join(values: readonly number[], digits: number): string {
	return values.map((value) => value.toFixed(digits)).join(" / ");
}

function print(line: string): void {
	process.stdout.write(`${line}\n`);
}
