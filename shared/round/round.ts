import type { Level } from "../lessons/ids.ts";
import { at } from "../lib/assert.ts";
import { TURN_NS } from "../lib/units.ts";
import { policyById } from "../policies/table.ts";
import { advance } from "../sim/advance.ts";
import { applyCommand } from "../sim/apply-command.ts";
import type { Chip } from "../sim/chip/chip.ts";
import type { Command } from "../sim/chip/command.ts";
import type { EventSink } from "../sim/chip/event.ts";
import { createChip } from "../sim/create-chip.ts";
import type { Scenario } from "../sim/scenario/scenario.ts";
import { SIM_VERSION } from "../sim/version.ts";

/**
 * Who sits in a seat when the round starts. The index in `ChipHeader.seats` is the seat id: 0 the scheduler, k
 * core k - 1.
 */
export type SeatHeader = { readonly driver: "person" | "bot"; readonly policy: string };

/** A chip before the round's first command. */
export type ChipHeader = {
	readonly scenario: Scenario;
	/** Index of the lesson's side it plays; 0 where the lesson has none. */
	readonly side: number;
	readonly seats: readonly SeatHeader[];
};

/** A round before its first command. Header and commands together determine everything that happens in it. */
export type RoundHeader = {
	readonly simVersion: number;
	readonly lesson: string;
	/** 32-bit unsigned. */
	readonly seed: number;
	readonly level: Level;
	/** 0: the first play of this seed in the lesson; 1: the second, with the sides swapped. */
	readonly part: 0 | 1;
	readonly chips: readonly ChipHeader[];
};

/** A command and the turn at whose start it takes effect; within a turn, in the order received. */
export type StampedCommand = {
	readonly turn: number;
	readonly chip: number;
	readonly seat: number;
	readonly command: Command;
};

/** A round as data: replaying it reproduces everything that happened. `turns`: number of closed turns. */
export type RoundLog = {
	readonly header: RoundHeader;
	readonly commands: readonly StampedCommand[];
	readonly turns: number;
};

/** A chip of the round at time 0. Throws if the header belongs to another simulation version. */
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

/**
 * Advances the chip to the start of the turn and applies the turn's commands for it. Which seat goes first
 * rotates with the turn, so that a fast network is no advantage; a seat's own commands stay in order.
 */
export function startChipTurn(
	chip: Chip,
	turn: number,
	commands: readonly StampedCommand[],
	sink?: EventSink,
): void {
	// Events of that very instant come first: in turn 0 the first work arrives then.
	advance(chip, turn * TURN_NS, sink);
	for (const { seat, command } of inRotation(commands, turn, chip.seats.length))
		applyCommand(chip, seat, command, sink);
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
