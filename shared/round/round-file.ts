import { z } from "zod";
import { LEVELS } from "../lessons/ids.ts";
import { ok, type Result, refuse } from "../lib/result.ts";
import { findPolicy } from "../policies/table.ts";
import { commandFile } from "../sim/chip/command-file.ts";
import { parseScenario } from "../sim/scenario/scenario-file.ts";
import { SIM_VERSION } from "../sim/version.ts";
import type { RoundLog } from "./round.ts";

const index = z.int().min(0);

/** Schema of a command with the turn at whose start it takes effect. */
export const stampedCommandFile = z.strictObject({
	turn: index,
	chip: index,
	seat: index,
	command: commandFile,
});

const roundLog = z.strictObject({
	header: z.strictObject({
		simVersion: z.literal(SIM_VERSION, {
			error: `this program replays rounds of simulation version ${SIM_VERSION}`,
		}),
		lesson: z.string(),
		seed: z.int().min(0).max(0xffff_ffff),
		level: z.enum(LEVELS),
		part: z.union([z.literal(0), z.literal(1)]),
		chips: z
			.array(
				z.strictObject({
					scenario: z.unknown(),
					side: z.int().min(0).max(1),
					seats: z.array(
						z.strictObject({
							driver: z.enum(["person", "bot"]),
							policy: z
								.string()
								.refine((id) => findPolicy(id) !== undefined, { error: "there is no such policy" }),
						}),
					),
				}),
			)
			.min(1)
			.max(64),
	}),
	commands: z.array(stampedCommandFile),
	turns: z.int().min(0).max(10_000),
});

/** The round in `data`, as GET /api/rounds/:id/log gives it, or what is wrong with it, with the path of each field. */
export function parseRoundLog(data: unknown): Result<RoundLog, readonly string[]> {
	const parsed = roundLog.safeParse(data);
	if (!parsed.success)
		return refuse(parsed.error.issues.map((issue) => `${issue.path.join(".") || "file"}: ${issue.message}`));
	const broken: string[] = [];
	const chips = parsed.data.header.chips.map((chip, place) => {
		const scenario = parseScenario(chip.scenario);
		if (!scenario.ok) broken.push(...scenario.reason.map((line) => `header.chips.${place}.scenario.${line}`));
		else if (chip.seats.length !== scenario.value.machine.cores.length + 1)
			broken.push(`header.chips.${place}.seats: expected one per core and one`);
		return { ...chip, scenario: scenario.ok ? scenario.value : undefined };
	});
	const whole = chips.flatMap(({ scenario, ...chip }) =>
		scenario === undefined ? [] : [{ ...chip, scenario }],
	);
	if (broken.length > 0) return refuse(broken);
	return ok({ ...parsed.data, header: { ...parsed.data.header, chips: whole } });
}
