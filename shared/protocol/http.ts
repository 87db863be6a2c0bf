import { z } from "zod";
import { classResultFile } from "../brain/class-result-file.ts";
import { TEAM_SIZE, TEAM_SIZE_MAX } from "../class/team-size.ts";
import { LESSON_IDS, LEVELS } from "../lessons/ids.ts";
import { roundOutcomeFile } from "../lessons/outcome-file.ts";
import { PLAIN_PLAN } from "../lessons/plan-switches.ts";
import type { DeepReadonly } from "../lib/deep-readonly.ts";
import { studentEvidenceFile } from "../result/evidence-file.ts";

/**
 * Schemas of the HTTP interface: bodies, which the server parses, and answers, which the client parses. Every
 * schema exported here is part of the protocol.
 */
const seed = z.int().min(0).max(0xffff_ffff);
const count = z.int().min(0);
/** Epoch milliseconds. */
const atMs = z.number();

/** POST /api/sign-in. `token`: from a start link, valid once. */
export const signInBody = z.strictObject({ token: z.string().max(200) });
/** `session`: for `Authorization: Bearer`; it is set as a cookie too. */
export const signInAnswer = z.strictObject({ session: z.string() });
/** Answer of POST /api/sign-in. */
export type SignInAnswer = Answer<typeof signInAnswer>;

/** GET /api/session; 401 if not signed in. `address`: where students go, for a QR code. */
export const sessionAnswer = z.strictObject({ teacher: z.string(), address: z.string() });
/** Answer of GET /api/session. */
export type SessionAnswer = Answer<typeof sessionAnswer>;

/** POST /api/classes: a class with these lessons, in this order. */
export const classBody = z.strictObject({
	lessons: z.array(z.enum(LESSON_IDS)).min(1).max(20),
	/** Fewest chips of a round, 1 to 12; more are added as students need seats. */
	chips: z.int().min(1).max(12).optional(),
	/** Difficulty of its rounds. */
	level: z.enum(LEVELS).default("standard"),
	/** Students of a team, 1 to 5. */
	teamSize: z
		.number()
		.refine(Number.isInteger, "A team has a whole number of students.")
		.refine((size) => size >= 1, "A team of nobody cannot play: it has one student at least.")
		.refine((size) => size <= TEAM_SIZE_MAX, `A chip has seats for a team of ${TEAM_SIZE_MAX} at most.`)
		.default(TEAM_SIZE),
	/** What the plan has beside its lessons (`lessons/plan-switches.ts`). */
	secondPlay: z.boolean().default(PLAIN_PLAN.secondPlay),
	discussion: z.boolean().default(PLAIN_PLAN.discussion),
	ownDecisions: z.boolean().default(PLAIN_PLAN.ownDecisions),
	/** Seed from which those of its rounds are derived; drawn if absent. */
	seed: seed.optional(),
});
/** POST /api/practice: a lesson to be played alone at once; `seed` is that of the round, drawn if absent. */
export const practiceBody = z.strictObject({
	lesson: z.enum(LESSON_IDS),
	level: z.enum(LEVELS).default("standard"),
	seed: seed.optional(),
	/** 0: the scheduler, k: core k - 1 of the first chip; dealt as in a class if absent. */
	seat: z.int().min(0).max(16).optional(),
});
/** `code`: of the class, practice or homework that was made. */
export const codeAnswer = z.strictObject({ code: z.string() });
/** Answer of POST /api/classes, /api/practice and /api/homework. */
export type CodeAnswer = Answer<typeof codeAnswer>;

/**
 * POST /api/join. The server cleans `name`; `token` brings a student back; desk and projector need the
 * teacher's session.
 */
export const joinBody = z.strictObject({
	code: z.string().max(100),
	name: z.string().max(20_000).optional(),
	token: z.string().max(200).optional(),
	role: z.enum(["student", "desk", "projector"]).optional(),
});
/** `reservation` is passed to `sdk.consumeSeatReservation` as it is; `token` is kept in sessionStorage. */
export const joinAnswer = z.strictObject({
	reservation: z.unknown(),
	token: z.string(),
	code: z.string(),
	name: z.string(),
});
/** Answer of POST /api/join. */
export type JoinAnswer = Answer<typeof joinAnswer>;

/** GET /api/classes/:code, for the join page: whether a code can be joined, without joining. */
export const classAnswer = z.strictObject({
	code: z.string(),
	kind: z.enum(["class", "practice"]),
	/** Address of the join page without a path: `http://192.168.1.20:2567`. */
	address: z.string(),
});
/** Answer of GET /api/classes/:code. */
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
/** One of the teacher's open classes. */
export type OpenClass = Answer<typeof openClassesAnswer>[number];

/** GET /api/lessons, in teaching order. */
export const lessonsAnswer = z.array(
	z.strictObject({ id: z.string(), title: z.string(), minutes: z.number() }),
);
/** One lesson of GET /api/lessons; `title` is English. */
export type LessonAnswer = Answer<typeof lessonsAnswer>[number];

/** By chip the number of the team; null: nobody, or nobody's team. Empty before there were teams. */
const teamsByChip = z.array(z.int().min(1).nullable());

const roundRow = z.strictObject({
	id: z.string(),
	code: z.string(),
	lesson: z.string(),
	playedMs: atMs,
	turns: count,
	chips: count,
	students: count,
	teams: teamsByChip,
	/** By chip; null where there is no score. */
	scores: z.array(z.number().nullable()),
	/** Number of the scores' formula, which are compared with those of the same formula only; null before it is measured. */
	formula: z.int().min(1).nullable(),
	/** By chip: mean share (0 to 1) that people played of the seats they held, bots the rest; null if nobody held any. */
	played: z.array(z.number().nullable()),
	/** Which part of the stored round cannot be read, and why; that part counts as empty here. */
	unreadable: z.string().exactOptional(),
});

/** What came of a round, and by chip the number of the team that played it. */
const playedByTeams = z.strictObject({ outcome: roundOutcomeFile, teams: teamsByChip });

/** GET /api/rounds: the teacher's rounds, newest first. */
export const roundsAnswer = z.array(roundRow);
/** One round of GET /api/rounds; `scores` by chip. */
export type RoundRow = Answer<typeof roundsAnswer>[number];

/** GET /api/rounds/:id. `seats`: by chip and seat, the student's name, or null for a bot. */
export const roundAnswer = z.strictObject({
	...roundRow.shape,
	seed,
	seats: z.array(z.array(z.string().nullable())),
	predictions: z.array(z.strictObject({ name: z.string(), value: z.number() })),
	outcome: roundOutcomeFile,
	/** Evidence of the lesson's concepts by student; empty if the lesson has none. */
	evidence: z.array(studentEvidenceFile),
	/** The other part of the same class and seed, in a lesson with two sides; null if there is none. */
	otherPart: playedByTeams.nullable(),
	/** The round that this one repeats with the same seed; null if it is the first. */
	earlier: playedByTeams.nullable(),
	/** The class's measurements of itself, if the lesson is an experiment. */
	experiment: classResultFile.exactOptional(),
});
/** Answer of GET /api/rounds/:id. */
export type RoundAnswer = Answer<typeof roundAnswer>;

/** `counts`: how often each choice was made, by question; null with too few sheets. */
const probeCounts = z.strictObject({ sheets: count, counts: z.array(z.array(count)).nullable() });
/** Counts of one probe; `counts` is null below five sheets. */
export type ProbeCounts = Answer<typeof probeCounts>;

/** GET /api/probes: answers of the teacher's classes before and after; null where they were not asked. */
export const probesAnswer = z.array(
	z.strictObject({
		code: z.string(),
		atMs,
		before: probeCounts.nullable(),
		after: probeCounts.nullable(),
		/** Which part of them cannot be read, and why. */
		unreadable: z.string().exactOptional(),
	}),
);
/** Both probes of one class. */
export type ProbeAnswer = Answer<typeof probesAnswer>[number];

/** POST /api/homework: a lesson to be played alone; `seed` is drawn if absent. */
export const homeworkBody = practiceBody.omit({ seat: true });
/** POST /api/homework/:code/start; the server cleans `name`. */
export const homeworkStartBody = z.strictObject({ name: z.string().max(20_000) });

/** GET /api/homework/:code, for those who are to play it. */
export const openHomeworkAnswer = z.strictObject({
	code: z.string(),
	lesson: z.enum(LESSON_IDS),
	level: z.enum(LEVELS),
	/** False once the teacher has closed it. */
	open: z.boolean(),
});
/** Answer of GET /api/homework/:code. */
export type OpenHomework = Answer<typeof openHomeworkAnswer>;

/** POST /api/homework/:code/start: code of a practice, to be joined with the cleaned name. */
export const homeworkStartedAnswer = z.strictObject({ code: z.string(), name: z.string() });
/** Answer of POST /api/homework/:code/start. */
export type HomeworkStarted = Answer<typeof homeworkStartedAnswer>;

/** GET /api/homework: the teacher's homework, newest first, each with the results of those who have begun it. */
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
				/** End of the best run that counts; null: not finished. */
				finishedMs: atMs.nullable(),
				/** Score of the best run; null if the lesson has none. */
				score: z.number().nullable(),
				/** Number of that score's formula. */
				formula: z.int().min(1),
				/** Value of that run in the lesson's measure. */
				value: z.number().nullable(),
				/**
				 * Share of the run (0 to 1) that the student played rather than the bot; below half the run does
				 * not count. null before a round has ended, and in an experiment.
				 */
				played: z.number().nullable(),
				/** Hints taken in the run, each of which costs a star. */
				hints: z.int().min(0),
				/**
				 * In a lesson with two sides, what was played of each; score and value are their means. Otherwise
				 * empty.
				 */
				sides: z.array(z.strictObject({ score: z.number().nullable(), value: z.number() }).nullable()),
			}),
		),
	}),
);
/** One piece of homework with its results. */
export type HomeworkAnswer = Answer<typeof homeworkAnswer>[number];

/** Every error of the HTTP interface. `message` is a sentence for the user. */
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
			"noSuchSeat",
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
/** Body of an error. */
export type ErrorAnswer = Answer<typeof errorAnswer>;
/** Closed list of what can go wrong with a request. */
export type ErrorCode = ErrorAnswer["error"]["code"];

type Answer<Schema extends z.ZodType> = DeepReadonly<z.infer<Schema>>;
