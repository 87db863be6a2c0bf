import {
	type CompiledQuery,
	type DatabaseConnection,
	type Dialect,
	type Driver,
	type QueryResult,
	SqliteAdapter,
	SqliteIntrospector,
	SqliteQueryCompiler,
} from "kysely";
import { SqliteThread } from "./sqlite-thread.ts";

/** Kysely's SQLite dialect, with the database in a thread of its own. `path`: a file, or ":memory:". */
export function createSqliteDialect(path: string): Dialect {
	return {
		createAdapter: () => new SqliteAdapter(),
		createDriver: () => new ThreadDriver(new SqliteThread(path)),
		createIntrospector: (db) => new SqliteIntrospector(db),
		createQueryCompiler: () => new SqliteQueryCompiler(),
	};
}

/** Lends its one connection to one query or transaction at a time. */
class ThreadDriver implements Driver {
	readonly #thread: SqliteThread;
	readonly #connection: ThreadConnection;
	readonly #queue: (() => void)[] = [];
	#lent = false;

	constructor(thread: SqliteThread) {
		this.#thread = thread;
		this.#connection = new ThreadConnection(thread);
	}

	async init(): Promise<void> {
		await this.#thread.query("select 1", []);
	}

	async acquireConnection(): Promise<DatabaseConnection> {
		if (this.#lent) await new Promise<void>((resolve) => this.#queue.push(resolve));
		this.#lent = true;
		return this.#connection;
	}

	async releaseConnection(): Promise<void> {
		const next = this.#queue.shift();
		// The connection stays lent, now to the next in line.
		if (next === undefined) this.#lent = false;
		else next();
	}

	async beginTransaction(): Promise<void> {
		await this.#thread.query("begin immediate", []);
	}

	async commitTransaction(): Promise<void> {
		await this.#thread.query("commit", []);
	}

	async rollbackTransaction(): Promise<void> {
		await this.#thread.query("rollback", []);
	}

	async destroy(): Promise<void> {
		await this.#thread.close();
	}
}

class ThreadConnection implements DatabaseConnection {
	readonly #thread: SqliteThread;

	constructor(thread: SqliteThread) {
		this.#thread = thread;
	}

	async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
		const { rows, changes } = await this.#thread.query(sql, parameters);
		// The rows have the query's type: that is Kysely's part of the contract.
		return { rows: rows as Row[], numAffectedRows: BigInt(changes) };
	}

	/** Yields all rows at once, because the thread has them all anyway. */
	async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
		yield await this.executeQuery<Row>(query);
	}
}
