import { TURN_NS } from "../lib/units.ts";
import type { ChipEvent, EventSink } from "../sim/chip/event.ts";
import type { PlayedChip } from "./played-chip.ts";
import { presentRound, type RecordedRound } from "./recorded-round.ts";
import type { RoundHeader, StampedCommand } from "./round.ts";

/** A round being played. `turn`: number of closed turns, hence the index of the next one. */
export type Round = {
	readonly header: RoundHeader;
	readonly chips: readonly PlayedChip[];
	turn: number;
	finished: boolean;
};

/** All chips of the round at time 0. Throws if the header belongs to another simulation version. */
export function openRound(header: RoundHeader): Round {
	return openRecorded(presentRound({ header, commands: [], turns: 0 }));
}

/** All chips of a recorded round at time 0, before any of its commands. */
export function openRecorded({ header, open }: RecordedRound): Round {
	return { header, chips: header.chips.map((_, index) => open(index)), turn: 0, finished: false };
}

/**
 * Closes the next turn of every chip. `commands`: those of this turn, in the order received. `sink` gets every
 * event with the index of its chip.
 */
export function closeTurn(
	round: Round,
	commands: readonly StampedCommand[],
	sink?: (chip: number, event: ChipEvent) => void,
): void {
	round.chips.forEach((played, index) => {
		const own = commands.length === 0 ? commands : commands.filter((stamped) => stamped.chip === index);
		closeChipTurn(played, round.turn, own, sink && ((event) => sink(index, event)));
	});
	round.turn++;
	round.finished = round.chips.every(({ chip }) => chip.finished);
}

/** Applies a turn's commands of one chip at the start of the turn, then advances the chip to the end of it. */
export function closeChipTurn(
	{ startTurn, advance }: PlayedChip,
	turn: number,
	commands: readonly StampedCommand[],
	sink?: EventSink,
): void {
	startTurn(turn, commands, sink);
	advance((turn + 1) * TURN_NS, sink);
}

/** Checksums of all chips in their present state. */
export function roundChecksums({ chips }: Round): number[] {
	return chips.map(({ checksum }) => checksum());
}
