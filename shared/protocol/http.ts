import { z } from "zod";
import type { ClassResult } from "../brain/class-result.ts";
import { LESSON_IDS, LEVELS, type LessonId, type Level } from "../lessons/ids.ts";
import type { RoundOutcome } from "../lessons/outcome.ts";
import type { ConceptEvidence } from "../result/evidence.ts";

/** Bodies of the HTTP interface, parsed by the server; answers are the types beside them. */
export const signInBody = z.strictObject({ token: z.string().max(200) });
export type SignInAnswer = { readonly session: string };

/** GET /api/session, while signed in (else 401). `address`: where students go, for a QR code. */
export type SessionAnswer = { readonly teacher: string; readonly address: string };

export const classBody = z.strictObject({
	lessons: z.array(z.enum(LESSON_IDS)).min(1).max(20),
	/** Least number of chips, 1 to 12; more are added as students need seats. */
	chips: z.int().min(1).max(12).optional(),
	/** How hard its rounds are. */
	level: z.enum(LEVELS).default("standard"),
	/** 32-bit seed of the class; drawn if absent. */
	seed: z.int().min(0).max(0xffff_ffff).optional(),
});
export const practiceBody = z.strictObject({
	lesson: z.enum(LESSON_IDS),
	level: z.enum(LEVELS).default("standard"),
	seed: z.int().min(0).max(0xffff_ffff).optional(),
});
export type CodeAnswer = { readonly code: string };

/** `name` is cleaned by the server; `token` brings a student back; desk and projector need the teacher's session. */
export const joinBody = z.strictObject({
	code: z.string().max(100),
	name: z.string().max(20_000).optional(),
	token: z.string().max(200).optional(),
	role: z.enum(["student", "desk", "projector"]).optional(),
});
/** `reservation` goes to `sdk.consumeSeatReservation` as it is; `token` to sessionStorage. */
export type JoinAnswer = {
	readonly reservation: unknown;
	readonly token: string;
	readonly code: string;
	readonly name: string;
};

/** GET /api/classes/:code, for the join page: whether a code can be joined, without joining. */
export type ClassAnswer = {
	readonly code: string;
	readonly kind: "class" | "practice";
	/** Where students go, without a path: `http://192.168.1.20:2567`. */
	readonly address: string;
};

/** GET /api/classes: the teacher's open classes. */
export type OpenClass = {
	readonly code: string;
	readonly lessons: readonly string[];
	readonly students: number;
	readonly phase: string;
	readonly openedMs: number;
};

export type LessonAnswer = { readonly id: string; readonly title: string; readonly minutes: number };

/** GET /api/rounds: newest first. */
export type RoundRow = {
	readonly id: string;
	readonly code: string;
	readonly lesson: string;
	readonly playedMs: number;
	readonly turns: number;
	readonly chips: number;
	readonly students: number;
	readonly scores: readonly number[];
	/** What of the stored round cannot be read: where it stands and what was expected. That counts as empty here. */
	readonly unreadable?: string;
};

/** GET /api/rounds/:id. `seats`: per chip, per seat, the student's name or null for a bot. */
export type RoundAnswer = RoundRow & {
	readonly seed: number;
	readonly seats: readonly (readonly (string | null)[])[];
	readonly predictions: readonly { readonly name: string; readonly value: number }[];
	readonly outcome: RoundOutcome;
	/** What each student showed of the lesson's concepts; empty where it has none. */
	readonly evidence: readonly { readonly name: string; readonly concepts: readonly ConceptEvidence[] }[];
	/** The other part of the same class and seed, in a lesson with two sides; null if there is none. */
	readonly otherPart: RoundOutcome | null;
	/** The round that this one repeats, with the same seed; null if it is the first. */
	readonly earlier: RoundOutcome | null;
	/** What the class measured on itself, where the lesson was an experiment. */
	readonly experiment?: ClassResult;
};

/** `counts`: how often each choice of each question was made; null where there are too few sheets. */
export type ProbeCounts = {
	readonly sheets: number;
	readonly counts: readonly (readonly number[])[] | null;
};

/** GET /api/probes: what the teacher's classes answered before and after; null where they were not asked. */
export type ProbeAnswer = {
	readonly code: string;
	readonly atMs: number;
	readonly before: ProbeCounts | null;
	readonly after: ProbeCounts | null;
	/** What of them cannot be read, as in `RoundRow`. */
	readonly unreadable?: string;
};

/** A lesson to be played alone; the seed is drawn if absent. */
export const homeworkBody = practiceBody;
export const homeworkStartBody = z.strictObject({ name: z.string().max(20_000) });

/** GET /api/homework/:code, for who is to play it. */
export type OpenHomework = {
	readonly code: string;
	readonly lesson: LessonId;
	readonly level: Level;
	/** False once the teacher has closed it. */
	readonly open: boolean;
};

/** Where to play it: the code of a practice, to be joined with the name as it was cleaned. */
export type HomeworkStarted = { readonly code: string; readonly name: string };

/** GET /api/homework: the teacher's, newest first, each with who has begun it. */
export type HomeworkAnswer = Omit<OpenHomework, "open"> & {
	readonly seed: number;
	readonly openedMs: number;
	readonly closedMs: number | null;
	readonly results: readonly {
		readonly id: string;
		readonly name: string;
		readonly startedMs: number;
		/** Of the best run that counts; null: not finished. */
		readonly finishedMs: number | null;
		/** null where the lesson has no score. */
		readonly score: number | null;
		/** In the lesson's measure. */
		readonly value: number | null;
		/**
		 * The share of the run (0 to 1) that the student played, not the bot; below half it does not count. null
		 * before a round came to its end, and in an experiment.
		 */
		readonly played: number | null;
		/** By side of a lesson with two, what was played of it; score and value are their means. Else empty. */
		readonly sides: readonly ({ readonly score: number; readonly value: number } | null)[];
	}[];
};

/** Every error of the HTTP interface. `message` is in the user's words. */
export type ErrorAnswer = { readonly error: { readonly code: ErrorCode; readonly message: string } };
export type ErrorCode =
	| "badRequest"
	| "badName"
	| "nameNotGenerated"
	| "blocked"
	| "signInFailed"
	| "signInNeeded"
	| "forbidden"
	| "noSuchClass"
	| "classEnded"
	| "classFull"
	| "classOpen"
	| "classLocked"
	| "noSuchRound"
	| "damaged"
	| "noSuchHomework"
	| "homeworkClosed"
	| "notFound"
	| "tooLarge"
	| "tooMany"
	| "draining"
	| "internal";
