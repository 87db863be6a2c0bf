import { BUILT_IN_SEEDS } from "../lessons/built-in-seeds.ts";
import { LEVELS, type LessonId } from "../lessons/ids.ts";
import { isPlayed, sidesOf } from "../lessons/kind.ts";
import type { Lesson, LessonSetup } from "../lessons/lesson.ts";
import { seatsOpen } from "../lessons/seats-open.ts";
import { LESSONS, lessonById } from "../lessons/table.ts";
import type { ReferenceSearch } from "../result/references.ts";
import { wholeNs } from "../result/simulate-players.ts";

/** A kind of chip that occurs in a built-in round, and the seats that people hold. */
export type BuiltInChip = LessonSetup & { readonly lesson: LessonId; readonly held: readonly number[] };

/**
 * All kinds of chips of all lessons with a score: every level, seed, side and size, held by people in all seats, and by
 * one person in each kind of seat.
 */
export function builtInChips(): BuiltInChip[] {
	return LESSONS.filter(isPlayed).flatMap((lesson) =>
		LEVELS.flatMap((level) =>
			BUILT_IN_SEEDS.flatMap((seed) =>
				sidesOf(lesson).flatMap((side) =>
					[...new Set(lesson.chipCores)].flatMap((cores) => {
						const setup = { level, seed, side, cores };
						return heldSets(lesson, setup).map((held) => ({ lesson: lesson.id, ...setup, held }));
					}),
				),
			),
		),
	);
}

/** Search for the references of the chip over a whole round. */
export function searchOfBuiltIn({ lesson, held, ...setup }: BuiltInChip): ReferenceSearch {
	const scenario = lessonById(lesson).createScenario(setup);
	return { lesson, scenario, seed: setup.seed, held, timeNs: wholeNs(scenario) };
}

/**
 * All open seats together, and of each kind the first alone: the scheduler, and of cores that are alike one. In a round of
 * several chips also none: who practises sits on one of them.
 */
function heldSets(lesson: Lesson, setup: LessonSetup): (readonly number[])[] {
	const open = seatsOpen(lesson, setup.cores);
	const none = lesson.chipsMin > 1 ? [[]] : [];
	if (open.length === 0) return none;
	const { cores } = lesson.createScenario(setup).machine;
	const kinds = new Map<string, number>();
	for (const seat of open) {
		const core = cores[seat - 1];
		const kind = core === undefined ? "scheduler" : JSON.stringify(core);
		if (!kinds.has(kind)) kinds.set(kind, seat);
	}
	const alone = [...kinds.values()].map((seat) => [seat]);
	return [...(open.length === 1 ? [] : [open]), ...alone, ...none];
}
