import { z } from "zod";
import { personMeansFile } from "../brain/person-file.ts";
import { LESSON_IDS, LEVELS } from "../lessons/ids.ts";
import { type StoredKind, unchanged } from "../lib/stored.ts";
import { stampedCommandFile } from "../round/round-file.ts";
import { PHASES } from "./phase.ts";
import { PROBE_MOMENTS } from "./probe-tally.ts";

const count = z.int().min(0);
const seed = z.int().min(0).max(0xffff_ffff);
const student = z.string();
const moment = z.enum(PROBE_MOMENTS);

/** Seat of a student: which chip of the round, and which seat on it (0 scheduler, k core k - 1). */
export const seatPlaceFile = z.strictObject({ chip: count, seat: count });

/** One student's sheet: a choice for each question, null where none was made. It says nothing of who. */
export const probeSheetFile = z.array(count.nullable());

/** How many turns of the current round are closed. */
const turn = count;

/** A kind of event, with what it says. */
const kind = <Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, shape: Shape) =>
	z.strictObject({ turn, type: z.literal(type), ...shape });

const kinds = [
	kind("opened", {
		code: z.string(),
		lessons: z.array(z.enum(LESSON_IDS)).min(1),
		kind: z.enum(["class", "practice"]),
		/** Least number of chips in a round; more are added as students need seats. */
		chips: count,
		seed,
		/** How hard its rounds are. */
		level: z.enum(LEVELS),
	}),
	/** `token`: hash of the secret with which the student comes back. */
	kind("joined", { student, name: z.string(), token: z.string() }),
	/** Gone for so long that the seat is dealt to others. The token still brings the student back. */
	kind("left", { student }),
	kind("dropped", { student }),
	kind("returned", { student }),
	kind("renamed", { student, name: z.string() }),
	/** By the teacher. The token is worth nothing any more; `block`: nor does it, or the name, get in again. */
	kind("removed", { student, block: z.boolean() }),
	/** Only names that were made up are let in from now on, or (false) any. */
	kind("naming", { generated: z.boolean() }),
	/** Into the open round: a latecomer takes a bot's seat. */
	kind("seated", { student, place: seatPlaceFile }),
	/** The seat's bot took over from an absent student (true) or gave the seat back (false). */
	kind("botDrives", { student, bot: z.boolean() }),
	kind("phase", { phase: z.enum(PHASES), lesson: count }),
	/**
	 * A round of the current lesson is set up: seats are dealt anew to who is present, but in the second part
	 * (the same seed with the sides changed) everybody stays. Same `seed` in the first part: a repeat.
	 */
	kind("roundOpened", { round: z.string(), seed, part: z.union([z.literal(0), z.literal(1)]) }),
	kind("paused", { paused: z.boolean() }),
	kind("locked", { locked: z.boolean() }),
	kind("predicted", { student, value: z.number() }),
	kind("answered", { student, question: count, choice: count }),
	/** The six questions are put to the class, or (null) no longer. */
	kind("asked", { moment: moment.nullable() }),
	/** Somebody handed in a sheet; who is not recorded. */
	kind("probed", { moment, sheet: probeSheetFile }),
	/** Of an experiment: what is kept of a student, once, at their end or the round's. Single times never get here. */
	kind("measured", { student, means: personMeansFile }),
	kind("commanded", { command: stampedCommandFile }),
	/** Turns went by without anything else to record: once a second at most. */
	kind("turned", {}),
	kind("roundClosed", { round: z.string(), turns: count }),
] as const;

/** Everything that ever happens to a class, as data. */
export const classEventFile = z.discriminatedUnion("type", kinds, {
	error: ({ code }) =>
		code === "invalid_union" ? "expected a kind of event that this program knows" : undefined,
});

/** The kinds of events that there are. */
export const CLASS_EVENT_TYPES = kinds.map(({ shape }) => shape.type.value);

/** How events are kept: since version 2 in an envelope. */
export const storedClassEvent = {
	schema: classEventFile,
	upcasts: [unchanged],
} as const satisfies StoredKind<z.infer<typeof classEventFile>>;
