import { BUILT_IN_SEEDS } from "#shared/lessons/built-in-seeds.ts";
import { LESSON_IDS, LEVELS, type LessonId, type Level } from "#shared/lessons/ids.ts";
import { SCORE_FORMULA } from "#shared/result/score.ts";
import { starsOf } from "./star-scores.ts";

/** What this device remembers of a lesson played alone. */
export type LessonProgress = {
	/** Formula of the best scores and records. */
	readonly formula: number;
	/** Of each level that was played to a score; an experiment has none. */
	readonly bestScores: Scores;
	/** Most stars of each level, where hints have cost some: what a score alone would earn may be more. */
	readonly stars?: Stars;
	/** Rounds played to their end. */
	readonly played: number;
	/** Id of the newest round that was counted. */
	readonly lastRound: string;
	/** Of an open round, by level and seed: the best, and how often it was played. The oldest fall away. */
	readonly records?: Records;
	/** Seeds of built-in rounds that were played to a score, by level, the lowest first. */
	readonly builtIn?: Seeds;
	/** Best scores and records of earlier formulas, kept and compared with nothing. */
	readonly earlier?: readonly EarlierBests[];
};
export type EarlierBests = Pick<LessonProgress, "formula" | "bestScores" | "records">;
type Scores = Readonly<Partial<Record<Level, number>>>;
export type SeedRecord = { readonly best: number; readonly played: number };
type Stars = Readonly<Partial<Record<Level, number>>>;
type Records = Readonly<Record<string, SeedRecord>>;
type Seeds = Readonly<Partial<Record<Level, readonly number[]>>>;
export type Progress = Readonly<Partial<Record<LessonId, LessonProgress>>>;

/** A round that was played to its end. `score`: undefined in an experiment. */
export type PractisedRound = {
	readonly lesson: LessonId;
	readonly level: Level;
	readonly round: string;
	readonly seed: number;
	readonly score: number | undefined;
	/** Each costs a star; none if absent. */
	readonly hints?: number;
	/** Of an open round: what it came to, where more is better. */
	readonly value?: number;
};

/** Of so many rounds the record is kept; the oldest fall away. */
export const RECORDS_MAX = 100;

/** Progress with one more round; the same as before if the round is counted already, as after a reload. */
export function withRound(progress: Progress, practised: PractisedRound): Progress {
	const { lesson, level, round, seed, score, hints = 0, value } = practised;
	const before = progress[lesson];
	if (before?.lastRound === round) return progress;
	const bestScores = bestOf(before?.bestScores ?? {}, score === undefined ? {} : { [level]: score });
	const earned = score === undefined ? {} : { [level]: starsOf(score, hints) };
	const counted = {
		formula: SCORE_FORMULA,
		bestScores,
		...withStars(bestOf(starsBy(before), earned), bestScores),
		played: (before?.played ?? 0) + 1,
		lastRound: round,
		...withRecords(
			mergeRecords(
				before?.records,
				value === undefined ? {} : { [keyOf(level, seed)]: { best: value, played: 1 } },
				plus,
			),
		),
		...withSeeds(mergeSeeds(before?.builtIn, score === undefined ? {} : { [level]: [seed] })),
		...withEarlier(before?.earlier ?? []),
	};
	return { ...progress, [lesson]: counted };
}

/** Of two devices, or of a device and its own older copy: the best scores, and the higher count of rounds. */
export function mergeProgress(own: Progress, other: Progress): Progress {
	const merged: Partial<Record<LessonId, LessonProgress>> = { ...own };
	for (const lesson of LESSON_IDS) {
		const [mine, theirs] = [own[lesson], other[lesson]];
		if (theirs === undefined) continue;
		const bestScores = bestOf(mine?.bestScores ?? {}, theirs.bestScores);
		merged[lesson] = {
			formula: SCORE_FORMULA,
			bestScores,
			...withStars(bestOf(starsBy(mine), starsBy(theirs)), bestScores),
			played: Math.max(mine?.played ?? 0, theirs.played),
			lastRound: mine?.lastRound ?? theirs.lastRound,
			...withRecords(mergeRecords(mine?.records, theirs.records, Math.max)),
			...withSeeds(mergeSeeds(mine?.builtIn, theirs.builtIn)),
			...withEarlier(mergeEarlier(mine?.earlier, theirs.earlier)),
		};
	}
	return merged;
}

/** Of each formula the better ones. */
function mergeEarlier(
	own: readonly EarlierBests[] = [],
	other: readonly EarlierBests[] = [],
): EarlierBests[] {
	const merged = new Map<number, EarlierBests>();
	for (const bests of [...own, ...other]) {
		const known = merged.get(bests.formula);
		merged.set(bests.formula, {
			formula: bests.formula,
			bestScores: bestOf(known?.bestScores ?? {}, bests.bestScores),
			...withRecords(mergeRecords(known?.records, bests.records, Math.max)),
		});
	}
	return [...merged.values()];
}

export function withEarlier(earlier: readonly EarlierBests[]): Pick<LessonProgress, "earlier"> {
	return earlier.length === 0 ? {} : { earlier };
}

/** Most stars that this device has earned in the lesson at that level. */
export function starsAt(progress: LessonProgress | undefined, level: Level): number {
	return starsBy(progress)[level] ?? 0;
}

/** Rounds from before there were hints have the stars of their scores. */
function starsBy(progress: LessonProgress | undefined): Stars {
	const earned: Partial<Record<Level, number>> = {};
	for (const level of LEVELS) {
		const best = progress?.bestScores[level];
		const stars = progress?.stars?.[level] ?? (best === undefined ? undefined : starsOf(best, 0));
		if (stars !== undefined) earned[level] = stars;
	}
	return earned;
}

/** The stars that scores do not say themselves. */
function withStars(stars: Stars, bestScores: Scores): Pick<LessonProgress, "stars"> {
	const fewer = LEVELS.flatMap((level) => {
		const earned = stars[level];
		return earned === undefined || earned === starsOf(bestScores[level] ?? 0, 0)
			? []
			: [[level, earned] as const];
	});
	return fewer.length === 0 ? {} : { stars: Object.fromEntries(fewer) };
}

/** The record of that level and seed. */
export function recordOf(
	progress: LessonProgress | undefined,
	level: Level,
	seed: number,
): SeedRecord | undefined {
	return progress?.records?.[keyOf(level, seed)];
}

/** The first built-in round that is not played yet at that level; undefined once all are. */
export function nextBuiltIn(progress: LessonProgress | undefined, level: Level): number | undefined {
	const played = progress?.builtIn?.[level] ?? [];
	// Of an open round, which keeps a record of every seed, any of them may have been played long ago.
	return BUILT_IN_SEEDS.find(
		(seed) => !played.includes(seed) && recordOf(progress, level, seed) === undefined,
	);
}

function keyOf(level: Level, seed: number): string {
	return `${level} ${seed}`;
}

const plus = (one: number, other: number): number => one + other;

/** The best of both; the newest stand last, and only so many are kept. */
function mergeRecords(
	own: Records = {},
	other: Records = {},
	played: (one: number, other: number) => number,
): Records {
	const merged = new Map(Object.entries(own));
	for (const [key, theirs] of Object.entries(other)) {
		const mine = merged.get(key);
		merged.delete(key);
		merged.set(
			key,
			mine === undefined
				? theirs
				: { best: Math.max(mine.best, theirs.best), played: played(mine.played, theirs.played) },
		);
	}
	return Object.fromEntries([...merged].slice(-RECORDS_MAX));
}

export function withRecords(records: Records): Pick<LessonProgress, "records"> {
	return Object.keys(records).length === 0 ? {} : { records };
}

/** What either has played of the built-in ones. */
export function mergeSeeds(own: Seeds = {}, other: Seeds = {}): Seeds {
	const merged: Partial<Record<Level, readonly number[]>> = {};
	for (const level of LEVELS) {
		const played = BUILT_IN_SEEDS.filter(
			(seed) => own[level]?.includes(seed) === true || other[level]?.includes(seed) === true,
		);
		if (played.length > 0) merged[level] = played;
	}
	return merged;
}

export function withSeeds(builtIn: Seeds): Pick<LessonProgress, "builtIn"> {
	return Object.keys(builtIn).length === 0 ? {} : { builtIn };
}

function bestOf(one: Scores, other: Scores): Scores {
	const best: Partial<Record<Level, number>> = {};
	for (const level of LEVELS) {
		const scores = [one[level], other[level]].filter((score) => score !== undefined);
		if (scores.length > 0) best[level] = Math.max(...scores);
	}
	return best;
}
