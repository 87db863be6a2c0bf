import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import { createClassRecords } from "./classes.ts";
import { createHomeworkRecords } from "./homework.ts";
import { createJournalRecords } from "./journal-records.ts";
import { migrations } from "./migrations.ts";
import { createProbeRecords } from "./probes.ts";
import { createRoundRecords } from "./rounds.ts";
import type { Tables } from "./schema.ts";
import { createSqliteDialect } from "./sqlite-dialect.ts";
import { createTeacherRecords } from "./teachers.ts";

/** Everything that is kept. Each part fails by rejecting; who asks decides whether that matters. */
export type Store = ReturnType<typeof createStore>;

/** Opens the store in `dataFolder`, creating or updating it. Rejects if it cannot be written there. */
export async function openStore(dataFolder: string): Promise<Store> {
	await mkdir(dataFolder, { recursive: true });
	const db = new Kysely<Tables>({ dialect: createSqliteDialect(join(dataFolder, "coretet.sqlite")) });
	try {
		const { error } = await new Migrator({ db, provider: migrations }).migrateToLatest();
		if (error !== undefined) throw error;
	} catch (error) {
		await db.destroy();
		throw error;
	}
	return createStore(db);
}

function createStore(db: Kysely<Tables>) {
	return {
		teachers: createTeacherRecords(db),
		classes: createClassRecords(db),
		journal: createJournalRecords(db),
		rounds: createRoundRecords(db),
		homework: createHomeworkRecords(db),
		probes: createProbeRecords(db),
		close: () => db.destroy(),
	};
}
