import { expect, test } from "vitest";
import { practiceLink, readPracticeLink, readSeed } from "../../client/progress/practice-link.ts";

test("a link leads to the round that it was made of", () => {
	const round = { lesson: "rush-hour", level: "expert", seed: 4_294_967_295 } as const;
	expect(readPracticeLink(new URL(practiceLink(round), "http://x").search)).toEqual(round);
});

test("an address that asks for something that there is not asks for nothing", () => {
	for (const query of [
		"",
		"?lesson=rush-hour",
		"?lesson=rush-hour&level=standard",
		"?lesson=rush-hour&level=standard&seed=",
		"?lesson=rush-hour&level=standard&seed=4294967296",
		"?lesson=rush-hour&level=hard&seed=1",
		"?lesson=constructor&level=standard&seed=1",
	])
		expect(readPracticeLink(query)).toBeUndefined();
});

test("a seed is a 32-bit number, or left out", () => {
	expect(["", "  ", "0", " 77 ", "4294967295"].map(readSeed)).toEqual(["new", "new", 0, 77, 4_294_967_295]);
	for (const typed of ["-1", "1.5", "1e3", "abc", "4294967296", "99999999999", "0x10"])
		expect(readSeed(typed)).toBeUndefined();
});
