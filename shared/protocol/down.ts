import { z } from "zod";
import { classResultFile } from "../brain/class-result-file.ts";
import { personMeansFile } from "../brain/person-file.ts";
import { roundOutcomeFile } from "../lessons/outcome-file.ts";
import type { DeepReadonly } from "../lib/deep-readonly.ts";
import { roundLogFile } from "../round/round-file.ts";
import { REFUSAL_REASONS } from "../sim/chip/command.ts";

const count = z.int().min(0);
/** Schema of a command as `packCommand` packs it. */
const packedCommand = z.array(z.number());

const REFUSALS = [
	...REFUSAL_REASONS,
	"malformed",
	"badName",
	"stale",
	"notNow",
	"notAllowed",
	"alreadyAnswered",
	"tooMany",
	"predictFirst",
	"roundOver",
	"hintTooSoon",
	"noHintsLeft",
	"noSuchTeam",
	"teamFull",
	"teamOfNobody",
	"betweenRounds",
] as const;
/** Why a message changed nothing; each has its own sentence on screen. */
export type Refusal = (typeof REFUSALS)[number];

/** Messages from the server, by type. Social state (phase, roster, seats) is in the room state instead. */
export const down = {
	/** Answer to `hello`. */
	welcome: z.strictObject({
		version: z.int(),
		role: z.enum(["student", "desk", "projector"]),
		/** Id in the roster; "" for desk and projector. */
		student: z.string(),
		/** Whether it may steer: the desk, and the student of a practice. */
		steers: z.boolean(),
		/** This student's prediction for the current lesson, if any. */
		predicted: z.number().nullable(),
		/** Whether this student has chosen to predict nothing. */
		skipped: z.boolean(),
		answered: z.array(z.number().nullable()),
		/** Whether the student has handed in a sheet of the probe being asked. */
		probed: z.boolean(),
	}),
	/** The current round from its start: sent when it opens, on joining, and in answer to `log`. */
	round: z.strictObject({ id: z.string(), log: roundLogFile }),
	/**
	 * A closed turn. Commands (`unpackCommand(packed, n)`) take effect at its start; a client may now step to
	 * its end. `k`: checksums of all chips at its start, in every fourth turn. Keys are short because this is
	 * sent four times a second. A client ignores a turn it already holds (`n` < turns of its log).
	 */
	turn: z.strictObject({
		n: count,
		c: z.array(packedCommand).exactOptional(),
		k: z.array(count).exactOptional(),
	}),
	/** Sign of life, once a second while no turns are sent. */
	beat: z.strictObject({}),
	/**
	 * The round is over: outcome of every chip and the class's predictions, sent on explain. `before`: the same
	 * chips in the first part, in a lesson with two sides. `earlier`: what came of the same chips when this class
	 * played the same seed before, in the order of the parts; empty the first time. `experiment`: the class's measurements of itself.
	 * `record`: in an open round, the best that a chip of this class had reached on this seed before, in the
	 * lesson's measure; null for the first round on it.
	 */
	outcome: z.strictObject({
		id: z.string(),
		outcome: roundOutcomeFile,
		before: roundOutcomeFile.nullable(),
		earlier: z.array(roundOutcomeFile),
		predictions: z.array(z.number()),
		experiment: classResultFile.exactOptional(),
		record: z.number().nullable().exactOptional(),
	}),
	/**
	 * In an experiment, to its student only, after `welcome` and at the end: how many of the student's trials
	 * have arrived (the next ones are to be sent), and the means kept at the end.
	 */
	trials: z.strictObject({ search: count, dual: count, means: personMeansFile.nullable() }),
	/**
	 * To the sender only: the request with number `id` and type `of` changed nothing. `id` is null if the
	 * message was malformed and had none.
	 */
	refused: z.strictObject({ id: z.number().nullable(), of: z.string(), reason: z.enum(REFUSALS) }),
	/** The class is over or this client has to leave; the connection closes afterwards. */
	goodbye: z.strictObject({ reason: z.enum(["ended", "elsewhere", "reload", "removed", "blocked"]) }),
} as const;

/** Messages from the server, by type. */
export type Down = { readonly [Type in keyof typeof down]: DeepReadonly<z.infer<(typeof down)[Type]>> };
/** Types of the server's messages. */
export type DownType = keyof Down;
