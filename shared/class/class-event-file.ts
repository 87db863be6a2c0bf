import { z } from "zod";
import { personMeansFile } from "../brain/person-file.ts";
import { LESSON_IDS, LEVELS } from "../lessons/ids.ts";
import { PLAIN_PLAN } from "../lessons/plan-switches.ts";
import { type StoredKind, unchanged } from "../lib/stored.ts";
import { stampedCommandFile } from "../round/round-file.ts";
import { PHASES } from "./phase.ts";
import { PROBE_MOMENTS } from "./probe-tally.ts";
import { TEAM_SIZE, TEAM_SIZE_MAX } from "./team-size.ts";

const count = z.int().min(0);
const seed = z.int().min(0).max(0xffff_ffff);
const student = z.string();
const moment = z.enum(PROBE_MOMENTS);

/** Schema of a student's seat: which chip of the round, and which seat on it (0 scheduler, k core k - 1). */
export const seatPlaceFile = z.strictObject({ chip: count, seat: count });

const team = z.int().min(1);
const teamSize = z.int().min(1).max(TEAM_SIZE_MAX);

/** Schema of who sits where in a round. `teams`: by chip, null where nobody plays, or nobody's team. */
const seatingFile = z.strictObject({
	teams: z.array(team.nullable()),
	places: z.array(z.strictObject({ student, ...seatPlaceFile.shape })),
});

/** Schema of one student's anonymous sheet: a choice per question, null where none was made. */
export const probeSheetFile = z.array(count.nullable());

/** Schema of what a plan switches on and off. */
const planSwitchesFile = z.strictObject({
	secondPlay: z.boolean(),
	discussion: z.boolean(),
	ownDecisions: z.boolean(),
});

/** Number of closed turns of the current round. */
const turn = count;

/** Schema of one kind of event. */
const kind = <Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, shape: Shape) =>
	z.strictObject({ turn, type: z.literal(type), ...shape });

const kinds = [
	kind("opened", {
		code: z.string(),
		lessons: z.array(z.enum(LESSON_IDS)).min(1),
		kind: z.enum(["class", "practice"]),
		/** Fewest chips of a round; more are added as students need seats. */
		chips: count,
		seed,
		/** Difficulty of its rounds. */
		level: z.enum(LEVELS),
		/** In a practice: the seat that its student has chosen, on the first chip; absent: dealt as in a class. */
		seat: count.exactOptional(),
		/** Students of a team. */
		teamSize,
		switches: planSwitchesFile,
	}),
	/** `token`: hash of the secret with which the student comes back. */
	kind("joined", { student, name: z.string(), token: z.string() }),
	/** Absent so long that the seat is dealt to others. The token still brings the student back. */
	kind("left", { student }),
	kind("dropped", { student }),
	kind("returned", { student }),
	kind("renamed", { student, name: z.string() }),
	/** Removed by the teacher. The token is void; `block`: neither the token's owner nor the name is admitted again. */
	kind("removed", { student, block: z.boolean() }),
	/** Of that team from now on, whose number stays the same through the plan. */
	kind("teamed", { student, team }),
	/** Whether only generated names are admitted from now on. */
	kind("naming", { generated: z.boolean() }),
	/** Seated in the open round: a latecomer takes a bot's seat. A chip that nobody played is now the student's team's. */
	kind("seated", { student, place: seatPlaceFile }),
	/** The seat's bot has taken over from an absent student (true) or given the seat back (false). */
	kind("botDrives", { student, bot: z.boolean() }),
	kind("phase", { phase: z.enum(PHASES), lesson: count }),
	/**
	 * A round of the current lesson is set up. Its second part has the same seed with sides swapped; the same `seed`
	 * in a first part is a repeat. `seats`: who sits where; before there were teams, whether they were dealt anew to
	 * those present, or everybody stayed. `simVersion`: of the simulation that plays it.
	 */
	kind("roundOpened", {
		round: z.string(),
		seed,
		part: z.union([z.literal(0), z.literal(1)]),
		seats: z.union([z.enum(["dealt", "kept"]), seatingFile]),
		simVersion: count,
	}),
	kind("paused", { paused: z.boolean() }),
	kind("locked", { locked: z.boolean() }),
	/** `value` null: the student has chosen to give no prediction. */
	kind("predicted", { student, value: z.number().nullable() }),
	/** The student was given one of the round's hints. */
	kind("hinted", { student }),
	kind("answered", { student, question: count, choice: count }),
	/** The probe's questions are put to the class, or (null) withdrawn. */
	kind("asked", { moment: moment.nullable() }),
	/** A sheet was handed in; by whom is not recorded. */
	kind("probed", { moment, sheet: probeSheetFile }),
	/**
	 * In an experiment: a student's means, recorded once, at their end or the round's. Single times are never
	 * recorded.
	 */
	kind("measured", { student, means: personMeansFile }),
	kind("commanded", { command: stampedCommandFile }),
	/** Turns have passed with nothing else to record; at most once a second. */
	kind("turned", {}),
	kind("roundClosed", { round: z.string(), turns: count }),
] as const;

/** Schema of everything that happens to a class. */
export const classEventFile = z.discriminatedUnion("type", kinds, {
	error: ({ code }) =>
		code === "invalid_union" ? "expected a kind of event that this program knows" : undefined,
});

/** All kinds of event. */
export const CLASS_EVENT_TYPES = kinds.map(({ shape }) => shape.type.value);

/**
 * How events are stored: from version 2 on in an envelope, from 3 on with the simulation that plays a round, from 4 on
 * with teams, the switches of the plan, chosen seats, skipped predictions and hints.
 */
export const storedClassEvent = {
	schema: classEventFile,
	upcasts: [unchanged, withVersion, withPlan],
} as const satisfies StoredKind<z.infer<typeof classEventFile>>;

const older = z.looseObject({ type: z.literal("roundOpened"), part: z.unknown() });

/** Until then every round was of simulation version 5, and everybody stayed in the second part. */
function withVersion(event: unknown): unknown {
	const read = older.safeParse(event);
	if (!read.success) return event;
	return { ...read.data, seats: read.data.part === 1 ? "kept" : "dealt", simVersion: 5 };
}

const opened = z.looseObject({ type: z.literal("opened") });

/** Until then every lesson with two sides was played twice, and students always saw what they had decided. */
function withPlan(event: unknown): unknown {
	const read = opened.safeParse(event);
	return read.success ? { ...read.data, teamSize: TEAM_SIZE, switches: PLAIN_PLAN } : event;
}
