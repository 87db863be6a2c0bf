import type { Lesson } from "../lessons/lesson.ts";
import { at } from "../lib/assert.ts";
import { SIM_VERSION } from "../sim/version.ts";
import type { ChipHeader, RoundHeader } from "./round.ts";

/**
 * Sets a round of a lesson up, with `chips` chips or as many more as the lesson needs. `isPerson` says
 * where people sit (chip, seat); everywhere else the lesson's bots play.
 */
export function createRoundHeader(
	lesson: Lesson,
	seed: number,
	chips: number,
	isPerson: (chip: number, seat: number) => boolean,
): RoundHeader {
	return {
		simVersion: SIM_VERSION,
		lesson: lesson.id,
		seed,
		chips: chipSizes(lesson, chips).map((cores, chip) =>
			createChipHeader(lesson, seed, cores, (seat) => isPerson(chip, seat)),
		),
	};
}

/** Cores of each of `chips` chips, the number rounded up to what the lesson needs. */
function chipSizes(lesson: Lesson, chips: number): number[] {
	const kinds = lesson.chipCores.length;
	const count = Math.ceil(Math.max(chips, lesson.leastChips) / kinds) * kinds;
	return Array.from({ length: count }, (_, chip) => at(lesson.chipCores, chip % kinds));
}

function createChipHeader(
	lesson: Lesson,
	seed: number,
	cores: number,
	isPerson: (seat: number) => boolean,
): ChipHeader {
	return {
		scenario: lesson.createScenario(cores, seed),
		seats: Array.from({ length: cores + 1 }, (_, seat) => ({
			driver: isPerson(seat) ? ("person" as const) : ("bot" as const),
			policy: seat === 0 ? lesson.botPolicy.scheduler : lesson.botPolicy.core,
		})),
	};
}
