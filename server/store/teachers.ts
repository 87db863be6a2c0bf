import type { Kysely } from "kysely";
import type { Tables } from "./schema.ts";

export type TeacherRecords = ReturnType<typeof createTeacherRecords>;

export function createTeacherRecords(db: Kysely<Tables>) {
	return {
		/** Adds the teacher if missing. */
		async ensure(id: string, name: string, nowMs: number): Promise<void> {
			await db
				.insertInto("teachers")
				.values({ id, name, createdMs: nowMs })
				.onConflict((conflict) => conflict.column("id").doNothing())
				.execute();
		},

		async addSession(hash: string, teacher: string, nowMs: number, expiresMs: number): Promise<void> {
			await db.deleteFrom("sessions").where("expiresMs", "<", nowMs).execute();
			await db.insertInto("sessions").values({ hash, teacher, createdMs: nowMs, expiresMs }).execute();
		},

		/** Id of the teacher whose session has this hash, and when it expires; undefined if there is none. */
		async findSession(hash: string): Promise<{ teacher: string; expiresMs: number } | undefined> {
			return await db
				.selectFrom("sessions")
				.select(["teacher", "expiresMs"])
				.where("hash", "=", hash)
				.executeTakeFirst();
		},
	};
}
