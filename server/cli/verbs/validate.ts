import type { RowResult, ValidationRow } from "#shared/validation/row.ts";
import { ROWS } from "#shared/validation/table.ts";
import { flag, text } from "../command/option.ts";
import { createProgress } from "../command/progress.ts";
import { UsageError } from "../command/usage-error.ts";
import { defineVerb } from "../command/verb.ts";
import { oneOrNone } from "../command/words.ts";
import { writeFile } from "../command/write-file.ts";
import { measureRows } from "../validation/measure-rows.ts";
import { validationPage } from "../validation/page.ts";

/** Measures every row of the validation table, or the one with that number; fails unless all of them hold. */
export const validate = defineVerb({
	name: "validate",
	summary: "measure the simulation against the literature",
	words: oneOrNone("[ROW]", rowsNamed),
	options: {
		json: flag("the rows for another program"),
		page: text("FILE", "write the table with plots as a page for a browser, for all rows"),
	},
	about: `Measures every row of the validation table, or the one with the number ROW: what the literature or a
closed formula says must come out, and what the simulation gives. Takes about 40 s of computing, shared
by all cores of this machine. Ends with exit code 0 only if all rows hold.`,
	act: async (rows, { json, page }, { print, fail }) => {
		if (page !== undefined && rows.length < ROWS.length)
			throw new UsageError("A page shows all rows: leave the row's number away.");
		const say = createProgress();
		const results = await measureRows(rows, (done) => {
			say(() => `${done} of ${rows.length} rows`);
		});
		const sayPlots = (family: string) => say(() => `plots: ${family}`);
		if (page !== undefined) writeFile(page, validationPage(results, sayPlots));
		print(json ? JSON.stringify(results, null, "\t") : showTable(results));
		if (results.some(({ ok }) => !ok)) fail();
	},
});

function rowsNamed(only: string | undefined): readonly ValidationRow[] {
	if (only === undefined) return ROWS;
	const row = ROWS.find(({ id }) => id === only);
	if (row !== undefined) return [row];
	throw new UsageError(`There is no row ${only}; there are ${ROWS[0]?.id} to ${ROWS.at(-1)?.id}.`);
}

function showTable(results: readonly RowResult[]): string {
	const failed = results.filter(({ ok }) => !ok).length;
	const end =
		failed === 0 ? `All ${results.length} rows hold.` : `${failed} of ${results.length} rows do not hold.`;
	return [...results.flatMap(showRow), "", end].join("\n");
}

function showRow({ id, what, source, expected, got, tolerance, ok, shortfall }: RowResult): string[] {
	const lines = [
		`${id.padStart(3)}  ${ok ? "holds" : "FAILS"}  ${what}`,
		`            got ${list(got)}; expected ${list(expected)} (${tolerance}). ${source}`,
	];
	return shortfall === undefined ? lines : [...lines, `            ${shortfall}`];
}

function list(values: readonly number[]): string {
	return values.map((value) => String(Number(value.toPrecision(6)))).join(", ");
}
