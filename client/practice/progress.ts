import { LESSON_IDS, LEVELS, type LessonId, type Level } from "#shared/lessons/ids.ts";

/** What this device remembers of a lesson played alone. */
export type LessonProgress = {
	/** Of each level that was played to a score; an experiment has none. */
	readonly bestScores: Readonly<Partial<Record<Level, number>>>;
	/** Rounds played to their end. */
	readonly played: number;
	/** Id of the newest round that was counted. */
	readonly lastRound: string;
};
export type Progress = Readonly<Partial<Record<LessonId, LessonProgress>>>;

/** A round that was played to its end. `score`: undefined in an experiment. */
export type PractisedRound = {
	readonly lesson: LessonId;
	readonly level: Level;
	readonly round: string;
	readonly score: number | undefined;
};

const KEY = "coretet:practice";

/** All that this device remembers; nothing where storage is switched off or holds something else. */
export function recallProgress(): Progress {
	try {
		return parseProgress(JSON.parse(localStorage.getItem(KEY) ?? "{}"));
	} catch {
		return {};
	}
}

/** Counts a round played alone, and keeps its score if it is the best of its level. */
export function rememberPractice(practised: PractisedRound): void {
	storeProgress(withRound(recallProgress(), practised));
}

/** Replaces all that this device remembers. */
export function storeProgress(progress: Progress): void {
	try {
		localStorage.setItem(KEY, JSON.stringify(progress));
	} catch {
		// A device that may not store anything is played on all the same.
	}
}

export function forgetProgress(): void {
	try {
		localStorage.removeItem(KEY);
	} catch {
		// Nothing is stored where nothing may be stored.
	}
}

/** Progress with one more round; the same as before if the round is counted already, as after a reload. */
export function withRound(progress: Progress, { lesson, level, round, score }: PractisedRound): Progress {
	const before = progress[lesson];
	if (before?.lastRound === round) return progress;
	const counted = {
		bestScores: bestOf(before?.bestScores ?? {}, score === undefined ? {} : { [level]: score }),
		played: (before?.played ?? 0) + 1,
		lastRound: round,
	};
	return { ...progress, [lesson]: counted };
}

/** Of two devices, or of a device and its own older copy: the best scores, and the higher count of rounds. */
export function mergeProgress(own: Progress, other: Progress): Progress {
	const merged: Partial<Record<LessonId, LessonProgress>> = { ...own };
	for (const lesson of LESSON_IDS) {
		const [mine, theirs] = [own[lesson], other[lesson]];
		if (theirs === undefined) continue;
		merged[lesson] = {
			bestScores: bestOf(mine?.bestScores ?? {}, theirs.bestScores),
			played: Math.max(mine?.played ?? 0, theirs.played),
			lastRound: mine?.lastRound ?? theirs.lastRound,
		};
	}
	return merged;
}

type Scores = LessonProgress["bestScores"];

function bestOf(one: Scores, other: Scores): Scores {
	const best: Partial<Record<Level, number>> = {};
	for (const level of LEVELS) {
		const scores = [one[level], other[level]].filter((score) => score !== undefined);
		if (scores.length > 0) best[level] = Math.max(...scores);
	}
	return best;
}

/** Progress as it was stored, without anything that is not. */
export function parseProgress(stored: unknown): Progress {
	const progress: Partial<Record<LessonId, LessonProgress>> = {};
	if (typeof stored !== "object" || stored === null) return progress;
	for (const lesson of LESSON_IDS) {
		const entry = parseLesson(Reflect.get(stored, lesson));
		if (entry !== undefined) progress[lesson] = entry;
	}
	return progress;
}

function parseLesson(entry: unknown): LessonProgress | undefined {
	if (typeof entry !== "object" || entry === null) return undefined;
	const played: unknown = Reflect.get(entry, "played");
	const lastRound: unknown = Reflect.get(entry, "lastRound");
	const scores: unknown = Reflect.get(entry, "bestScores");
	if (!Number.isSafeInteger(played) || typeof played !== "number" || played < 1) return undefined;
	if (typeof lastRound !== "string" || typeof scores !== "object" || scores === null) return undefined;
	const bestScores: Partial<Record<Level, number>> = {};
	for (const level of LEVELS) {
		const score: unknown = Reflect.get(scores, level);
		if (typeof score === "number" && Number.isFinite(score)) bestScores[level] = score;
	}
	return { bestScores, played, lastRound };
}
