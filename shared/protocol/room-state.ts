import { type SchemaType, schema, t } from "@colyseus/schema";

/** What everyone in the room may know of a student, synchronised by Colyseus. */
export const StudentState = schema(
	{
		name: t.string().default(""),
		/** Chip and seat in the current round; -1 before the first. */
		chip: t.int16().default(-1),
		seat: t.int16().default(-1),
		/** Number of the team, from 1; 0 before teams are formed. */
		team: t.uint8().default(0),
		online: t.boolean().default(true),
		/** Whether a bot is playing for this student at present. */
		bot: t.boolean().default(false),
		/** Whether the student has predicted, or chosen not to. */
		predicted: t.boolean().default(false),
		/** Hints taken in the current round. */
		hints: t.uint8().default(0),
		/** Whether the student has finished the experiment of the current round. */
		measured: t.boolean().default(false),
		/** Place in the order of joining, from 0. */
		order: t.uint16().default(0),
	},
	"StudentState",
);
/** A student in the room state. */
export type StudentState = SchemaType<typeof StudentState>;

/**
 * What everyone in the room may know of the class, synchronised by Colyseus. Social state only: the machine is
 * never in here, because clients simulate it from the commands.
 */
export const RoomState = schema(
	{
		code: t.string().default(""),
		/** "class" or "practice". */
		kind: t.string().default("class"),
		/** One of PHASES (`class/phase.ts`). */
		phase: t.string().default("lobby"),
		/** Ids of the lessons of the plan, and the index of the current one. */
		lessons: t.array("string"),
		lesson: t.uint8().default(0),
		/** Whether a round of the current lesson has been explained already. */
		explained: t.boolean().default(false),
		/** Id of the current round, "" before the first; rounds opened so far. */
		round: t.string().default(""),
		roundNumber: t.uint16().default(0),
		/** By chip of the current round the number of the team that plays it; 0: nobody, or nobody's team. */
		teams: t.array("uint8"),
		/** What the plan has beside its lessons (`lessons/plan-switches.ts`), and the level of its rounds. */
		secondPlay: t.boolean().default(true),
		discussion: t.boolean().default(false),
		ownDecisions: t.boolean().default(true),
		level: t.string().default("standard"),
		paused: t.boolean().default(false),
		locked: t.boolean().default(false),
		/** Whether only generated names are admitted. */
		generatedNames: t.boolean().default(false),
		/** Which probe is being asked: "before" or "after", or ""; and the number of sheets handed in. */
		asked: t.string().default(""),
		sheets: t.uint16().default(0),
		students: t.map(StudentState),
	},
	"RoomState",
);
/** State of a room. */
export type RoomState = SchemaType<typeof RoomState>;
