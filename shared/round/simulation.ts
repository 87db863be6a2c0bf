import { z } from "zod";
import type { LessonId } from "../lessons/ids.ts";
import { lessonById } from "../lessons/table.ts";
import type { DeepReadonly } from "../lib/deep-readonly.ts";
import { ok, type Result, refuse } from "../lib/result.ts";
import { findPolicy, policyById } from "../policies/table.ts";
import type { Command } from "../sim/chip/command.ts";
import { commandFile } from "../sim/chip/command-file.ts";
import { createChip } from "../sim/create-chip.ts";
import { parseScenario } from "../sim/scenario/scenario-file.ts";
import { SIM_VERSION } from "../sim/version.ts";
import { createRoundHeader, type RoundKind } from "./open-lesson-round.ts";
import { type PlayedChip, playChip } from "./played-chip.ts";
import type { RoundHeader } from "./round.ts";
import { faultLine } from "./round-file.ts";

/** Number of the shape that `Simulation` and `PlayedChip` have. Frozen versions keep theirs for ever. */
export const DOOR = 1;

/** A version of the simulation as far as rounds are replayed with it: the door by which one comes to its chips. */
export type Simulation = {
	readonly door: typeof DOOR;
	readonly version: number;
	/**
	 * Reads how a chip begins, as it was stored. The value opens that chip at time 0 each time it is called. Refuses
	 * with one sentence for each fault, each with the path of the field.
	 */
	readonly read: (setup: unknown) => Result<() => PlayedChip, readonly string[]>;
	/** The header that this version makes of a round's name, as `createRoundHeader` does. */
	readonly createHeader: (name: RoundName) => RoundHeader;
	/** Reads a command as it was stored. Refuses with a sentence. */
	readonly readCommand: (command: unknown) => Result<Command, string>;
};

/** All that a lesson makes a round of, and who sits in it. */
export type RoundName = RoundKind & {
	readonly lesson: LessonId;
	/** 32-bit unsigned. */
	readonly seed: number;
	readonly chips: number;
	readonly isPerson: (chip: number, seat: number) => boolean;
};

/** What `read` reads. */
export type PlayedSetup = DeepReadonly<z.input<typeof setupFile>>;

const setupFile = z.strictObject({
	scenario: z.unknown(),
	/** 32-bit unsigned. */
	seed: z.int().min(0).max(0xffff_ffff),
	pace: z.enum(["machine", "human"]),
	seats: z.array(
		z.strictObject({
			driver: z.enum(["person", "bot"]),
			policy: z.string(),
			/** Of its bot at human pace, where it is not as usual: mean time between two looks, threads planned ahead. */
			lookMeanNs: z.number().min(1).exactOptional(),
			planAhead: z.int().min(1).max(63).exactOptional(),
		}),
	),
});

/** The present version. */
export const simulation: Simulation = {
	door: DOOR,
	version: SIM_VERSION,
	read: (data) => {
		const parsed = setupFile.safeParse(data);
		if (!parsed.success) return refuse(parsed.error.issues.map(faultLine));
		const { scenario: file, seats, ...rest } = parsed.data;
		const scenario = parseScenario(file);
		if (!scenario.ok) return refuse(scenario.reason.map((reason) => `scenario: ${reason}`));
		const faults = faultsOfSeats(seats, scenario.value.machine.cores.length);
		if (faults.length > 0) return refuse(faults);
		const setup = {
			...rest,
			scenario: scenario.value,
			seats: seats.map((seat) => ({ ...seat, policy: policyById(seat.policy) })),
		};
		return ok(() => playChip(createChip(setup)));
	},
	createHeader: ({ lesson, seed, chips, isPerson, level, part }) =>
		createRoundHeader(lessonById(lesson), seed, chips, isPerson, { level, part }),
	readCommand: (data) => {
		const parsed = commandFile.safeParse(data);
		return parsed.success ? ok(parsed.data) : refuse(parsed.error.issues.map(faultLine).join("; "));
	},
};

function faultsOfSeats(seats: readonly { readonly policy: string }[], cores: number): string[] {
	const faults = seats.flatMap(({ policy }, seat) =>
		findPolicy(policy) === undefined ? [`seats.${seat}.policy: there is no policy ${policy}`] : [],
	);
	return seats.length === cores + 1
		? faults
		: [`seats: expected ${cores + 1}, one for each core and one, found ${seats.length}`, ...faults];
}
