import { LESSON_IDS, type LessonId } from "#shared/lessons/ids.ts";

/** What this device remembers of a lesson played alone. `lastRound`: the newest one counted. */
export type LessonProgress = {
	readonly bestScore: number;
	readonly played: number;
	readonly lastRound: string;
};
export type Progress = Partial<Record<LessonId, LessonProgress>>;

const KEY = "coretet:practice";

/** All that this device remembers; nothing where storage is switched off or holds something else. */
export function recallProgress(): Progress {
	try {
		return parseProgress(JSON.parse(localStorage.getItem(KEY) ?? "{}"));
	} catch {
		return {};
	}
}

/** Counts a round played alone, and keeps its score if it is the best. */
export function rememberPractice(lesson: LessonId, round: string, score: number): void {
	try {
		localStorage.setItem(KEY, JSON.stringify(withRound(recallProgress(), lesson, round, score)));
	} catch {
		// A device that may not store anything is played on all the same.
	}
}

/** Progress with one more round; the same as before if the round is counted already, as after a reload. */
export function withRound(progress: Progress, lesson: LessonId, round: string, score: number): Progress {
	const before = progress[lesson];
	if (before?.lastRound === round) return progress;
	const bestScore = before === undefined ? score : Math.max(before.bestScore, score);
	return { ...progress, [lesson]: { bestScore, played: (before?.played ?? 0) + 1, lastRound: round } };
}

/** Progress as it was stored, without anything that is not. */
export function parseProgress(stored: unknown): Progress {
	const progress: Progress = {};
	if (typeof stored !== "object" || stored === null) return progress;
	for (const lesson of LESSON_IDS) {
		const entry: unknown = Reflect.get(stored, lesson);
		if (typeof entry !== "object" || entry === null) continue;
		const bestScore: unknown = Reflect.get(entry, "bestScore");
		const played: unknown = Reflect.get(entry, "played");
		const lastRound: unknown = Reflect.get(entry, "lastRound");
		if (typeof bestScore !== "number" || typeof played !== "number" || typeof lastRound !== "string")
			continue;
		progress[lesson] = { bestScore, played, lastRound };
	}
	return progress;
}
