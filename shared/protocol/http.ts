import { z } from "zod";
import { classResultFile } from "../brain/class-result-file.ts";
import { LESSON_IDS, LEVELS } from "../lessons/ids.ts";
import { roundOutcomeFile } from "../lessons/outcome-file.ts";
import type { DeepReadonly } from "../lib/deep-readonly.ts";
import { conceptEvidenceFile } from "../result/evidence-file.ts";

/**
 * Bodies of the HTTP interface, which the server parses, and its answers, which a client parses. Every schema that
 * is exported here is part of the protocol.
 */
const seed = z.int().min(0).max(0xffff_ffff);
const count = z.int().min(0);
/** Epoch milliseconds. */
const atMs = z.number();

export const signInBody = z.strictObject({ token: z.string().max(200) });
export const signInAnswer = z.strictObject({ session: z.string() });
export type SignInAnswer = Answer<typeof signInAnswer>;

/** GET /api/session, while signed in (else 401). `address`: where students go, for a QR code. */
export const sessionAnswer = z.strictObject({ teacher: z.string(), address: z.string() });
export type SessionAnswer = Answer<typeof sessionAnswer>;

export const classBody = z.strictObject({
	lessons: z.array(z.enum(LESSON_IDS)).min(1).max(20),
	/** Least number of chips, 1 to 12; more are added as students need seats. */
	chips: z.int().min(1).max(12).optional(),
	/** How hard its rounds are. */
	level: z.enum(LEVELS).default("standard"),
	/** Of the class; drawn if absent. */
	seed: seed.optional(),
});
export const practiceBody = z.strictObject({
	lesson: z.enum(LESSON_IDS),
	level: z.enum(LEVELS).default("standard"),
	seed: seed.optional(),
});
export const codeAnswer = z.strictObject({ code: z.string() });
export type CodeAnswer = Answer<typeof codeAnswer>;

/** `name` is cleaned by the server; `token` brings a student back; desk and projector need the teacher's session. */
export const joinBody = z.strictObject({
	code: z.string().max(100),
	name: z.string().max(20_000).optional(),
	token: z.string().max(200).optional(),
	role: z.enum(["student", "desk", "projector"]).optional(),
});
/** `reservation` goes to `sdk.consumeSeatReservation` as it is; `token` to sessionStorage. */
export const joinAnswer = z.strictObject({
	reservation: z.unknown(),
	token: z.string(),
	code: z.string(),
	name: z.string(),
});
export type JoinAnswer = Answer<typeof joinAnswer>;

/** GET /api/classes/:code, for the join page: whether a code can be joined, without joining. */
export const classAnswer = z.strictObject({
	code: z.string(),
	kind: z.enum(["class", "practice"]),
	/** Where students go, without a path: `http://192.168.1.20:2567`. */
	address: z.string(),
});
export type ClassAnswer = Answer<typeof classAnswer>;

/** GET /api/classes: the teacher's open classes. */
export const openClassesAnswer = z.array(
	z.strictObject({
		code: z.string(),
		lessons: z.array(z.string()),
		students: count,
		phase: z.string(),
		openedMs: atMs,
	}),
);
export type OpenClass = Answer<typeof openClassesAnswer>[number];

/** GET /api/lessons, in teaching order. */
export const lessonsAnswer = z.array(
	z.strictObject({ id: z.string(), title: z.string(), minutes: z.number() }),
);
export type LessonAnswer = Answer<typeof lessonsAnswer>[number];

const roundRow = z.strictObject({
	id: z.string(),
	code: z.string(),
	lesson: z.string(),
	playedMs: atMs,
	turns: count,
	chips: count,
	students: count,
	scores: z.array(z.number()),
	/** What of the stored round cannot be read: where it stands and what was expected. That counts as empty here. */
	unreadable: z.string().exactOptional(),
});

/** GET /api/rounds: newest first. */
export const roundsAnswer = z.array(roundRow);
export type RoundRow = Answer<typeof roundsAnswer>[number];

/** GET /api/rounds/:id. `seats`: per chip, per seat, the student's name or null for a bot. */
export const roundAnswer = z.strictObject({
	...roundRow.shape,
	seed,
	seats: z.array(z.array(z.string().nullable())),
	predictions: z.array(z.strictObject({ name: z.string(), value: z.number() })),
	outcome: roundOutcomeFile,
	/** What each student showed of the lesson's concepts; empty where it has none. */
	evidence: z.array(z.strictObject({ name: z.string(), concepts: z.array(conceptEvidenceFile) })),
	/** The other part of the same class and seed, in a lesson with two sides; null if there is none. */
	otherPart: roundOutcomeFile.nullable(),
	/** The round that this one repeats, with the same seed; null if it is the first. */
	earlier: roundOutcomeFile.nullable(),
	/** What the class measured on itself, where the lesson was an experiment. */
	experiment: classResultFile.exactOptional(),
});
export type RoundAnswer = Answer<typeof roundAnswer>;

/** `counts`: how often each choice of each question was made; null where there are too few sheets. */
const probeCounts = z.strictObject({ sheets: count, counts: z.array(z.array(count)).nullable() });
export type ProbeCounts = Answer<typeof probeCounts>;

/** GET /api/probes: what the teacher's classes answered before and after; null where they were not asked. */
export const probesAnswer = z.array(
	z.strictObject({
		code: z.string(),
		atMs,
		before: probeCounts.nullable(),
		after: probeCounts.nullable(),
		/** What of them cannot be read, as in `RoundRow`. */
		unreadable: z.string().exactOptional(),
	}),
);
export type ProbeAnswer = Answer<typeof probesAnswer>[number];

/** A lesson to be played alone; the seed is drawn if absent. */
export const homeworkBody = practiceBody;
export const homeworkStartBody = z.strictObject({ name: z.string().max(20_000) });

/** GET /api/homework/:code, for who is to play it. */
export const openHomeworkAnswer = z.strictObject({
	code: z.string(),
	lesson: z.enum(LESSON_IDS),
	level: z.enum(LEVELS),
	/** False once the teacher has closed it. */
	open: z.boolean(),
});
export type OpenHomework = Answer<typeof openHomeworkAnswer>;

/** Where to play it: the code of a practice, to be joined with the name as it was cleaned. */
export const homeworkStartedAnswer = z.strictObject({ code: z.string(), name: z.string() });
export type HomeworkStarted = Answer<typeof homeworkStartedAnswer>;

/** GET /api/homework: the teacher's, newest first, each with who has begun it. */
export const homeworkAnswer = z.array(
	z.strictObject({
		...openHomeworkAnswer.omit({ open: true }).shape,
		seed,
		openedMs: atMs,
		closedMs: atMs.nullable(),
		results: z.array(
			z.strictObject({
				id: z.string(),
				name: z.string(),
				startedMs: atMs,
				/** Of the best run that counts; null: not finished. */
				finishedMs: atMs.nullable(),
				/** null where the lesson has no score. */
				score: z.number().nullable(),
				/** In the lesson's measure. */
				value: z.number().nullable(),
				/**
				 * The share of the run (0 to 1) that the student played, not the bot; below half it does not count. null
				 * before a round came to its end, and in an experiment.
				 */
				played: z.number().nullable(),
				/** By side of a lesson with two, what was played of it; score and value are their means. Else empty. */
				sides: z.array(z.strictObject({ score: z.number(), value: z.number() }).nullable()),
			}),
		),
	}),
);
export type HomeworkAnswer = Answer<typeof homeworkAnswer>[number];

/** Every error of the HTTP interface. `message` is in the user's words. */
export const errorAnswer = z.strictObject({
	error: z.strictObject({
		code: z.enum([
			"badRequest",
			"badName",
			"nameNotGenerated",
			"blocked",
			"signInFailed",
			"signInNeeded",
			"forbidden",
			"noSuchClass",
			"classEnded",
			"classFull",
			"classOpen",
			"classLocked",
			"noSuchRound",
			"damaged",
			"noSuchHomework",
			"homeworkClosed",
			"notFound",
			"tooLarge",
			"tooMany",
			"draining",
			"internal",
		]),
		message: z.string(),
	}),
});
export type ErrorAnswer = Answer<typeof errorAnswer>;
export type ErrorCode = ErrorAnswer["error"]["code"];

type Answer<Schema extends z.ZodType> = DeepReadonly<z.infer<Schema>>;
