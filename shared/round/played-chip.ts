import { advance } from "../sim/advance.ts";
import { applyCommand } from "../sim/apply-command.ts";
import { checksum } from "../sim/chip/checksum.ts";
import type { Chip, ReadonlyChip } from "../sim/chip/chip.ts";
import type { Command } from "../sim/chip/command.ts";
import type { EventSink } from "../sim/chip/event.ts";
import { type StampedCommand, startChipTurn } from "./round.ts";

/** A chip and the version of the simulation that plays it. */
export type PlayedChip = {
	/** Its present state, which changes in place. */
	readonly chip: ReadonlyChip;
	/** Advances the chip to the start of the turn and applies the turn's commands for it, as `startChipTurn` does. */
	readonly startTurn: (turn: number, commands: readonly StampedCommand[], sink?: EventSink) => void;
	/** Applies a command of a seat at the present time. */
	readonly apply: (seat: number, command: Command, sink?: EventSink) => void;
	/** Advances the chip to `toNs`; never back. */
	readonly advance: (toNs: number, sink?: EventSink) => void;
	/** 32-bit unsigned, of the present state. */
	readonly checksum: () => number;
};

/** A chip of the present version, to be played as those of others are. */
export function playChip(chip: Chip): PlayedChip {
	return {
		chip,
		startTurn: (turn, commands, sink) => startChipTurn(chip, turn, commands, sink),
		apply: (seat, command, sink) => {
			applyCommand(chip, seat, command, sink);
		},
		advance: (toNs, sink) => advance(chip, toNs, sink),
		checksum: () => checksum(chip),
	};
}
