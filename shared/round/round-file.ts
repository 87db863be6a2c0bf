import { z } from "zod";
import { LEVELS } from "../lessons/ids.ts";
import { ok, type Result, refuse } from "../lib/result.ts";
import { findPolicy } from "../policies/table.ts";
import { commandFile } from "../sim/chip/command-file.ts";
import type { Scenario } from "../sim/scenario/scenario.ts";
import { parseScenario } from "../sim/scenario/scenario-file.ts";
import { SIM_VERSION } from "../sim/version.ts";
import type { ChipHeader, RoundHeader, RoundLog } from "./round.ts";

const index = z.int().min(0);

/** Schema of a command with the turn at whose start it takes effect. */
export const stampedCommandFile = z.strictObject({
	turn: index,
	chip: index,
	seat: index,
	command: commandFile,
});

/** Schema of all commands of a round, in order. */
export const commandLogFile = z.array(stampedCommandFile);

const chipHeader = z.strictObject({
	scenario: z.record(z.string(), z.unknown()),
	side: z.int().min(0).max(1),
	seats: z.array(z.strictObject({ driver: z.enum(["person", "bot"]), policy: z.string() })),
});

/**
 * Schema of a round before its first command. The header of another simulation version is passed on unchecked:
 * only that version understands its scenario and its policies.
 */
export const roundHeaderFile = z
	.strictObject({
		simVersion: index,
		lesson: z.string(),
		seed: z.int().min(0).max(0xffff_ffff),
		level: z.enum(LEVELS),
		part: z.union([z.literal(0), z.literal(1)]),
		chips: z.array(chipHeader).min(1).max(64),
	})
	.transform((header, context): RoundHeader => {
		const chips = header.chips.map((chip, place) => {
			// Only that version knows more of a scenario than that it has named fields.
			if (header.simVersion !== SIM_VERSION) return { ...chip, scenario: chip.scenario as Scenario };
			const read = readChip(chip);
			if (read.ok) return read.value;
			for (const { path, message } of read.reason)
				context.issues.push({ code: "custom", message, path: ["chips", place, ...path], input: chip });
			return z.NEVER;
		});
		return { ...header, chips };
	});

/** Turns of a round; more than any lesson plays. */
export const TURNS_MAX = 10_000;

/** Schema of a whole round: its header, its commands, and the number of closed turns. */
export const roundLogFile = z.strictObject({
	header: roundHeaderFile,
	commands: commandLogFile,
	turns: z.int().min(0).max(TURNS_MAX),
});

/**
 * Schema of a round as it is exported: with the checksum of each chip at the end, once those
 * are known, and the teams of a class.
 */
export const exportedRoundFile = roundLogFile.extend({
	checksums: z.array(z.int().min(0).max(0xffff_ffff)).exactOptional(),
	/** By chip the number of the team that played it; null: nobody, or nobody's team. */
	teams: z.array(z.int().min(1).nullable()).exactOptional(),
});

/** A round as it is exported. */
export type ExportedRound = RoundLog & Pick<z.infer<typeof exportedRoundFile>, "checksums" | "teams">;

/**
 * Parses a round as GET /api/rounds/:id/log returns it. Refuses with one sentence per fault, each with the path
 * of the field.
 */
export function parseExportedRound(data: unknown): Result<ExportedRound, readonly string[]> {
	const parsed = exportedRoundFile.safeParse(data);
	return parsed.success ? ok(parsed.data) : refuse(parsed.error.issues.map(faultLine));
}

/** A fault that a schema found, as a line: the path of the field, and what was expected there. */
export function faultLine({ path, message }: z.core.$ZodIssue): string {
	return `${path.join(".") || "file"}: ${message}`;
}

type Fault = { readonly path: readonly (string | number)[]; readonly message: string };

/** Parses the header of a chip of this simulation version. */
function readChip({ scenario, ...chip }: z.infer<typeof chipHeader>): Result<ChipHeader, readonly Fault[]> {
	const read = parseScenario(scenario);
	if (!read.ok) return refuse(read.reason.map((message) => ({ path: ["scenario"], message })));
	const faults: Fault[] = [];
	if (chip.seats.length !== read.value.machine.cores.length + 1)
		faults.push({ path: ["seats"], message: "expected one per core and one" });
	chip.seats.forEach(({ policy }, seat) => {
		if (findPolicy(policy) === undefined)
			faults.push({ path: ["seats", seat, "policy"], message: "there is no such policy" });
	});
	return faults.length > 0 ? refuse(faults) : ok({ ...chip, scenario: read.value });
}
