import { z } from "zod";
import { playerCommandFile } from "../sim/chip/command-file.ts";

/**
 * Messages from a client, by type. The server parses every message with these schemas and answers a malformed
 * one with `refused`. Unknown fields are refused too.
 */
const index = z.int().min(0).max(9_999);
/** Number that the sender gives its request, unique on its connection; a refusal quotes it. */
const id = z.int().min(0).max(0xffff_ffff);

const trialIndex = z.int().min(0).max(99);
/** Time from a stimulus to its answer in ms; null: no answer in time. */
const answerMs = z.number().min(-10_000).max(10_000).nullable();

/** A command that a player may send. */
export type PlayerCommand = z.infer<typeof playerCommandFile>;

/** Schema of every message that a client may send, by its type. */
export const up = {
	/** First message of every client, once its handlers are registered. Answered by `welcome`. */
	hello: z.strictObject({ version: z.int() }),
	/** `seen`: the last turn the player had seen; refused as stale if older than STALE_TURNS. */
	command: z.strictObject({ id, seen: z.int().min(-1), command: playerCommandFile }),
	/** `value` null: the student chooses to predict nothing. */
	predict: z.strictObject({ id, value: z.number().min(0).max(1_000_000).nullable() }),
	/** In a practice: takes one of the round's hints, which the page itself works out. */
	hint: z.strictObject({ id }),
	/**
	 * In an experiment: one trial's result, `index` from 0; each once and in order.
	 * `shared/brain/trial-order.ts` gives the trials from the round's seed and the student's `order`.
	 */
	searchTrial: z.strictObject({ id, index: trialIndex, rtMs: answerMs, right: z.boolean() }),
	dualTrial: z.strictObject({
		id,
		index: trialIndex,
		shownMs: z.number().min(0).max(10_000),
		rt1Ms: answerMs,
		rt2Ms: answerMs,
		right1: z.boolean(),
		right2: z.boolean(),
		frameMs: z.number().min(1).max(1_000),
		longestFrameMs: z.number().min(1).max(60_000),
	}),
	/** The student takes no part; nothing else is recorded. */
	sitOut: z.strictObject({ id }),
	answer: z.strictObject({ id, question: z.int().min(0).max(9), choice: z.int().min(0).max(9) }),
	/** A sheet of the probe, while it is asked: a choice per question, null for one left out. */
	probe: z.strictObject({ id, sheet: z.array(z.int().min(0).max(9).nullable()).length(6) }),
	/** Sign of life, once a second. After three seconds of silence a bot plays on. */
	beat: z.strictObject({}),
	/** Asks for the whole round again; answered by `round`. */
	log: z.strictObject({}),
	/** Reports that a checksum differed; the client has asked for the log. Logged by the server, rate-limited. */
	diverged: z.strictObject({
		turn: z.int().min(0),
		chip: index,
		expected: z.int().min(0),
		got: z.int().min(0),
	}),
	/** From the desk: gives a student another name, which is cleaned and made distinct. */
	rename: z.strictObject({ id, student: z.string().max(40), name: z.string().max(400) }),
	/** From the desk: removes a student; `block`: for good. */
	remove: z.strictObject({ id, student: z.string().max(40), block: z.boolean() }),
	/** From the desk, between rounds: moves a student to the team with that number, or (null) to a new one. */
	move: z.strictObject({ id, student: z.string().max(40), team: z.int().min(1).max(99).nullable() }),
	/** From the desk, or in a practice from its student: steers the class. */
	steer: z.strictObject({
		id,
		action: z.enum([
			"next",
			"pause",
			"resume",
			"skip",
			"repeat",
			"newSeed",
			"end",
			"lock",
			"unlock",
			"ask",
			"askNoMore",
			"generateNames",
			"freeNames",
		]),
	}),
} as const;

/** Messages from a client, by type. */
export type Up = { [Type in keyof typeof up]: z.infer<(typeof up)[Type]> };
/** Types of a client's messages. */
export type UpType = keyof Up;
/** Types that may be refused and therefore carry a number. */
export type AskType = {
	[Type in UpType]: Up[Type] extends { readonly id: number } ? Type : never;
}[UpType];
/** Fields of a request before it has its number. */
export type Asked = { [Type in AskType]: Omit<Up[Type], "id"> };
/** Actions of `steer`. */
export type SteerAction = Up["steer"]["action"];

/** Age in turns beyond which a command is refused as stale. */
export const STALE_TURNS = 20;
