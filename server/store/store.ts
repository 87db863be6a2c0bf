import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Kysely, sql } from "kysely";
import { DEFAULT_MIGRATION_TABLE, Migrator } from "kysely/migration";
import { createClassRecords } from "./classes.ts";
import { createHomeworkRecords } from "./homework.ts";
import { createJournalRecords } from "./journal-records.ts";
import { migrations } from "./migrations.ts";
import { createProbeRecords } from "./probes.ts";
import { createRoundRecords } from "./rounds.ts";
import type { Tables } from "./schema.ts";
import { createSqliteDialect } from "./sqlite-dialect.ts";
import { createTeacherRecords } from "./teachers.ts";
import { createReader, type ReadValue } from "./unreadable.ts";

/** Everything that is kept. Each part rejects if it fails, and the caller decides whether that matters. */
export type Store = ReturnType<typeof createStore>;

/** A newer program has changed the tables in a way that this one does not know. */
export class NewerStoreError extends Error {}

/**
 * Opens the store in `dataFolder`, creating or updating it. Rejects if the folder cannot be written, and with a
 * NewerStoreError if a newer program has changed the tables. Calls `tell` with a sentence for each value that cannot
 * be read.
 */
export async function openStore(
	dataFolder: string,
	tell: (sentence: string) => void = () => undefined,
): Promise<Store> {
	await mkdir(dataFolder, { recursive: true });
	const db = new Kysely<Tables>({ dialect: createSqliteDialect(join(dataFolder, "coretet.sqlite")) });
	try {
		await refuseNewer(db);
		const { error } = await new Migrator({ db, provider: migrations }).migrateToLatest();
		if (error !== undefined) throw error;
	} catch (error) {
		await db.destroy();
		throw error;
	}
	return createStore(db, createReader(tell));
}

/** Throws a NewerStoreError if a migration was applied that this program does not know. */
async function refuseNewer(db: Kysely<Tables>): Promise<void> {
	const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
	if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return;
	const { rows } = await sql<{
		name: string;
	}>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db);
	const known = await migrations.getMigrations();
	const newer = rows.find(({ name }) => !(name in known));
	if (newer !== undefined) throw new NewerStoreError(newer.name);
}

function createStore(db: Kysely<Tables>, read: ReadValue) {
	return {
		teachers: createTeacherRecords(db),
		classes: createClassRecords(db),
		journal: createJournalRecords(db),
		rounds: createRoundRecords(db, read),
		homework: createHomeworkRecords(db, read),
		probes: createProbeRecords(db, read),
		close: () => db.destroy(),
	};
}
