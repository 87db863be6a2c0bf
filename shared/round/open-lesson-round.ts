import type { Level } from "../lessons/ids.ts";
import { sidesOf } from "../lessons/kind.ts";
import type { Lesson, LessonSetup } from "../lessons/lesson.ts";
import { seatsOpen } from "../lessons/seats-open.ts";
import { numberAt } from "../lib/assert.ts";
import { SIM_VERSION } from "../sim/version.ts";
import type { ChipHeader, RoundHeader } from "./round.ts";

/**
 * How a round of a lesson is played. `part`: 0 for the first play of a seed, 1 for the second, with the sides
 * swapped.
 */
export type RoundKind = { readonly level: Level; readonly part: 0 | 1 };

const STANDARD: RoundKind = { level: "standard", part: 0 };

/**
 * Header of a round of a lesson with at least `chips` chips, more if the lesson needs more. `isPerson` says in
 * which seats people sit. The naive policy plays all others; a chip that is the measure is the expert policy's.
 */
export function createRoundHeader(
	lesson: Lesson,
	seed: number,
	chips: number,
	isPerson: (chip: number, seat: number) => boolean,
	{ level, part }: RoundKind = STANDARD,
): RoundHeader {
	const sizes = lesson.chipCores.length;
	const sides = sidesOf(lesson);
	return {
		simVersion: SIM_VERSION,
		lesson: lesson.id,
		seed,
		level,
		part,
		chips: chipSizes(lesson, chips).map((cores, chip) => {
			const side = numberAt(sides, (Math.floor(chip / sizes) + part) % sides.length);
			return createChipHeader(lesson, { seed, cores, level, side }, (seat) => isPerson(chip, seat));
		}),
	};
}

/** Cores of each of `chips` chips, the number of chips rounded up to what the lesson needs. */
function chipSizes(lesson: Lesson, chips: number): number[] {
	const sizes = lesson.chipCores.length;
	const count = Math.ceil(Math.max(chips, lesson.chipsMin) / sizes) * sizes;
	return Array.from({ length: count }, (_, chip) => numberAt(lesson.chipCores, chip % sizes));
}

function createChipHeader(
	lesson: Lesson,
	setup: LessonSetup,
	isPerson: (seat: number) => boolean,
): ChipHeader {
	const { policies, measureCores } = lesson;
	const open = seatsOpen(lesson, setup.cores);
	const policy = measureCores.includes(setup.cores) ? policies.expert : policies.naive;
	return {
		scenario: lesson.createScenario(setup),
		side: setup.side,
		seats: Array.from({ length: setup.cores + 1 }, (_, seat) => ({
			driver: open.includes(seat) && isPerson(seat) ? ("person" as const) : ("bot" as const),
			policy,
		})),
	};
}
