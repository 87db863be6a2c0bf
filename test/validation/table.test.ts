import { expect, test } from "vitest";
import { ROWS } from "#shared/validation/table.ts";

// The rows themselves are measured by `sim validate`, in the tests of the command line.
test("the validation table has every row of 1 to 66 once, and the seven of OSTEP", () => {
	const numbered = Array.from({ length: 66 }, (_, index) => String(index + 1));
	const ostep = Array.from({ length: 7 }, (_, index) => `O${index + 1}`);
	expect(ROWS.map(({ id }) => id)).toEqual([...numbered, ...ostep]);
});
