import type { LessonId } from "#shared/lessons/ids.ts";
import type { ChipOutcome } from "#shared/lessons/outcome.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { sumOf } from "#shared/lib/statistics.ts";
import type { PlayedOutcome } from "#shared/result/guide-figures.ts";
import { CAUSES } from "#shared/sim/chip/chip.ts";
import { ratio } from "../figures/ratio.ts";
import { speedupsOf } from "../figures/speedups.ts";
import type { Facts } from "../i18n/base/lesson-texts.ts";

/** What the questions quote: of the student's own chip, or of the largest one for who has none. */
export function factsOf(
	outcome: PlayedOutcome,
	before: PlayedOutcome | null,
	ownChip: number | undefined,
): Facts {
	const speedups = speedupsOf(outcome);
	const own = speedups.find(({ chip }) => chip === ownChip);
	// A chip of one core cannot show what several lose.
	const shown = own !== undefined && own.cores > 1 ? own : speedups.at(-1);
	const index = shown?.chip ?? 0;
	const chip = outcome.chips[index];
	const references = outcome.references[index];
	const { measure } = lessonById(outcome.lesson as LessonId);
	return {
		cores: shown?.cores ?? 1,
		speedup: shown?.measured ?? 1,
		parallelShare: chip?.parallelShare ?? 1,
		share: (cause) => (chip === undefined ? 0 : ratio(chip.causes[cause], coreTimeNs(chip))),
		value: chip === undefined ? 0 : measure.of(chip),
		naive: references?.naive.value ?? 0,
		best: references?.best.value ?? 0,
		sides: before === null ? [] : sidesOf([before, outcome], index, measure.of),
	};
}

/** The same where people measured themselves: how long the second of two decisions waits, in ms. */
export function experimentFacts(waitMs: number): Facts {
	return {
		cores: 2,
		speedup: 1,
		parallelShare: 1,
		share: () => 0,
		value: waitMs,
		naive: 0,
		best: waitMs,
		sides: [],
	};
}

/** What the chip reached in both parts, in the order of the lesson's sides. */
function sidesOf(
	outcomes: readonly PlayedOutcome[],
	chip: number,
	of: (outcome: ChipOutcome) => number,
): number[] {
	return outcomes
		.flatMap(({ chips }) => chips[chip] ?? [])
		.sort((one, other) => one.side - other.side)
		.map(of);
}

function coreTimeNs(chip: ChipOutcome): number {
	return sumOf(CAUSES, (cause) => chip.causes[cause]);
}
