import type { ChipOutcome } from "#shared/lessons/outcome.ts";
import { shareOfParts } from "#shared/result/attendance.ts";
import type { Scenario } from "#shared/sim/scenario/scenario.ts";

/** A part of a run, as far as its score goes. */
type Part = { readonly chips: readonly Pick<ChipOutcome, "score" | "timeNs" | "collapsed" | "played">[] };
type Attended = { readonly chips: readonly Pick<ChipOutcome, "held" | "played">[] };

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
 * Share of a run (0 to 1) that the student in the seat played rather than its bot: of two parts both, by how long each
 * took. 1 where it is not known.
 */
export function playedShare(parts: readonly (Part | null)[], index: number, seat: number): number {
	return (
		shareOfParts(
			parts.flatMap((part) => {
				const chip = part?.chips[index];
				const played = chip?.played[seat];
				return chip === undefined || played === undefined ? [] : [{ played, timeNs: chip.timeNs }];
			}),
		) ?? 1
	);
}

/** Whether somebody was in the seat in that part: held it when play began, or played in it later. */
export function wasThere(part: Attended, index: number, seat: number): boolean {
	const chip = part.chips[index];
	if (chip === undefined) return false;
	// Empty where it is not known.
	return chip.played.length === 0 || chip.held.includes(seat) || (chip.played[seat] ?? 0) > 0;
}
