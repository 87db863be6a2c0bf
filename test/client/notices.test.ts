import { expect, test } from "vitest";
import { isOver } from "../../client/play/use-notices.ts";

test("what is refused of a round that has ended is not said over its result; what else is refused is", () => {
	for (const of of ["command", "hint"] as const) {
		expect(isOver(of, "play")).toBe(false);
		expect(isOver(of, "explain")).toBe(true);
	}
	expect(isOver("predict", "play")).toBe(false);
	expect(isOver("answer", "explain")).toBe(false);
});
