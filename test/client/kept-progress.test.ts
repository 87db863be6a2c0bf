import { beforeEach, expect, test, vi } from "vitest";
import { openProgressFile } from "../../client/practice/progress-file.ts";
import {
	forgetProgress,
	recallGap,
	recallProgress,
	rememberPractice,
} from "../../client/progress/kept-progress.ts";

const KEY = "coretet:practice";
const ASIDE = "coretet:practice:set-aside";
/** As it was kept before scores had the number of their formula, and what becomes of it. */
const old = { bestScores: { standard: 40 }, played: 1, lastRound: "r1" };
const amdahl = {
	formula: 2,
	bestScores: {},
	played: 1,
	lastRound: "r1",
	earlier: [{ formula: 1, bestScores: { standard: 40 } }],
};
const round = { lesson: "locks", level: "standard", round: "r2", seed: 7, score: 50 } as const;
const kept = new Map<string, string>();

beforeEach(() => {
	kept.clear();
	vi.stubGlobal("localStorage", {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, text: string) => kept.set(key, text),
		removeItem: (key: string) => kept.delete(key),
	});
	return () => {
		vi.unstubAllGlobals();
	};
});

test("progress of before it had a version is remembered, and is stored with one from then on", () => {
	kept.set(KEY, JSON.stringify({ amdahl: old }));
	expect(recallProgress()).toEqual({ amdahl });
	expect(recallGap()).toBeUndefined();
	rememberPractice(round);
	expect(JSON.parse(kept.get(KEY) ?? "")).toMatchObject({
		version: 3,
		value: { amdahl, locks: { played: 1 } },
	});
	expect(Object.keys(recallProgress())).toEqual(["amdahl", "locks"]);
});

test.each([
	["cut short", '{"amdahl":{"bestSc', "expected JSON", {}],
	["another program's", '{"theme":"dark"}', 'Unrecognized key: "theme"', {}],
	["a list", "[1]", "expected record, received array", {}],
	[
		"wrong in one lesson",
		JSON.stringify({ amdahl: old, locks: { ...old, played: "often" } }),
		"at locks.played: expected number, received string",
		{ amdahl },
	],
	[
		"wrong in one lesson, with a version",
		JSON.stringify({ version: 2, value: { amdahl: old, locks: 3 } }),
		"at locks: expected object, received number",
		{ amdahl },
	],
])(
	"what is %s is set aside with a sentence, and what can be read of it is remembered",
	(_what, text, why, rest) => {
		kept.set(KEY, text);
		expect(recallProgress()).toEqual(rest);
		for (let again = 0; again < 2; again += 1) {
			expect(recallGap()?.is).toBe("damaged");
			expect(recallGap()?.why).toContain(why);
		}
		rememberPractice(round);
		expect(recallProgress()).toMatchObject({ ...rest, locks: { played: 1 } });
		expect(JSON.parse(kept.get(ASIDE) ?? "")).toMatchObject([{ text }]);
		forgetProgress();
		expect(recallGap()).toBeUndefined();
		expect(kept.size).toBe(0);
	},
);

test("what a newer program has stored stays as it is, with a sentence", () => {
	const text = JSON.stringify({ version: 4, value: { amdahl, later: {} } });
	kept.set(KEY, text);
	expect(recallProgress()).toEqual({});
	rememberPractice(round);
	expect(kept).toEqual(new Map([[KEY, text]]));
	expect(recallGap()).toMatchObject({ is: "newer" });
	expect(recallGap()?.why).toContain("version 4 was written by a newer Coretet, and this one reads up to 3");
});

test("a device that cannot set aside what is damaged keeps it where it is", () => {
	kept.set(KEY, "{");
	vi.stubGlobal("localStorage", {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: () => {
			throw new Error("full");
		},
	});
	expect(recallProgress()).toEqual({});
	expect(kept).toEqual(new Map([[KEY, "{"]]));
});

test.each([
	["no JSON", "{", "expected JSON"],
	["another program's", '{"kind":"scenario"}', 'at kind: expected "coretet-practice"'],
	[
		"a newer program's",
		'{"kind":"coretet-practice","version":4,"lessons":{}}',
		"at version: expected at most 3",
	],
])("a file that is %s is refused with what was expected where", (_what, text, why) => {
	const opened = openProgressFile(text);
	expect(opened).toEqual({ ok: false, reason: expect.stringContaining(why) });
});

test("of a file what can be read is read, and the rest is told", () => {
	const text = JSON.stringify({ kind: "coretet-practice", lessons: { amdahl: old, locks: 7 } });
	expect(openProgressFile(text)).toEqual({
		ok: true,
		value: { progress: { amdahl }, fault: "at locks: expected object, received number" },
	});
});
