import type { Level } from "../lessons/ids.ts";
import { at } from "../lib/assert.ts";
import { TURN_NS } from "../lib/units.ts";
import { policyById } from "../policies/table.ts";
import { advance } from "../sim/advance.ts";
import { applyCommand } from "../sim/apply-command.ts";
import { checksum } from "../sim/chip/checksum.ts";
import type { Chip } from "../sim/chip/chip.ts";
import type { Command } from "../sim/chip/command.ts";
import type { ChipEvent, EventSink } from "../sim/chip/event.ts";
import { createChip } from "../sim/create-chip.ts";
import type { Scenario } from "../sim/scenario/scenario.ts";
import { SIM_VERSION } from "../sim/version.ts";

/** Who sat in a seat when the round started. Index in `ChipHeader.seats` is the seat id: 0 the scheduler, k core k - 1. */
export type SeatHeader = { readonly driver: "person" | "bot"; readonly policy: string };

export type ChipHeader = {
	readonly scenario: Scenario;
	/** Which of the lesson's two sides it plays, by index; 0 where there are none. */
	readonly side: number;
	readonly seats: readonly SeatHeader[];
};

/** A round before its first command: with the log, all there is to know about it. */
export type RoundHeader = {
	readonly simVersion: number;
	readonly lesson: string;
	/** 32-bit unsigned. */
	readonly seed: number;
	readonly level: Level;
	/** 0: the first play of this seed in the lesson; 1: the second, with the sides changed. */
	readonly part: 0 | 1;
	readonly chips: readonly ChipHeader[];
};

/** A command and the turn at whose start it takes effect; order within a turn as received. */
export type StampedCommand = {
	readonly turn: number;
	readonly chip: number;
	readonly seat: number;
	readonly command: Command;
};

/** A round as data: replaying it gives everything that happened. `turns`: how many were closed. */
export type RoundLog = {
	readonly header: RoundHeader;
	readonly commands: readonly StampedCommand[];
	readonly turns: number;
};

/** A round being played. `turn`: how many are closed, so the number of the next one. */
export type Round = {
	readonly header: RoundHeader;
	readonly chips: Chip[];
	turn: number;
	finished: boolean;
};

/** All chips of the round at time 0. Throws if another version of the simulation made the header. */
export function openRound(header: RoundHeader): Round {
	return { header, chips: header.chips.map((_, index) => openChip(header, index)), turn: 0, finished: false };
}

/** One chip of the round at time 0, for who needs only that one. */
export function openChip(header: RoundHeader, index: number): Chip {
	if (header.simVersion !== SIM_VERSION) {
		throw new Error(`round of simulation version ${header.simVersion}; this is version ${SIM_VERSION}`);
	}
	const { scenario, seats } = at(header.chips, index);
	return createChip({
		scenario,
		seed: header.seed,
		seats: seats.map(({ driver, policy }) => ({ driver, policy: policyById(policy) })),
		pace: "human",
	});
}

/** Closes the next turn of every chip. `commands`: those of this turn, as received. */
export function closeTurn(
	round: Round,
	commands: readonly StampedCommand[],
	sink?: (chip: number, event: ChipEvent) => void,
): void {
	round.chips.forEach((chip, index) => {
		const own = commands.length === 0 ? commands : commands.filter((stamped) => stamped.chip === index);
		closeChipTurn(chip, round.turn, own, sink && ((event) => sink(index, event)));
	});
	round.turn++;
	round.finished = round.chips.every((chip) => chip.finished);
}

/** Applies a turn's commands of one chip at its start, then advances the chip to its end. */
export function closeChipTurn(
	chip: Chip,
	turn: number,
	commands: readonly StampedCommand[],
	sink?: EventSink,
): void {
	startChipTurn(chip, turn, commands, sink);
	advance(chip, (turn + 1) * TURN_NS, sink);
}

/**
 * Brings the chip to the start of the turn and applies the turn's commands of that chip. Which seat goes
 * first rotates with the turn, so that a fast network wins nothing; a seat's own commands stay in order.
 */
export function startChipTurn(
	chip: Chip,
	turn: number,
	commands: readonly StampedCommand[],
	sink?: EventSink,
): void {
	// What happens at that very instant comes first: in turn 0 the first work arrives there.
	advance(chip, turn * TURN_NS, sink);
	for (const { seat, command } of inRotation(commands, turn, chip.seats.length))
		applyCommand(chip, seat, command, sink);
}

/** Checksums of all chips as they are now. */
export function roundChecksums(round: Round): number[] {
	return round.chips.map(checksum);
}

function inRotation(
	commands: readonly StampedCommand[],
	turn: number,
	seats: number,
): readonly StampedCommand[] {
	if (commands.length < 2) return commands;
	const rank = ({ seat }: StampedCommand): number => (((seat - turn) % seats) + seats) % seats;
	return commands
		.map((command, index) => ({ command, index }))
		.sort((left, right) => rank(left.command) - rank(right.command) || left.index - right.index)
		.map(({ command }) => command);
}
