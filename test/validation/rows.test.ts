import { describe, expect, test } from "vitest";
import { checkRow } from "#shared/validation/row.ts";
import { ROWS } from "#shared/validation/table.ts";

describe("validation table", () => {
	test("has every row of 1 to 64 once, and the seven of OSTEP", () => {
		const numbered = Array.from({ length: 64 }, (_, index) => String(index + 1));
		const ostep = Array.from({ length: 7 }, (_, index) => `O${index + 1}`);
		expect(ROWS.map(({ id }) => id)).toEqual([...numbered, ...ostep]);
	});

	// What takes seconds is measured by `sim validate`, in the tests of the command line.
	test.each(ROWS.filter(({ isSlow }) => isSlow !== true))("row $id: $what", (row) => {
		const { got, expected, ok, shortfall } = checkRow(row);
		expect(got).toHaveLength(expected.length);
		// A row that is not met must say why, and one that is met must not.
		expect({ got, ok }).toEqual({ got, ok: shortfall === undefined });
	});
});
