import type { SQLInputValue } from "node:sqlite";
import { Worker } from "node:worker_threads";
import type { SqliteAnswer, SqliteQuery } from "./sqlite-worker.ts";

export type SqliteResult = { readonly rows: unknown[]; readonly changes: number };
type Waiting = { readonly resolve: (result: SqliteResult) => void; readonly reject: (error: Error) => void };

/**
 * SQLite in a thread of its own, so that a slow disk never holds up a turn. If the thread dies, its pending queries
 * fail, and the next query starts it again.
 */
export class SqliteThread {
	readonly #path: string;
	readonly #waiting = new Map<number, Waiting>();
	#worker: Worker | undefined;
	#lastId = 0;

	constructor(path: string) {
		this.#path = path;
	}

	query(sql: string, parameters: readonly unknown[]): Promise<SqliteResult> {
		const worker = this.#worker ?? this.#start();
		this.#lastId += 1;
		const query: SqliteQuery = {
			id: this.#lastId,
			sql,
			// Kysely types parameters as unknown. Ours are the texts and numbers of schema.ts.
			parameters: parameters as readonly SQLInputValue[],
		};
		return new Promise((resolve, reject) => {
			this.#waiting.set(query.id, { resolve, reject });
			worker.postMessage(query);
		});
	}

	async close(): Promise<void> {
		const worker = this.#worker;
		if (worker === undefined) return;
		const closed = new Promise((resolve) => worker.once("exit", resolve));
		worker.postMessage("close");
		await closed;
	}

	#start(): Worker {
		const worker = new Worker(new URL("./sqlite-worker.ts", import.meta.url), {
			workerData: { path: this.#path },
		});
		worker.on("message", (answer: SqliteAnswer) => this.#settle(answer));
		worker.on("error", (error) => this.#fail(worker, error));
		worker.on("exit", () => this.#fail(worker, new Error("the store's thread has ended")));
		this.#worker = worker;
		return worker;
	}

	#settle(answer: SqliteAnswer): void {
		const waiting = this.#waiting.get(answer.id);
		this.#waiting.delete(answer.id);
		if ("error" in answer) waiting?.reject(new Error(answer.error));
		else waiting?.resolve(answer);
	}

	#fail(worker: Worker, error: Error): void {
		if (this.#worker !== worker) return;
		this.#worker = undefined;
		const waiting = [...this.#waiting.values()];
		this.#waiting.clear();
		for (const { reject } of waiting) reject(error);
	}
}
