import { expect, test } from "vitest";
import { parseProgress, withRound } from "../../client/practice/progress.ts";

test("the best score is kept, every round is counted", () => {
	const once = withRound({}, "amdahl", "r1", 40);
	const twice = withRound(once, "amdahl", "r2", 30);
	expect(twice).toEqual({ amdahl: { bestScore: 40, played: 2, lastRound: "r2" } });
	expect(withRound(twice, "parallel-work", "r3", -5)["parallel-work"]?.bestScore).toBe(-5);
});

test("a round is counted once, also after a reload", () => {
	const once = withRound({}, "amdahl", "r1", 40);
	expect(withRound(once, "amdahl", "r1", 40)).toBe(once);
});

test("whatever else is stored counts as nothing", () => {
	for (const stored of [
		null,
		5,
		"x",
		[],
		{ amdahl: 3 },
		{ amdahl: { bestScore: "9", played: 1 } },
		{ later: {} },
	]) {
		expect(parseProgress(stored)).toEqual({});
	}
});
