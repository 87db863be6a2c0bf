import type { Kysely } from "kysely";
import type { Tables } from "./schema.ts";
import { STORED } from "./stored-kinds.ts";
import { isNotNewer } from "./unreadable.ts";

export type JournalRecords = ReturnType<typeof createJournalRecords>;
export type JournalRow = Tables["journal"];

/** SQLite accepts at most 32,766 values in one statement. */
const ROWS_PER_STATEMENT = 5_000;

export function createJournalRecords(db: Kysely<Tables>) {
	/** Existing events stay as they are, because an append whose end was in doubt may be repeated. */
	const insert = async (into: Kysely<Tables>, rows: readonly JournalRow[]) => {
		await into
			.insertInto("journal")
			.values(rows)
			.onConflict((conflict) => conflict.columns(["code", "sequence"]).doNothing())
			.execute();
	};
	return {
		/** Appends all rows or none. */
		async append(rows: readonly JournalRow[]): Promise<void> {
			if (rows.length <= ROWS_PER_STATEMENT) return await insert(db, rows);
			await db.transaction().execute(async (transaction) => {
				for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
					await insert(transaction, rows.slice(start, start + ROWS_PER_STATEMENT));
				}
			});
		},

		/** The events of a class in order, as JSON. */
		async read(code: string): Promise<Pick<JournalRow, "sequence" | "event">[]> {
			return await db
				.selectFrom("journal")
				.select(["sequence", "event"])
				.where("code", "=", code)
				.orderBy("sequence")
				.execute();
		},

		/** Deletes everything that happened in a class, which must be over, because it cannot be opened again. */
		async deleteClass(code: string): Promise<void> {
			await db.deleteFrom("journal").where("code", "=", code).execute();
		},

		/** Deletes events before `beforeMs`, because events hold names. Events written by a newer program stay. */
		async forget(beforeMs: number): Promise<void> {
			await db
				.deleteFrom("journal")
				.where("atMs", "<", beforeMs)
				.where(isNotNewer("event", STORED.event))
				.execute();
		},
	};
}
