import { z } from "zod";
import { playerCommandFile } from "../sim/chip/command-file.ts";

/**
 * What a client may say, by message type. The server parses every message with these and answers a
 * broken one with `refused`; nothing else is understood. Unknown fields are refused too.
 */
const index = z.int().min(0).max(9_999);
/** The sender's number for what it asks, unique on its connection: a refusal names it. */
const id = z.int().min(0).max(0xffff_ffff);

const trialIndex = z.int().min(0).max(99);
/** Time from a stimulus to its answer; null: none came in time. */
const answerMs = z.number().min(-10_000).max(10_000).nullable();

export type PlayerCommand = z.infer<typeof playerCommandFile>;

export const up = {
	/** First message of every client, once its handlers are in place. Answered by `welcome`. */
	hello: z.strictObject({ version: z.int() }),
	/** `seen`: the last turn that the player had seen. Older than STALE_TURNS: refused as stale. */
	command: z.strictObject({ id, seen: z.int().min(-1), command: playerCommandFile }),
	predict: z.strictObject({ id, value: z.number().min(0).max(1_000_000) }),
	/**
	 * Of an experiment: one trial as it went, `index` from 0. Once each and in order; the trials' order is
	 * `shared/brain/trial-order.ts` with the round's seed and the student's `order`.
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
	/** "Not me": counted as that and nothing else. */
	sitOut: z.strictObject({ id }),
	answer: z.strictObject({ id, question: z.int().min(0).max(9), choice: z.int().min(0).max(9) }),
	/** A sheet of the six questions, while they are asked; null for one left out. */
	probe: z.strictObject({ id, sheet: z.array(z.int().min(0).max(9).nullable()).length(6) }),
	/** "I am here", once a second. After three seconds of silence a bot plays on. */
	beat: z.strictObject({}),
	/** Asks for the whole round again: `round` is the answer. */
	log: z.strictObject({}),
	/** A checksum differed; the client has asked for the log. Logged by the server, rate-limited. */
	diverged: z.strictObject({
		turn: z.int().min(0),
		chip: index,
		expected: z.int().min(0),
		got: z.int().min(0),
	}),
	/** The desk gives a student another name; it is cleaned and made distinct. */
	rename: z.strictObject({ id, student: z.string().max(40), name: z.string().max(400) }),
	/** The desk sends a student away; `block`: for good. */
	remove: z.strictObject({ id, student: z.string().max(40), block: z.boolean() }),
	/** The teacher's desk; in a practice also its student. */
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

export type Up = { [Type in keyof typeof up]: z.infer<(typeof up)[Type]> };
export type UpType = keyof Up;
/** What may be refused, and is therefore numbered. */
export type AskType = {
	[Type in UpType]: Up[Type] extends { readonly id: number } ? Type : never;
}[UpType];
/** What is asked, before it has its number. */
export type Asked = { [Type in AskType]: Omit<Up[Type], "id"> };
export type SteerAction = Up["steer"]["action"];

/** A command given more than this many turns ago is refused as stale. */
export const STALE_TURNS = 20;
