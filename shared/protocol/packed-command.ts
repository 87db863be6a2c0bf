import { assert, at } from "../lib/assert.ts";
import { unreachable } from "../lib/unreachable.ts";
import type { StampedCommand } from "../round/round.ts";
import { QUEUE_ORDERS, SIGNALS } from "../sim/chip.ts";
import type { Command } from "../sim/command.ts";

/**
 * A command inside a turn message: the chip; index of its type in PACKED_TYPES times SEATS_MAX, plus the
 * seat; then its fields in the order of their declaration, enumerations by index. Numbers under 128 are
 * one byte each, so it is about 7 bytes where the object takes 75.
 */
export type PackedCommand = readonly number[];

/** Order is part of the protocol: append only. */
const PACKED_TYPES = [
	"plan",
	"unplan",
	"steal",
	"yield",
	"order",
	"signal",
	"window",
	"drive",
	"take",
] as const;
/** A scheduler and 16 cores. */
const SEATS_MAX = 17;
const DRIVERS = ["person", "bot"] as const;

export function packCommand({ chip, seat, command }: StampedCommand): PackedCommand {
	assert(seat < SEATS_MAX, `seat ${seat} is beyond the ${SEATS_MAX} that can be packed`);
	return [chip, PACKED_TYPES.indexOf(command.type) * SEATS_MAX + seat, ...packFields(command)];
}

/** The command of turn `turn` that `packCommand` made. Throws on anything else. */
export function unpackCommand(packed: PackedCommand, turn: number): StampedCommand {
	const [chip, typeAndSeat, ...fields] = packed;
	assert(chip !== undefined && typeAndSeat !== undefined, `no command: [${packed.join()}]`);
	const type = at(PACKED_TYPES, Math.floor(typeAndSeat / SEATS_MAX));
	return { turn, chip, seat: typeAndSeat % SEATS_MAX, command: unpackFields(type, fields) };
}

function packFields(command: Command): number[] {
	switch (command.type) {
		case "plan":
			return [command.thread, command.core, command.position];
		case "unplan":
			return [command.thread];
		case "steal":
			return [command.from];
		case "take":
			return [command.core];
		case "yield":
			return [];
		case "order":
			return [QUEUE_ORDERS.indexOf(command.order)];
		case "signal":
			return [SIGNALS.indexOf(command.signal)];
		case "window":
			return [command.windowNs];
		case "drive":
			return [DRIVERS.indexOf(command.driver)];
		default:
			return unreachable(command);
	}
}

function unpackFields(type: Command["type"], fields: readonly number[]): Command {
	switch (type) {
		case "plan":
			return { type, thread: at(fields, 0), core: at(fields, 1), position: at(fields, 2) };
		case "unplan":
			return { type, thread: at(fields, 0) };
		case "steal":
			return { type, from: at(fields, 0) };
		case "take":
			return { type, core: at(fields, 0) };
		case "yield":
			return { type };
		case "order":
			return { type, order: at(QUEUE_ORDERS, at(fields, 0)) };
		case "signal":
			return { type, signal: at(SIGNALS, at(fields, 0)) };
		case "window":
			return { type, windowNs: at(fields, 0) };
		case "drive":
			return { type, driver: at(DRIVERS, at(fields, 0)) };
		default:
			return unreachable(type);
	}
}
