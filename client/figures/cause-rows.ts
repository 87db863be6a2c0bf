import type { LessonId } from "#shared/lessons/ids.ts";
import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import type { CauseBar } from "#shared/sim/chip/chip.ts";
import { sideNamesOf } from "../i18n/side-names.ts";
import { lessonWords as t } from "../i18n/words.ts";

export type CauseRow = { readonly label: string; readonly causes: CauseBar };

/**
 * The chips by number of cores, which is told where chips differ in it; where there are two sides, both of a
 * chip one below the other, each with its name.
 */
export function causeRows(lesson: LessonId, outcomes: readonly RoundOutcome[]): CauseRow[] {
	const sides = sideNamesOf(lesson);
	const chips = outcomes.flatMap((outcome) => outcome.chips.map((result, chip) => ({ ...result, chip })));
	const nameOf = chips.some(({ cores }) => cores !== chips[0]?.cores) ? t.chipCores : t.chip;
	return chips
		.sort((one, other) => one.cores - other.cores || one.chip - other.chip || one.side - other.side)
		.map(({ cores, causes, side, chip }) => {
			const name = sides[side];
			const of = name === undefined ? "" : ` · ${name}`;
			return { causes, label: `${nameOf(chip, cores)}${of}` };
		});
}
