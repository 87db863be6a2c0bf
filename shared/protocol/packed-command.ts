import { assert, at, numberAt } from "../lib/assert.ts";
import type { StampedCommand } from "../round/round.ts";
import type { Command } from "../sim/chip/command.ts";
import { QUEUE_ORDERS, SIGNALS } from "../sim/chip/command.ts";
import { LOCK_WAITING } from "../sim/scenario/scenario.ts";

/**
 * A command inside a turn message: the chip; the index of its type in PACKED_FIELDS times SEATS_MAX plus the
 * seat; then its fields in that order, words by index. Numbers below 128 take one byte each, so it is about 7
 * bytes where the object takes 75.
 */
export type PackedCommand = readonly number[];

type Type = Command["type"];
type FieldsOf<Each extends Type> = readonly Exclude<keyof Extract<Command, { type: Each }>, "type">[];
type CommandField = { [Each in Type]: FieldsOf<Each>[number] }[Type];

/** The order of types and of fields is part of the protocol: append only. */
const PACKED_FIELDS: { readonly [Each in Type]: FieldsOf<Each> } = {
	plan: ["thread", "core", "position"],
	unplan: ["thread"],
	steal: ["from"],
	yield: [],
	order: ["order"],
	signal: ["signal"],
	window: ["windowNs"],
	drive: ["driver"],
	take: ["core"],
	choose: ["thread", "way"],
	deal: ["job", "core", "way"],
	quantum: ["ns"],
	reserve: ["process", "kib"],
	cap: ["process", "bytesPerUs"],
	lockMode: ["lock", "waiting"],
	inherit: ["lock", "on"],
	pin: ["thread", "core"],
	priority: ["thread", "priority"],
	restart: ["process"],
	spinFor: ["ns"],
	sleepAfter: ["core", "ns"],
	clock: ["core", "point"],
	ask: ["thread", "count"],
	reorder: ["thread", "position"],
};
/** How many fields, the last of its type, a command may lack. */
const OPTIONAL: { readonly [Each in Type]?: number } = { deal: 1 };
const PACKED_TYPES = Object.keys(PACKED_FIELDS) as Type[];

/** Fields that are not numbers, and their values. */
const WORDS: { readonly [Each in CommandField]?: readonly (string | boolean)[] } = {
	order: QUEUE_ORDERS,
	signal: SIGNALS,
	driver: ["person", "bot"],
	waiting: LOCK_WAITING,
	on: [false, true],
};

/** Most seats of a chip: a scheduler and 16 cores. */
const SEATS_MAX = 17;

/** Packs a command; its turn is not included. Throws for a seat beyond SEATS_MAX. */
export function packCommand({ chip, seat, command }: StampedCommand): PackedCommand {
	assert(seat < SEATS_MAX, `seat ${seat} is beyond the ${SEATS_MAX} that can be packed`);
	const values = new Map<string, unknown>(Object.entries(command));
	const given = fieldsOf(command.type).filter((field) => values.has(field));
	const fields = given.map((field) => {
		const value = values.get(field);
		const words: readonly unknown[] | undefined = WORDS[field];
		return words?.indexOf(value) ?? Number(value);
	});
	return [chip, PACKED_TYPES.indexOf(command.type) * SEATS_MAX + seat, ...fields];
}

/** Unpacks a command of turn `turn`. Throws on anything that `packCommand` did not make. */
export function unpackCommand(packed: PackedCommand, turn: number): StampedCommand {
	const [chip, typeAndSeat, ...values] = packed;
	assert(chip !== undefined && typeAndSeat !== undefined, `no command: [${packed.join()}]`);
	const type = at(PACKED_TYPES, Math.floor(typeAndSeat / SEATS_MAX));
	const all = fieldsOf(type);
	const count = Math.max(all.length - (OPTIONAL[type] ?? 0), Math.min(all.length, values.length));
	const fields = all.slice(0, count).map((field, index) => {
		const value = numberAt(values, index);
		const words = WORDS[field];
		return [field, words === undefined ? value : at(words, value)];
	});
	const command = { type, ...Object.fromEntries(fields) } as Command;
	return { turn, chip, seat: typeAndSeat % SEATS_MAX, command };
}

function fieldsOf(type: Type): readonly CommandField[] {
	return PACKED_FIELDS[type];
}
