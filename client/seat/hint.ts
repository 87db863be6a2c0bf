import type { ReadonlyChip } from "#shared/sim/chip/chip.ts";
import type { Command } from "#shared/sim/chip/command.ts";
import { isSameCommand } from "#shared/sim/chip/same-command.ts";
import { checkCommand } from "#shared/sim/commands/carry-out.ts";

/** A hint: what to do, and the sentence that says so. */
export type SeatHint = { readonly command: Command; readonly text: string };

/** A hint that has cost its star. `hasActed`: the seat has given a command of its own since. */
export type GivenHint = SeatHint & { readonly hasActed: boolean };

/**
 * What a press on the hint is answered with: that there is none; the one that was given, free of charge; or a new one,
 * which costs a star.
 */
export type HintAnswer =
	| { readonly type: "nothing" }
	| { readonly type: "again"; readonly hint: SeatHint }
	| { readonly type: "new"; readonly hint: SeatHint };

/**
 * A hint costs once. What was given stands until the player has done something and the advice is another one, or until
 * it cannot be done any more.
 */
export function answerHint(
	chip: ReadonlyChip,
	seat: number,
	next: SeatHint | undefined,
	given: GivenHint | undefined,
): HintAnswer {
	if (next === undefined) return { type: "nothing" };
	if (given === undefined) return { type: "new", hint: next };
	if (isSameCommand(given.command, next.command)) return { type: "again", hint: next };
	if (given.hasActed) return { type: "new", hint: next };
	if (given.text === next.text) return { type: "again", hint: next };
	return checkCommand(chip, seat, given.command).ok
		? { type: "again", hint: given }
		: { type: "new", hint: next };
}
