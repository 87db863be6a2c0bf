import { expect, test } from "vitest";
import { kindsToTell } from "../../client/present/core-kinds.ts";

test("kinds of cores are told, core by core, only where they differ", () => {
	const cores = (...kinds: ("P" | "E")[]) => kinds.map((kind) => ({ kind }));
	expect(kindsToTell(cores("P", "E", "E"))).toBe("PEE");
	expect(kindsToTell(cores("P", "P", "P"))).toBe("");
	expect(kindsToTell([])).toBe("");
});
