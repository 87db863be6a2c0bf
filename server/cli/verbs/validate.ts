import type { RowResult } from "#shared/validation/row.ts";
import { ROWS } from "#shared/validation/table.ts";
import { createProgress } from "../command/progress.ts";
import { UsageError } from "../command/usage-error.ts";
import { writeFile } from "../command/write-file.ts";
import { measureRows } from "../validation/measure-rows.ts";
import { validationPage } from "../validation/page.ts";

/**
 * Measures every row of the validation table, or the one with that number, and writes them to a page where
 * asked to. `held`: all of them hold.
 */
export async function validate(
	only: string | undefined,
	options: { readonly json: boolean; readonly page?: string | undefined },
): Promise<{ readonly text: string; readonly held: boolean }> {
	const rows = only === undefined ? ROWS : ROWS.filter(({ id }) => id === only);
	if (rows.length === 0)
		throw new UsageError(`There is no row ${only}; there are ${ROWS[0]?.id} to ${ROWS.at(-1)?.id}.`);
	const say = createProgress();
	if (options.page !== undefined && only !== undefined)
		throw new UsageError("A page shows all rows: leave the row's number away.");
	const results = await measureRows(rows, (done) => {
		say(() => `${done} of ${rows.length} rows`);
	});
	if (options.page !== undefined) {
		writeFile(
			options.page,
			validationPage(results, (family) => {
				say(() => `plots: ${family}`);
			}),
		);
	}
	const held = results.every(({ ok }) => ok);
	return { text: options.json ? JSON.stringify(results, null, "\t") : showTable(results), held };
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
