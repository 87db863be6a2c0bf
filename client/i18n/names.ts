import { commonWords } from "./words.ts";

/** Title of a lesson; the id itself where a newer server knows more lessons than this page. */
export function lessonTitle(id: string): string {
	return new Map<string, string>(Object.entries(commonWords.lessons)).get(id) ?? id;
}

export function phaseName(phase: string): string {
	return new Map<string, string>(Object.entries(commonWords.phases)).get(phase) ?? phase;
}
