import { type PlayedChip, playChip } from "./played-chip.ts";
import { openChip, type RoundLog } from "./round.ts";

/** A round that was played, and how the simulation that played it opens its chips: all that it takes to play it again. */
export type RecordedRound = RoundLog & {
	/** Opens the chip with that index at time 0. */
	readonly open: (chip: number) => PlayedChip;
};

/** A round of the present version. Opening a chip of another version's round throws. */
export function presentRound(log: RoundLog): RecordedRound {
	return { ...log, open: (chip) => playChip(openChip(log.header, chip)) };
}
