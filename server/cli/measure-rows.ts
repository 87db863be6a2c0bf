import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { checkRow, type Row, type RowResult } from "#shared/validation/row.ts";

const WORKER = new URL("./row-worker.ts", import.meta.url);

/** Measures rows of the table on all cores of this machine, the slow ones first; results in the order of `rows`. */
export async function measureRows(
	rows: readonly Row[],
	onRow: (done: number) => void,
): Promise<readonly RowResult[]> {
	const [only] = rows;
	// A thread of its own would take longer to start.
	if (rows.length === 1 && only !== undefined) return [checkRow(only)];
	const waiting = [...rows.filter(isSlow), ...rows.filter((row) => !isSlow(row))].map(({ id }) => id);
	const results = new Map<string, RowResult>();
	const measureSome = (): Promise<void> =>
		new Promise((resolve, reject) => {
			const worker = new Worker(WORKER);
			const next = (): void => {
				const id = waiting.shift();
				if (id !== undefined) worker.postMessage(id);
				else void worker.terminate().then(() => resolve(), reject);
			};
			worker.on("message", (result: RowResult) => {
				results.set(result.id, result);
				onRow(results.size);
				next();
			});
			worker.on("error", reject);
			next();
		});
	const count = Math.min(availableParallelism(), rows.length);
	await Promise.all(Array.from({ length: count }, measureSome));
	return rows.flatMap(({ id }) => results.get(id) ?? []);
}

function isSlow(row: Row): boolean {
	return row.isSlow === true;
}
