import type { LessonId } from "#shared/lessons/ids.ts";
import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import type { CauseBar } from "#shared/sim/chip/chip.ts";
import { sideNamesOf } from "../i18n/side-names.ts";

export type CauseRow = { readonly label: string; readonly causes: CauseBar };

/**
 * The chips by number of cores; where there are two sides, both of a chip one below the other, each with its name.
 * `names`: of the chips.
 */
export function causeRows(
	lesson: LessonId,
	outcomes: readonly RoundOutcome[],
	names: readonly string[],
): CauseRow[] {
	const sides = sideNamesOf(lesson);
	const chips = outcomes.flatMap((outcome) => outcome.chips.map((result, chip) => ({ ...result, chip })));
	return chips
		.sort((one, other) => one.cores - other.cores || one.chip - other.chip || one.side - other.side)
		.map(({ causes, side, chip }) => {
			const name = sides[side];
			const of = name === undefined ? "" : ` · ${name}`;
			return { causes, label: `${names[chip] ?? ""}${of}` };
		});
}
