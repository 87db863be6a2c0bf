import type { Kysely } from "kysely";
import type { Tables } from "./schema.ts";

export type ClassRecords = ReturnType<typeof createClassRecords>;
export type ClassRow = Tables["classes"];

export function createClassRecords(db: Kysely<Tables>) {
	return {
		async add(row: ClassRow): Promise<void> {
			await db.insertInto("classes").values(row).execute();
		},

		async end(code: string, endedMs: number): Promise<void> {
			await db.updateTable("classes").set({ endedMs }).where("code", "=", code).execute();
		},

		async find(code: string): Promise<ClassRow | undefined> {
			return await db.selectFrom("classes").selectAll().where("code", "=", code).executeTakeFirst();
		},

		/** Classes that nobody has ended. */
		async listOpen(): Promise<ClassRow[]> {
			return await db.selectFrom("classes").selectAll().where("endedMs", "is", null).execute();
		},
	};
}
