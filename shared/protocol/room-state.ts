import { type SchemaType, schema, t } from "@colyseus/schema";

/**
 * What everyone in the room may see of the class, kept equal by Colyseus. Only what is social: the
 * machine itself is never in here, clients simulate it from the commands.
 */
export const StudentState = schema(
	{
		name: t.string().default(""),
		/** Chip and seat in the current round; -1 before the first. */
		chip: t.int16().default(-1),
		seat: t.int16().default(-1),
		online: t.boolean().default(true),
		/** A bot plays for this student just now. */
		bot: t.boolean().default(false),
		predicted: t.boolean().default(false),
		/** Is done with the experiment of the current round. */
		measured: t.boolean().default(false),
		/** Order of joining. */
		order: t.uint16().default(0),
	},
	"StudentState",
);
export type StudentState = SchemaType<typeof StudentState>;

export const RoomState = schema(
	{
		code: t.string().default(""),
		/** "class" or "practice". */
		kind: t.string().default("class"),
		/** A `Phase` of class-event.ts. */
		phase: t.string().default("lobby"),
		/** Ids of the lessons of the plan, and the index of the current one. */
		lessons: t.array("string"),
		lesson: t.uint8().default(0),
		/** Id of the current round, "" before the first; rounds opened so far. */
		round: t.string().default(""),
		roundNumber: t.uint16().default(0),
		paused: t.boolean().default(false),
		locked: t.boolean().default(false),
		/** Only names that were made up are let in. */
		generatedNames: t.boolean().default(false),
		/** When the six questions are asked: "before" or "after", else ""; sheets handed in. */
		asked: t.string().default(""),
		sheets: t.uint16().default(0),
		students: t.map(StudentState),
	},
	"RoomState",
);
export type RoomState = SchemaType<typeof RoomState>;
