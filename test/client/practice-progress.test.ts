import { expect, test } from "vitest";
import { practisedScore } from "../../client/practice/practised-score.ts";
import {
	mergeProgress,
	type Progress,
	parseProgress,
	recordOf,
	withRound,
} from "../../client/practice/progress.ts";
import { progressText, readProgressText } from "../../client/practice/progress-file.ts";
import { starsOf } from "../../client/practice/star-scores.ts";

const played = (round: string, score: number | undefined) =>
	({ lesson: "amdahl", level: "standard", round, score }) as const;

test("the best score of each level is kept, every round is counted", () => {
	const once = withRound({}, played("r1", 40));
	const twice = withRound(once, played("r2", 30));
	const expert = withRound(twice, { ...played("r3", -5), level: "expert" });
	expect(expert).toEqual({
		amdahl: { bestScores: { standard: 40, expert: -5 }, played: 3, lastRound: "r3" },
	});
});

test("an experiment is counted without a score", () => {
	const done = withRound({}, { ...played("r1", undefined), lesson: "brain" });
	expect(done).toEqual({ brain: { bestScores: {}, played: 1, lastRound: "r1" } });
});

test("a round is counted once, also after a reload", () => {
	const once = withRound({}, played("r1", 40));
	expect(withRound(once, played("r1", 40))).toBe(once);
});

test("a run of two sides has their mean, and none while one is missing or was cut short", () => {
	const part = (score: number, timeNs = 90, collapsed = false) => ({
		chips: [
			{ score: -1, timeNs, collapsed: false },
			{ score, timeNs, collapsed },
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

test("a score earns no star below 25, then one, from 60 two, from 90 three", () => {
	expect([-20, 0, 24.9, 25, 59.9, 60, 89.9, 90, 110].map(starsOf)).toEqual([0, 0, 0, 1, 1, 2, 2, 3, 3]);
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
	const odd = { amdahl: { bestScores: { standard: "9", expert: 1, later: 2 }, played: 1, lastRound: "r" } };
	expect(parseProgress(odd).amdahl?.bestScores).toEqual({ expert: 1 });
});

test("a file takes the results to another device, where the better ones count", () => {
	const here: Progress = withRound(withRound({}, played("r1", 80)), played("r2", 10));
	const there = withRound(withRound({}, played("r3", 95)), { ...played("r4", 50), lesson: "brain" });
	const read = readProgressText(progressText(there)) ?? {};
	expect(read).toEqual(there);
	expect(mergeProgress(here, read)).toEqual({
		amdahl: { bestScores: { standard: 95 }, played: 2, lastRound: "r2" },
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
	({ lesson: "rush-hour", level: "standard", round, score: 50, result: { seed, value } }) as const;

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
	const stored = { "rush-hour": { bestScores: {}, played: 1, lastRound: "r", records } };
	expect(parseProgress(stored)).toEqual({ "rush-hour": { bestScores: {}, played: 1, lastRound: "r" } });
});
