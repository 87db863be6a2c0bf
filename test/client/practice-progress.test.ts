import { expect, test } from "vitest";
import { progressText, readProgressText } from "../../client/practice/progress-file.ts";
import { playedShare, practisedScore, wasThere } from "../../client/progress/practised-score.ts";
import {
	mergeProgress,
	nextBuiltIn,
	type Progress,
	recordOf,
	starsAt,
	withRound,
} from "../../client/progress/progress.ts";
import { parseProgress } from "../../client/progress/progress-schema.ts";
import { starsOf } from "../../client/progress/star-scores.ts";

const played = (round: string, score: number | undefined) =>
	({ lesson: "amdahl", level: "standard", round, seed: 77, score }) as const;

test("the best score of each level is kept, every round is counted", () => {
	const once = withRound({}, played("r1", 40));
	const twice = withRound(once, played("r2", 30));
	const expert = withRound(twice, { ...played("r3", -5), level: "expert" });
	expect(expert).toEqual({
		amdahl: { formula: 2, bestScores: { standard: 40, expert: -5 }, played: 3, lastRound: "r3" },
	});
});

test("an experiment is counted without a score", () => {
	const done = withRound({}, { ...played("r1", undefined), lesson: "brain" });
	expect(done).toEqual({ brain: { formula: 2, bestScores: {}, played: 1, lastRound: "r1" } });
});

test("a round is counted once, also after a reload", () => {
	const once = withRound({}, played("r1", 40));
	expect(withRound(once, played("r1", 40))).toBe(once);
});

test("a run of two sides has their mean, and none while one is missing or was cut short", () => {
	const part = (score: number, timeNs = 90, collapsed = false) => ({
		chips: [
			{ score: -1, timeNs, collapsed: false, played: [] },
			{ score, timeNs, collapsed, played: [0, 0.8] },
		],
	});
	const end = { type: "horizon", ns: 90 } as const;
	expect(practisedScore([part(40)], 1, end)).toBe(40);
	expect(practisedScore([part(40), part(70)], 1, end)).toBe(55);
	expect(practisedScore([null, part(70)], 1, end)).toBeUndefined();
	expect(practisedScore([part(40, 89), part(70)], 1, end)).toBeUndefined();
	expect(practisedScore([part(40, 89)], 1, { type: "done" })).toBe(40);
	expect(practisedScore([part(40, 60, true)], 1, end), "it went down").toBe(40);
});

test("the share of the own seat in a run is that of its time, of both parts, and all of it where it is not known", () => {
	const part = (timeNs: number, ...played: number[]) => ({
		chips: [{ score: 1, timeNs, collapsed: false, played }],
	});
	expect(playedShare([part(9, 0, 0.4)], 0, 1)).toBe(0.4);
	expect(playedShare([part(9, 0, 0.9), part(9, 0, 0.6)], 0, 1)).toBeCloseTo(0.75, 9);
	expect(playedShare([part(60, 0, 1), part(30, 0, 0)], 0, 1), "nothing in the second part").toBeCloseTo(
		2 / 3,
		9,
	);
	expect(playedShare([part(0, 0, 1), part(0, 0, 0)], 0, 1)).toBe(0.5);
	expect(playedShare([null, part(9)], 0, 1)).toBe(1);
});

test("a student was there for a part in which somebody held the seat, or played in it later", () => {
	const part = (held: number[], ...played: number[]) => ({ chips: [{ held, played }] });
	expect(wasThere(part([1], 0, 0), 0, 1), "held it and did nothing").toBe(true);
	expect(wasThere(part([], 0, 0.2), 0, 1), "came later").toBe(true);
	expect(wasThere(part([0], 0.9, 0), 0, 1), "a bot sat there").toBe(false);
	expect(wasThere(part([0], 0.9, 0), 1, 1), "no such chip").toBe(false);
	expect(wasThere(part([]), 0, 1), "not known").toBe(true);
});

test("a score earns no star below 25, then one, from 60 two, from 90 three", () => {
	expect([-20, 0, 24.9, 25, 59.9, 60, 89.9, 90, 110].map((score) => starsOf(score, 0))).toEqual([
		0, 0, 0, 1, 1, 2, 2, 3, 3,
	]);
});

test("each hint costs a star, of which the most are kept, whatever the score", () => {
	expect([0, 1, 2, 3].map((hints) => starsOf(95, hints))).toEqual([3, 2, 1, 0]);
	const helped = withRound({}, { ...played("r1", 95), hints: 2 });
	expect(helped).toEqual({
		amdahl: { formula: 2, bestScores: { standard: 95 }, stars: { standard: 1 }, played: 1, lastRound: "r1" },
	});
	expect(readProgressText(progressText(helped))).toEqual(helped);
	const alone = withRound(helped, played("r2", 70));
	expect([starsAt(alone.amdahl, "standard"), alone.amdahl?.bestScores.standard]).toEqual([2, 95]);
	const better = withRound(alone, played("r3", 92));
	expect(better.amdahl?.stars).toBeUndefined();
	expect(starsAt(mergeProgress(helped, better).amdahl, "standard")).toBe(3);
});

test("whatever else is stored counts as nothing", () => {
	for (const stored of [
		null,
		5,
		"x",
		[],
		{ amdahl: 3 },
		{ amdahl: { bestScore: 9, played: 1, lastRound: "r" } },
		{ amdahl: { bestScores: {}, played: 0.5, lastRound: "r" } },
		{ later: {} },
	]) {
		expect(parseProgress(stored)).toEqual({});
	}
	const odd = {
		amdahl: { formula: 2, bestScores: { standard: "9", expert: 1, later: 2 }, played: 1, lastRound: "r" },
	};
	expect(parseProgress(odd).amdahl?.bestScores).toEqual({ expert: 1 });
});

test("a file takes the results to another device, where the better ones count", () => {
	const here: Progress = withRound(withRound({}, played("r1", 80)), played("r2", 10));
	const there = withRound(withRound({}, played("r3", 95)), { ...played("r4", 50), lesson: "brain" });
	const read = readProgressText(progressText(there)) ?? {};
	expect(read).toEqual(there);
	expect(mergeProgress(here, read)).toEqual({
		amdahl: { formula: 2, bestScores: { standard: 95 }, played: 2, lastRound: "r2" },
		brain: there.brain,
	});
	expect(mergeProgress(here, here)).toEqual(here);
});

test("another file is no results", () => {
	for (const text of ["", "{", "null", "[]", '{"kind":"scenario"}'])
		expect(readProgressText(text)).toBeUndefined();
	expect(readProgressText('{"kind":"coretet-practice","lessons":7}')).toEqual({});
});

const rushed = (round: string, seed: number, value: number) =>
	({ lesson: "rush-hour", level: "standard", round, seed, score: 50, value }) as const;

test("of an open round the best of every seed and level is kept, and how often it was played", () => {
	const rounds = [rushed("r1", 7, 300), rushed("r2", 7, 280), rushed("r3", 8, 10), rushed("r3", 8, 10)];
	const progress = rounds.reduce<Progress>(withRound, {});
	expect(recordOf(progress["rush-hour"], "standard", 7)).toEqual({ best: 300, played: 2 });
	expect(recordOf(progress["rush-hour"], "standard", 8)).toEqual({ best: 10, played: 1 });
	expect(recordOf(progress["rush-hour"], "expert", 7)).toBeUndefined();
});

test("records go into the file and come back; of two devices the better one counts", () => {
	const mine = withRound({}, rushed("r1", 7, 300));
	const theirs = withRound(withRound({}, rushed("s1", 7, 350)), rushed("s2", 9, 5));
	const read = readProgressText(progressText(theirs)) ?? {};
	expect(read).toEqual(theirs);
	const merged = mergeProgress(mine, read)["rush-hour"];
	expect(merged?.records).toEqual({
		"standard 7": { best: 350, played: 1 },
		"standard 9": { best: 5, played: 1 },
	});
});

test("only so many records are kept: the seed that was played longest ago falls away", () => {
	let progress: Progress = {};
	for (let seed = 0; seed <= 100; seed++) progress = withRound(progress, rushed(`r${seed}`, seed, seed));
	expect(recordOf(progress["rush-hour"], "standard", 0)).toBeUndefined();
	expect(recordOf(progress["rush-hour"], "standard", 1)).toEqual({ best: 1, played: 1 });
});

test("what is no record is not taken for one", () => {
	const records = {
		"standard 7": { best: "x", played: 1 },
		"standard 8": { best: 1, played: 0 },
		nonsense: 5,
	};
	const empty = { formula: 2, bestScores: {}, played: 1, lastRound: "r" };
	expect(parseProgress({ "rush-hour": { ...empty, records } })).toEqual({ "rush-hour": empty });
});

const onSeed = (seed: number, level: "starter" | "standard" = "standard", score: number | undefined = 40) =>
	({ lesson: "amdahl", level, round: `${level} ${seed}`, seed, score }) as const;
const nextOf = (progress: Progress, level: "starter" | "standard" = "standard") =>
	nextBuiltIn(progress.amdahl, level);

test("the next round is the first built-in one that was not played at that level; after them there is none", () => {
	let progress: Progress = {};
	const met: (number | undefined)[] = [];
	for (const seed of [1, 1, 3, 77, 2, 88]) {
		met.push(nextOf(progress));
		progress = withRound(progress, { ...onSeed(seed), round: `r${met.length}` });
	}
	expect([...met, nextOf(progress)]).toEqual([1, 2, 2, 2, 2, undefined, undefined]);
	expect(nextOf(progress, "starter")).toBe(1);
	expect(nextOf(withRound(progress, onSeed(1, "starter")), "starter")).toBe(2);
});

test("results of before there were built-in rounds are kept, and begin with the first of them", () => {
	const old = { amdahl: { formula: 2, bestScores: { standard: 80 }, played: 7, lastRound: "r7" } };
	expect(parseProgress(old)).toEqual(old);
	expect(nextOf(parseProgress(old))).toBe(1);
	const oldRush = withRound({}, rushed("r1", 1, 300))["rush-hour"];
	const { builtIn: _, ...without } = oldRush ?? {};
	expect(nextBuiltIn(parseProgress({ "rush-hour": without })["rush-hour"], "standard")).toBe(2);
});

test("which built-in rounds were played goes into the file and comes back, and nothing else that stands there", () => {
	const mine = withRound({}, onSeed(3));
	const theirs = withRound(withRound({}, onSeed(1)), onSeed(2, "starter"));
	const read = readProgressText(progressText(theirs)) ?? {};
	expect(read).toEqual(theirs);
	expect(mergeProgress(mine, read).amdahl?.builtIn).toEqual({ starter: [2], standard: [1, 3] });
	for (const builtIn of [5, [1], { standard: 1 }, { standard: ["1", 9, null] }, { later: [1] }]) {
		const empty = { formula: 2, bestScores: {}, played: 1, lastRound: "r" };
		expect(parseProgress({ amdahl: { ...empty, builtIn } })).toEqual({ amdahl: empty });
	}
});

test("scores and records of an earlier formula are kept aside, and no new one is compared with them", () => {
	const records = { "standard 7": { best: 300, played: 2 } };
	const old = { bestScores: { standard: 106 }, played: 4, lastRound: "r4", records };
	const kept = parseProgress({ amdahl: old });
	const aside = { formula: 1, bestScores: { standard: 106 }, records };
	expect(kept.amdahl).toEqual({ formula: 2, bestScores: {}, played: 4, lastRound: "r4", earlier: [aside] });
	const next = withRound(kept, played("r5", 40)).amdahl;
	expect(next?.bestScores).toEqual({ standard: 40 });
	expect(next?.earlier).toEqual([aside]);
	const other = parseProgress({ amdahl: { ...old, bestScores: { standard: 90, expert: 20 } } });
	expect(mergeProgress(kept, other).amdahl?.earlier).toEqual([
		{ ...aside, bestScores: { standard: 106, expert: 20 } },
	]);
	const file = JSON.stringify({ kind: "coretet-practice", version: 2, lessons: { amdahl: old } });
	expect(readProgressText(file)).toEqual(kept);
});
