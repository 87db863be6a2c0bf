import type { RoundOutcome } from "../lessons/outcome.ts";
import { isScored } from "./score.ts";

/**
 * Why a chip has no score: nobody held a seat when play began, the round was cut short before it meant anything, or naive
 * and best known hardly differ on it.
 */
export type NoScore = "nobody" | "short" | "same";

/** undefined if it has one. */
export function whyNoScore({ chips, references }: RoundOutcome, index: number): NoScore | undefined {
	const chip = chips[index];
	const held = references[index];
	if (chip === undefined || chip.score !== null) return undefined;
	if (chip.held.length === 0) return "nobody";
	return held !== undefined && !isScored(held.naive.value, held.best.value) ? "same" : "short";
}
