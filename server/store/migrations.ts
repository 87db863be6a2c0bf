import type { Kysely } from "kysely";
import type { Migration, MigrationProvider } from "kysely/migration";

const createTables: Migration = {
	async up(db: Kysely<unknown>) {
		await db.schema
			.createTable("teachers")
			.addColumn("id", "text", (column) => column.primaryKey())
			.addColumn("name", "text", (column) => column.notNull())
			.addColumn("createdMs", "bigint", (column) => column.notNull())
			.execute();
		await db.schema
			.createTable("sessions")
			.addColumn("hash", "text", (column) => column.primaryKey())
			.addColumn("teacher", "text", (column) =>
				column.notNull().references("teachers.id").onDelete("cascade"),
			)
			.addColumn("createdMs", "bigint", (column) => column.notNull())
			.addColumn("expiresMs", "bigint", (column) => column.notNull())
			.execute();
		await db.schema
			.createTable("classes")
			.addColumn("code", "text", (column) => column.primaryKey())
			.addColumn("teacher", "text", (column) =>
				column.notNull().references("teachers.id").onDelete("cascade"),
			)
			.addColumn("openedMs", "bigint", (column) => column.notNull())
			.addColumn("endedMs", "bigint")
			.execute();
		await db.schema
			.createTable("journal")
			.addColumn("code", "text", (column) => column.notNull())
			.addColumn("sequence", "integer", (column) => column.notNull())
			.addColumn("atMs", "bigint", (column) => column.notNull())
			.addColumn("event", "text", (column) => column.notNull())
			.addPrimaryKeyConstraint("journal_key", ["code", "sequence"])
			.execute();
		await createRounds(db);
	},
};

async function createRounds(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable("rounds")
		.addColumn("id", "text", (column) => column.primaryKey())
		.addColumn("code", "text", (column) => column.notNull())
		.addColumn("teacher", "text", (column) => column.notNull().references("teachers.id").onDelete("cascade"))
		.addColumn("lesson", "text", (column) => column.notNull())
		.addColumn("playedMs", "bigint", (column) => column.notNull())
		.addColumn("turns", "integer", (column) => column.notNull())
		.addColumn("chips", "integer", (column) => column.notNull())
		.addColumn("students", "integer", (column) => column.notNull())
		.addColumn("header", "text", (column) => column.notNull())
		.addColumn("commands", "text", (column) => column.notNull())
		.addColumn("seats", "text", (column) => column.notNull())
		.addColumn("predictions", "text", (column) => column.notNull())
		.addColumn("outcome", "text")
		.execute();
	await db.schema.createIndex("rounds_by_teacher").on("rounds").columns(["teacher", "playedMs"]).execute();
}

const createProbes: Migration = {
	async up(db: Kysely<unknown>) {
		await db.schema
			.createTable("probes")
			.addColumn("code", "text", (column) => column.notNull())
			.addColumn("moment", "text", (column) => column.notNull())
			.addColumn("teacher", "text", (column) =>
				column.notNull().references("teachers.id").onDelete("cascade"),
			)
			.addColumn("atMs", "bigint", (column) => column.notNull())
			.addColumn("sheets", "integer", (column) => column.notNull())
			.addColumn("counts", "text", (column) => column.notNull())
			.addPrimaryKeyConstraint("probes_key", ["code", "moment"])
			.execute();
	},
};

const addExperiments: Migration = {
	async up(db: Kysely<unknown>) {
		await db.schema.alterTable("rounds").addColumn("experiment", "text").execute();
	},
};

const addEvidence: Migration = {
	async up(db: Kysely<unknown>) {
		await db.schema.alterTable("rounds").addColumn("evidence", "text").execute();
	},
};

const createHomework: Migration = {
	async up(db: Kysely<unknown>) {
		await db.schema
			.createTable("homework")
			.addColumn("code", "text", (column) => column.primaryKey())
			.addColumn("teacher", "text", (column) =>
				column.notNull().references("teachers.id").onDelete("cascade"),
			)
			.addColumn("lesson", "text", (column) => column.notNull())
			.addColumn("level", "text", (column) => column.notNull())
			.addColumn("seed", "bigint", (column) => column.notNull())
			.addColumn("openedMs", "bigint", (column) => column.notNull())
			.addColumn("closedMs", "bigint")
			.execute();
		await db.schema
			.createTable("homeworkResults")
			.addColumn("id", "text", (column) => column.primaryKey())
			.addColumn("code", "text", (column) => column.notNull().references("homework.code").onDelete("cascade"))
			.addColumn("name", "text", (column) => column.notNull())
			.addColumn("startedMs", "bigint", (column) => column.notNull())
			.addColumn("finishedMs", "bigint")
			.addColumn("score", "double precision")
			.addColumn("value", "double precision")
			.execute();
		await db.schema.createIndex("results_by_homework").on("homeworkResults").column("code").execute();
	},
};

const addHomeworkParts: Migration = {
	async up(db: Kysely<unknown>) {
		await db.schema.alterTable("homeworkResults").addColumn("played", "double precision").execute();
		await db.schema.alterTable("homeworkResults").addColumn("sides", "text").execute();
	},
};

const addScoreFormulas: Migration = {
	async up(db: Kysely<unknown>) {
		await db.schema
			.alterTable("homeworkResults")
			.addColumn("formula", "integer", (column) => column.notNull().defaultTo(1))
			.execute();
	},
};

const addTeams: Migration = {
	async up(db: Kysely<unknown>) {
		await db.schema.alterTable("rounds").addColumn("teams", "text").execute();
	},
};

const addHints: Migration = {
	async up(db: Kysely<unknown>) {
		await db.schema
			.alterTable("homeworkResults")
			.addColumn("hints", "integer", (column) => column.notNull().defaultTo(0))
			.execute();
	},
};

/** Applied in order of their names. One that has been released never changes. */
const MIGRATIONS: Record<string, Migration> = {
	"0001_tables": createTables,
	"0002_probes": createProbes,
	"0003_experiments": addExperiments,
	"0004_evidence": addEvidence,
	"0005_homework": createHomework,
	"0006_homework_parts": addHomeworkParts,
	"0007_score_formulas": addScoreFormulas,
	"0008_teams": addTeams,
	"0009_hints": addHints,
};

export const migrations: MigrationProvider = {
	getMigrations: () => Promise.resolve(MIGRATIONS),
};
