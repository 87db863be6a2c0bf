import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Kysely, sql } from "kysely";
import { Migrator } from "kysely/migration";
import { z } from "zod";
import { versionOf } from "#shared/lib/stored.ts";
import { scenarioFile } from "#shared/sim/scenario/scenario-fields.ts";
import { storedProgress } from "../../client/progress/progress-schema.ts";
import { migrations } from "../../server/store/migrations.ts";
import { createSqliteDialect } from "../../server/store/sqlite-dialect.ts";
import { STORED } from "../../server/store/stored-kinds.ts";
import type { Differences } from "./changes-of.ts";
import { hashData } from "./hash-data.ts";

/**
 * Of each kind of value that is kept, by the server or by a student's device, the version that is written and its
 * shape; and of the tables.
 */
export const recordedKinds = z.record(z.string(), z.strictObject({ version: z.int(), shape: z.unknown() }));
export type RecordedKinds = z.infer<typeof recordedKinds>;

const TABLES = "tables";
const HISTORY = "server/README.md";

/** What is stored today, kind by kind. */
export async function describeStored(): Promise<RecordedKinds> {
	const kinds = Object.entries({ ...STORED, progress: storedProgress }).map(([name, kind]) => [
		name,
		{ version: versionOf(kind), shape: describe(kind.schema) },
	]);
	const { header, ...others }: RecordedKinds = Object.fromEntries(kinds);
	if (header === undefined) throw new Error("no header is stored");
	// The header's own schema leaves its scenarios to theirs.
	const whole = { ...header, shape: { header: header.shape, scenario: describe(scenarioFile) } };
	return { header: whole, ...others, [TABLES]: await describeTables() };
}

/**
 * `changed`: what is stored otherwise than the version says that was recorded, each as a sentence of what to do.
 * `unrecorded`: kinds of a new version.
 */
export function differencesOfStored(today: RecordedKinds, recorded: RecordedKinds): Differences {
	const names = [...new Set([...Object.keys(recorded), ...Object.keys(today)])];
	const different = names.filter(
		(name) => hashData(today[name] ?? null) !== hashData(recorded[name] ?? null),
	);
	const isRaised = (name: string) => {
		const now = today[name]?.version;
		const last = recorded[name]?.version;
		if (now === undefined || last === undefined) return now !== undefined;
		// Each migration is a version, and a release may bring several.
		return name === TABLES ? now > last : now === last + 1;
	};
	return {
		changed: different
			.filter((name) => !isRaised(name))
			.map((name) => adviceOn(name, recorded[name]?.version ?? 0)),
		unrecorded: different.filter(isRaised),
	};
}

/** Versions that have no line in their history; of the tables each migration is its own. */
export function missingHistory(today: RecordedKinds): string[] {
	const lines = readFileSync(join(import.meta.dirname, "../..", HISTORY), "utf8").split("\n");
	const has = (name: string, version: number) =>
		lines.some((line) => line.startsWith(`| ${name} | ${version} |`));
	return Object.entries(today)
		.filter(([name, { version }]) => name !== TABLES && !has(name, version) && !has("all", version))
		.map(([name, { version }]) => `${HISTORY} has no line for version ${version} of ${name}`);
}

function adviceOn(name: string, version: number): string {
	if (name === TABLES)
		return "The tables have changed: leave them as they are, and add a migration in server/store/migrations.ts";
	return (
		`What is stored as ${name} has changed: give its kind (${placeOf(name)}) an upcast, ` +
		`which makes it version ${version + 1}, and that version a line in ${HISTORY}`
	);
}

function placeOf(name: string): string {
	return name === "progress" ? "client/progress/progress-schema.ts" : "server/store/stored-kinds.ts";
}

function describe(schema: z.ZodType): unknown {
	const { $schema: _, ...shape } = z.toJSONSchema(schema, { io: "input" });
	return shape;
}

/** The tables as migrations leave them; their version is how many there are. */
async function describeTables(): Promise<RecordedKinds[string]> {
	const db = new Kysely<unknown>({ dialect: createSqliteDialect(":memory:") });
	try {
		const { error } = await new Migrator({ db, provider: migrations }).migrateToLatest();
		if (error !== undefined) throw error;
		const made = sql`select name, sql from sqlite_master where sql is not null order by name`;
		const { rows } = await made.execute(db);
		const names = Object.keys(await migrations.getMigrations());
		return { version: names.length, shape: { migrations: names, tables: rows } };
	} finally {
		await db.destroy();
	}
}
