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

/** All commands of a round, in their order. */
export const commandLogFile = z.array(stampedCommandFile);

const chipHeader = z.strictObject({
	scenario: z.record(z.string(), z.unknown()),
	side: z.int().min(0).max(1),
	seats: z.array(z.strictObject({ driver: z.enum(["person", "bot"]), policy: z.string() })),
});

/**
 * A round before its first command, as data. What another version of the simulation recorded is carried as it is:
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
			// No more than its fields' names are known of it.
			if (header.simVersion !== SIM_VERSION) return { ...chip, scenario: chip.scenario as Scenario };
			const read = readChip(chip);
			if (read.ok) return read.value;
			for (const { path, message } of read.reason)
				context.issues.push({ code: "custom", message, path: ["chips", place, ...path], input: chip });
			return z.NEVER;
		});
		return { ...header, chips };
	});

/** Schema of a whole round: its header, its commands, how many turns are closed. */
export const roundLogFile = z.strictObject({
	header: roundHeaderFile,
	commands: commandLogFile,
	turns: z.int().min(0).max(10_000),
});

const thisVersion = z.object({
	header: z.object({
		simVersion: z.literal(SIM_VERSION, {
			error: `this program replays rounds of simulation version ${SIM_VERSION}`,
		}),
	}),
});

/** The round in `data`, as GET /api/rounds/:id/log gives it, or what is wrong with it, with the path of each field. */
export function parseRoundLog(data: unknown): Result<RoundLog, readonly string[]> {
	// Of another version it is enough to say that.
	const replayable = thisVersion.safeParse(data);
	if (!replayable.success) return refuse(replayable.error.issues.map(line));
	const parsed = roundLogFile.safeParse(data);
	return parsed.success ? ok(parsed.data) : refuse(parsed.error.issues.map(line));
}

function line({ path, message }: z.core.$ZodIssue): string {
	return `${path.join(".") || "file"}: ${message}`;
}

type Fault = { readonly path: readonly (string | number)[]; readonly message: string };

/** The chip of a round of this version of the simulation. */
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
