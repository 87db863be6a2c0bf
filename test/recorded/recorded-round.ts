import { z } from "zod";
import { LEVELS } from "#shared/lessons/ids.ts";
import type { Lesson } from "#shared/lessons/lesson.ts";
import { at } from "#shared/lib/assert.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import { presentRound } from "#shared/round/recorded-round.ts";
import type { RoundHeader, RoundLog, StampedCommand } from "#shared/round/round.ts";
import type { Command } from "#shared/sim/chip/command.ts";
import type { EventSink } from "#shared/sim/chip/event.ts";
import { checksumsOf } from "./checksums-of.ts";
import { hashData } from "./hash-data.ts";

export const recordedRound = z.strictObject({
	level: z.enum(LEVELS),
	/** 32-bit unsigned. */
	seed: z.int(),
	part: z.union([z.literal(0), z.literal(1)]),
	/** By chip a letter for each seat: `p` where somebody sits, `b` for a bot. */
	people: z.array(z.string()),
	/** Hash of the header that the lesson makes of the above: scenarios, sides, policies. */
	header: z.string(),
	/** As `showCommand` writes them. */
	commands: z.array(z.string()),
	/** Turns that are closed, then the checksum of each chip. */
	checksums: z.array(z.string()),
});
/** A round by its name, what people did in it, and what came of it every five seconds of play. */
export type RecordedRound = z.infer<typeof recordedRound>;
type RoundName = Pick<RecordedRound, "level" | "seed" | "part" | "people">;

/** By command, its fields in the order in which rounds give their values. */
export const recordedFields = z.record(z.string(), z.array(z.string()));
export type RecordedFields = z.infer<typeof recordedFields>;

export function headerOf(lesson: Lesson, { level, seed, part, people }: RoundName): RoundHeader {
	const isPerson = (chip: number, seat: number) => people[chip]?.[seat] === "p";
	return createRoundHeader(lesson, seed, people.length, isPerson, { level, part });
}

export function recordRound({ level, seed, part, people }: RoundName, log: RoundLog): RecordedRound {
	return {
		level,
		seed,
		part,
		people,
		header: hashData(log.header),
		commands: log.commands.map(showCommand),
		checksums: [...checksumsOf(presentRound(log))],
	};
}

export function fieldsOf(commands: readonly Command[]): RecordedFields {
	const fieldsBy = new Map<string, string[]>();
	for (const { type, ...fields } of commands) {
		const names = Object.keys(fields);
		// Optional fields come last.
		if (names.length >= (fieldsBy.get(type)?.length ?? 0)) fieldsBy.set(type, names);
	}
	return Object.fromEntries(fieldsBy);
}

/** In what the round differs today from what is recorded, as the end of a sentence; undefined where in nothing. */
export function differenceOf(
	lesson: Lesson,
	recorded: RecordedRound,
	fields: RecordedFields,
	sink?: EventSink,
): string | undefined {
	const header = headerOf(lesson, recorded);
	const name = `a round of ${lesson.id} (${recorded.level}, seed ${recorded.seed}, part ${recorded.part})`;
	if (hashData(header) !== recorded.header) return `${name} opens with another scenario or other seats`;
	const commands = recorded.commands.map((line) => parseCommand(line, fields));
	const turns = Number.parseInt(at(recorded.checksums, recorded.checksums.length - 1), 10);
	let line = 0;
	for (const checksums of checksumsOf(presentRound({ header, commands, turns }), sink)) {
		if (checksums !== recorded.checksums[line])
			return `${name} goes another way before turn ${Number.parseInt(checksums, 10)}`;
		line++;
	}
	return undefined;
}

/** `turn chip seat type`, then the values of the command's fields. */
export function showCommand({ turn, chip, seat, command: { type, ...fields } }: StampedCommand): string {
	return [turn, chip, seat, type, ...Object.values(fields)].join(" ");
}

/** The command that `showCommand` has made, `fields` being those of its type. */
export function parseCommand(line: string, fields: RecordedFields): StampedCommand {
	const [turn, chip, seat, type = "", ...values] = line.split(" ");
	const entries = values.map((value, index) => [at(fields[type] ?? [], index), parseValue(value)]);
	// The recorder wrote it, with the fields that belong to it.
	const command = { type, ...Object.fromEntries(entries) } as Command;
	return { turn: Number(turn), chip: Number(chip), seat: Number(seat), command };
}

function parseValue(text: string): number | boolean | string {
	if (text === "true" || text === "false") return text === "true";
	return Number.isNaN(Number(text)) ? text : Number(text);
}
