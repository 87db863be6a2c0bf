import type { Kysely } from "kysely";
import type { LessonId, Level } from "#shared/lessons/ids.ts";
import { writeStored } from "#shared/lib/stored.ts";
import { SCORE_FORMULA } from "#shared/result/score.ts";
import { PLAIN, readPlain } from "./plain-columns.ts";
import type { Tables } from "./schema.ts";
import { STORED } from "./stored-kinds.ts";
import { isNotNewer, type ReadValue } from "./unreadable.ts";

export type HomeworkRecords = ReturnType<typeof createHomeworkRecords>;

/** A lesson that a teacher has given to be played alone. */
export type Homework = {
	readonly code: string;
	readonly teacher: string;
	readonly lesson: LessonId;
	readonly level: Level;
	readonly seed: number;
	readonly openedMs: number;
	/** null while it may be played. */
	readonly closedMs: number | null;
};

/** The result of somebody who has begun it, under the name they typed. */
export type HomeworkResult = {
	readonly id: string;
	readonly code: string;
	readonly name: string;
	readonly startedMs: number;
	/** When the best run that counts ended; null before the first. */
	readonly finishedMs: number | null;
	/** null also if the lesson has no score. */
	readonly score: number | null;
	/** Number of the score's formula: of several runs those of the newest formula count. */
	readonly formula: number;
	/** In the lesson's measure. */
	readonly value: number | null;
	/**
	 * Share of that run (0 to 1) that the student played and not the bot. Before any run counts: of the run with the
	 * largest share; null before any has come to its end.
	 */
	readonly played: number | null;
	/** Hints taken in that run, each of which costs a star. */
	readonly hints: number;
	/** What was played of each side, in a lesson with two. `score` and `value` are their means. */
	readonly sides: readonly (HomeworkSide | null)[];
};

export type HomeworkSide = { readonly score: number | null; readonly value: number };

/** What a round played to its end contributes to a result. */
export type HomeworkRound = Pick<
	HomeworkResult,
	"finishedMs" | "score" | "formula" | "value" | "played" | "hints" | "sides"
>;

export function createHomeworkRecords(db: Kysely<Tables>, read: ReadValue) {
	return { ...givenHomework(db, read), ...homeworkResults(db, read) };
}

/** The functions for homework itself. */
function givenHomework(db: Kysely<Tables>, read: ReadValue) {
	return {
		/** Returns false if the code is taken. */
		async add(homework: Homework): Promise<boolean> {
			const { numInsertedOrUpdatedRows: added = 0n } = await db
				.insertInto("homework")
				.values(homework)
				.onConflict((conflict) => conflict.column("code").doNothing())
				.executeTakeFirstOrThrow();
			return added > 0n;
		},

		/** undefined also if this program does not know its lesson. */
		async find(code: string): Promise<Homework | undefined> {
			const row = await db.selectFrom("homework").selectAll().where("code", "=", code).executeTakeFirst();
			return row === undefined ? undefined : fromRow(row, read);
		},

		/** A teacher's homework, newest first. Leaves out what this program does not know the lesson of. */
		async list(teacher: string): Promise<Homework[]> {
			const rows = await db
				.selectFrom("homework")
				.selectAll()
				.where("teacher", "=", teacher)
				.orderBy("openedMs", "desc")
				.orderBy("code")
				.execute();
			return rows.flatMap((row) => fromRow(row, read) ?? []);
		},

		async close(code: string, closedMs: number): Promise<void> {
			await db
				.updateTable("homework")
				.set({ closedMs })
				.where("code", "=", code)
				.where("closedMs", "is", null)
				.execute();
		},

		/** Deletes the homework and all its results. */
		async delete(code: string): Promise<void> {
			await db.deleteFrom("homeworkResults").where("code", "=", code).execute();
			await db.deleteFrom("homework").where("code", "=", code).execute();
		},
	};
}

/** Of who has not come to the end of a round. */
const EMPTY = {
	finishedMs: null,
	score: null,
	formula: SCORE_FORMULA,
	value: null,
	played: null,
	hints: 0,
	sides: null,
} as const;

/** The functions for its results. */
function homeworkResults(db: Kysely<Tables>, read: ReadValue) {
	return {
		async begin(id: string, code: string, name: string, startedMs: number): Promise<void> {
			await db
				.insertInto("homeworkResults")
				.values({ id, code, name, startedMs, ...EMPTY })
				.execute();
		},

		/**
		 * Keeps the round if it is the first that counts, better than the best, or the first by a newer formula. Before any counts, keeps the one
		 * with the largest played share. Does nothing once the homework is closed.
		 */
		async report(
			id: string,
			{ finishedMs, score, formula, value, played, hints, sides }: HomeworkRound,
		): Promise<void> {
			const open = db.selectFrom("homework").select("code").where("closedMs", "is", null);
			await db
				.updateTable("homeworkResults")
				.set({ finishedMs, score, formula, value, played, hints, sides: writeStored(STORED.sides, sides) })
				.where("id", "=", id)
				.where("code", "in", open)
				.where(isNotNewer("sides", STORED.sides))
				.where((row) => {
					const isFirst = row("finishedMs", "is", null);
					if (finishedMs === null)
						return row.and([isFirst, row.or([row("played", "is", null), row("played", "<", played)])]);
					return score === null
						? isFirst
						: row.or([isFirst, row("formula", "<", formula), row("score", "<", score)]);
				})
				.execute();
		},

		/** All results, in order of starting. */
		async results(code: string): Promise<HomeworkResult[]> {
			const rows = await db
				.selectFrom("homeworkResults")
				.selectAll()
				.where("code", "=", code)
				.orderBy("startedMs")
				.orderBy("id")
				.execute();
			return rows.map((row) => {
				if (row.sides === null) return { ...row, sides: [] };
				const place = { table: "homeworkResults", key: row.id, column: "sides" } as const;
				const sides = read(STORED.sides, place, row.sides);
				return { ...row, sides: sides.ok ? sides.value : [] };
			});
		},

		/** Removes the names from results begun before `beforeMs`. */
		async forgetNames(beforeMs: number): Promise<void> {
			await db.updateTable("homeworkResults").set({ name: "" }).where("startedMs", "<", beforeMs).execute();
		},
	};
}

/** undefined, and told in a sentence, if this program does not know the lesson or the level. */
function fromRow(row: Tables["homework"], read: ReadValue): Homework | undefined {
	const place = { table: "homework", key: row.code };
	const lesson = readPlain(read, PLAIN.lesson, { ...place, column: "lesson" }, row.lesson);
	const level = readPlain(read, PLAIN.level, { ...place, column: "level" }, row.level);
	return lesson === undefined || level === undefined ? undefined : { ...row, lesson, level };
}
