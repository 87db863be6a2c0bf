import { parentPort } from "node:worker_threads";
import { checkRow } from "#shared/validation/row.ts";
import { ROWS } from "#shared/validation/table.ts";

/** Measures the rows whose numbers it is told, one after the other. */
parentPort?.on("message", (id: string) => {
	const row = ROWS.find((each) => each.id === id);
	if (row === undefined) throw new Error(`no row ${id}`);
	parentPort?.postMessage(checkRow(row));
});
