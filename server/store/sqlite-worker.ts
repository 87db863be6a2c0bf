import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { parentPort, workerData } from "node:worker_threads";

/** One statement to run, and its answer: rows and the number of changed rows, or the error. */
export type SqliteQuery = {
	readonly id: number;
	readonly sql: string;
	readonly parameters: readonly SQLInputValue[];
};
export type SqliteAnswer = { readonly id: number } & (
	| { readonly rows: unknown[]; readonly changes: number }
	| { readonly error: string }
);

const path: string = workerData.path;
/** Statements are few and recur, and compiling one costs more than running it. */
const STATEMENTS_KEPT = 200;

const database = new DatabaseSync(path);
// FULL: an acknowledged commit survives a loss of power, and not only of the process.
database.exec(
	"PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON",
);
const statements = new Map<string, StatementSync>();

parentPort?.on("message", (query: SqliteQuery | "close") => {
	if (query === "close") {
		database.close();
		parentPort?.close();
		return;
	}
	parentPort?.postMessage(run(query));
});

function run({ id, sql, parameters }: SqliteQuery): SqliteAnswer {
	try {
		const statement = prepare(sql);
		if (statement.columns().length > 0) return { id, rows: statement.all(...parameters), changes: 0 };
		return { id, rows: [], changes: Number(statement.run(...parameters).changes) };
	} catch (error) {
		return { id, error: error instanceof Error ? error.message : String(error) };
	}
}

function prepare(sql: string): StatementSync {
	const known = statements.get(sql);
	if (known !== undefined) return known;
	if (statements.size >= STATEMENTS_KEPT) statements.clear();
	const statement = database.prepare(sql);
	statements.set(sql, statement);
	return statement;
}
