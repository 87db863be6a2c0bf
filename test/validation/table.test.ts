import { expect, test } from "vitest";
import { ROWS } from "#shared/validation/table.ts";

// The rows themselves are measured by `sim validate`, in the tests of the command line.
test("the validation table has its rows by number without a gap, the seven of OSTEP and the eleven of worksheets", () => {
	const ostep = Array.from({ length: 7 }, (_, index) => `O${index + 1}`);
	const worksheets = Array.from({ length: 11 }, (_, index) => `W${index + 1}`);
	const others = ROWS.length - ostep.length - worksheets.length;
	const numbered = Array.from({ length: others }, (_, index) => String(index + 1));
	expect(others).toBeGreaterThanOrEqual(69);
	expect(ROWS.map(({ id }) => id)).toEqual([...numbered, ...ostep, ...worksheets]);
});
