import { LEVELS, type LessonId, type Level } from "#shared/lessons/ids.ts";
import { lessonOf } from "#shared/lessons/table.ts";

/** A round that somebody is asked to play too. */
export type PracticeChallenge = { readonly lesson: LessonId; readonly level: Level; readonly seed: number };

const SEED_MAX = 0xffff_ffff;

/** Where the same round can be practised, so that friends can compare. */
export function practiceLink({ lesson, level, seed }: PracticeChallenge): string {
	return `/practice?lesson=${lesson}&level=${level}&seed=${seed}`;
}

/** What such an address asks for; undefined where it asks for nothing that there is. */
export function readPracticeLink(query: string): PracticeChallenge | undefined {
	const asked = new URLSearchParams(query);
	const lesson = lessonOf(asked.get("lesson") ?? "");
	const level = LEVELS.find((known) => known === asked.get("level"));
	const seed = readSeed(asked.get("seed") ?? "");
	if (lesson === undefined || level === undefined || typeof seed !== "number") return undefined;
	return { lesson: lesson.id, level, seed };
}

/** The seed that was typed; "new" for none, undefined for what is no 32-bit number. */
export function readSeed(text: string): number | "new" | undefined {
	const typed = text.trim();
	if (typed === "") return "new";
	const seed = Number(typed);
	return /^\d{1,10}$/.test(typed) && seed <= SEED_MAX ? seed : undefined;
}
