import { checkRow, type RowResult, type ValidationRow } from "#shared/validation/row.ts";
import { askInThreads } from "../threads/ask-in-threads.ts";

const WORKER = new URL("../threads/row-worker.ts", import.meta.url);

/** Measures rows of the table on all cores of this machine, the slow ones first; results in the order of `rows`. */
export async function measureRows(
	rows: readonly ValidationRow[],
	onRow: (done: number) => void,
): Promise<readonly RowResult[]> {
	const [only] = rows;
	// A thread of its own would take longer to start.
	if (rows.length === 1 && only !== undefined) return [checkRow(only)];
	const ids = [...rows.filter(isSlow), ...rows.filter((row) => !isSlow(row))].map(({ id }) => id);
	const results = await askInThreads<string, RowResult>(WORKER, ids, onRow);
	const byId = new Map(results.map((result) => [result.id, result]));
	return rows.flatMap(({ id }) => byId.get(id) ?? []);
}

function isSlow(row: ValidationRow): boolean {
	return row.isSlow === true;
}
