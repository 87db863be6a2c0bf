import { z } from "zod";
import { classResultFile } from "../brain/class-result-file.ts";
import { personMeansFile } from "../brain/person-file.ts";
import { roundOutcomeFile } from "../lessons/outcome-file.ts";
import type { DeepReadonly } from "../lib/deep-readonly.ts";
import { roundLogFile } from "../round/round-file.ts";
import { REFUSAL_REASONS } from "../sim/chip/command.ts";

const count = z.int().min(0);
/** As `packCommand` makes it. */
const packedCommand = z.array(z.number());

/** Why a message changed nothing. Each has its own sentence on screen. */
const REFUSALS = [
	...REFUSAL_REASONS,
	"malformed",
	"badName",
	"stale",
	"notNow",
	"notAllowed",
	"alreadyAnswered",
	"tooMany",
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** What the server says, by message type. Social state (phase, roster, seats) is in the room state instead. */
export const down = {
	/** Answer to `hello`. */
	welcome: z.strictObject({
		version: z.int(),
		role: z.enum(["student", "desk", "projector"]),
		/** Id in the roster; "" for desk and projector. */
		student: z.string(),
		/** May steer (the desk, the student of a practice). */
		steers: z.boolean(),
		/** What this student has committed to in the current lesson, if anything. */
		predicted: z.number().nullable(),
		answered: z.array(z.number().nullable()),
		/** Has handed in a sheet of the six questions that are asked just now. */
		probed: z.boolean(),
	}),
	/** The current round from its start: told when it opens, on joining, and as answer to `log`. */
	round: z.strictObject({ id: z.string(), log: roundLogFile }),
	/**
	 * A closed turn. Commands (`unpackCommand(packed, n)`) take effect at its start; a client may now step
	 * to its end. `k`: checksums of all chips at its start, every fourth turn. Short keys: this is sent
	 * four times a second. A turn that the client already holds (`n` < turns of its log) is to be ignored.
	 */
	turn: z.strictObject({
		n: count,
		c: z.array(packedCommand).exactOptional(),
		k: z.array(count).exactOptional(),
	}),
	/** Once a second while no turns flow: the server lives. */
	beat: z.strictObject({}),
	/**
	 * The round is over: what every chip did and what the class had predicted. Told on explain. `before`: the same
	 * chips in the first part, in a lesson with two sides. `experiment`: what the class measured on itself.
	 * `record`: of an open round, the best that a chip of this class had reached on this seed before, in the
	 * lesson's measure; null if it was the first round on it.
	 */
	outcome: z.strictObject({
		id: z.string(),
		outcome: roundOutcomeFile,
		before: roundOutcomeFile.nullable(),
		predictions: z.array(z.number()),
		experiment: classResultFile.exactOptional(),
		record: z.number().nullable().exactOptional(),
	}),
	/**
	 * To one student of an experiment alone, after `welcome` and when they are done: how many of their
	 * trials are here (the next ones are to be sent), and what is kept of them at the end.
	 */
	trials: z.strictObject({ search: count, dual: count, means: personMeansFile.nullable() }),
	/**
	 * To the sender only: what it asked under number `id` changed nothing. `of` is the message's type. `id` is null
	 * if the message was malformed and had none.
	 */
	refused: z.strictObject({ id: z.number().nullable(), of: z.string(), reason: z.enum(REFUSALS) }),
	/** The class is over or this client must go; the connection closes after it. */
	goodbye: z.strictObject({ reason: z.enum(["ended", "elsewhere", "reload", "removed", "blocked"]) }),
} as const;

export type Down = { readonly [Type in keyof typeof down]: DeepReadonly<z.infer<(typeof down)[Type]>> };
export type DownType = keyof Down;
