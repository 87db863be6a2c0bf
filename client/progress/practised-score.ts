import type { ChipOutcome } from "#shared/lessons/outcome.ts";
import type { Scenario } from "#shared/sim/scenario/scenario.ts";

/** A part of a run, as far as its score goes. */
type Part = { readonly chips: readonly Pick<ChipOutcome, "score" | "timeNs" | "collapsed" | "played">[] };

/**
 * Of the own chip (`index`), over the parts that belong to a run: one, or both of a lesson with two sides, whose
 * mean it is. undefined if one is missing or was cut short: the score of a few seconds says nothing. A chip that went
 * down has played to its end.
 */
export function practisedScore(
	parts: readonly (Part | null)[],
	index: number,
	end: Scenario["end"],
): number | undefined {
	let sum = 0;
	for (const part of parts) {
		const chip = part?.chips[index];
		if (chip === undefined || chip.score === null) return undefined;
		if (end.type === "horizon" && chip.timeNs < end.ns && !chip.collapsed) return undefined;
		sum += chip.score;
	}
	return sum / parts.length;
}

/**
 * Share of a run (0 to 1) that the student in the seat played rather than its bot: of two parts the lesser. 1 where it
 * is not known.
 */
export function playedShare(parts: readonly (Part | null)[], index: number, seat: number): number {
	return Math.min(1, ...parts.flatMap((part) => part?.chips[index]?.played[seat] ?? []));
}
