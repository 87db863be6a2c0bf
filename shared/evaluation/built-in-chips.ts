import { BUILT_IN_SEEDS } from "../lessons/built-in-seeds.ts";
import { LEVELS, type LessonId } from "../lessons/ids.ts";
import { isPlayed, sidesOf } from "../lessons/kind.ts";
import type { LessonSetup } from "../lessons/lesson.ts";
import { LESSONS, lessonById } from "../lessons/table.ts";
import type { ReferenceSearch } from "../result/references.ts";
import { wholeNs } from "../result/simulate-players.ts";

/** A kind of chip that occurs in a built-in round. */
export type BuiltInChip = LessonSetup & { readonly lesson: LessonId };

/** All kinds of chips of all lessons with a score: every level, seed, side and size. */
export function builtInChips(): BuiltInChip[] {
	return LESSONS.filter(isPlayed).flatMap((lesson) =>
		LEVELS.flatMap((level) =>
			BUILT_IN_SEEDS.flatMap((seed) =>
				sidesOf(lesson).flatMap((side) =>
					[...new Set(lesson.chipCores)].map((cores) => ({ lesson: lesson.id, level, seed, side, cores })),
				),
			),
		),
	);
}

/** Search for the references of the chip over a whole round. */
export function searchOfBuiltIn({ lesson, ...setup }: BuiltInChip): ReferenceSearch {
	const scenario = lessonById(lesson).createScenario(setup);
	return { lesson, scenario, seed: setup.seed, timeNs: wholeNs(scenario) };
}
