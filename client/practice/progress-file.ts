import { ok, type Result, refuse } from "#shared/lib/result.ts";
import { faultOf, versionOf } from "#shared/lib/stored.ts";
import type { Progress } from "../progress/progress.ts";
import { parseProgress, progressFile, storedProgress } from "../progress/progress-schema.ts";

const KIND = "coretet-practice";
const VERSION = versionOf(storedProgress);

/** What such a file holds, and what is wrong with the rest of it, if anything. */
export type OpenedProgress = { readonly progress: Progress; readonly fault: string | undefined };

/** The progress of this device as a file that another device reads. */
export function progressText(progress: Progress): string {
	return `${JSON.stringify({ kind: KIND, version: VERSION, lessons: progress }, null, "\t")}\n`;
}

/** The progress in such a file; refused with half a sentence where it is anything else, or a newer program's. */
export function openProgressFile(text: string): Result<OpenedProgress, string> {
	let file: unknown;
	try {
		file = JSON.parse(text);
	} catch {
		return refuse("expected JSON");
	}
	if (typeof file !== "object" || file === null || Reflect.get(file, "kind") !== KIND)
		return refuse(`at kind: expected "${KIND}"`);
	const version: unknown = Reflect.get(file, "version") ?? 1;
	if (typeof version !== "number" || version > VERSION)
		return refuse(`at version: expected at most ${VERSION}, as this Coretet writes it`);
	const stored: unknown = Reflect.get(file, "lessons");
	const lessons = storedProgress.upcasts.slice(version - 1).reduce((older, change) => change(older), stored);
	const whole = progressFile.safeParse(lessons);
	const fault = whole.success ? undefined : faultOf(whole.error);
	return ok({ progress: parseProgress(lessons), fault });
}

/** The progress in such a file; undefined where it is anything else. */
export function readProgressText(text: string): Progress | undefined {
	const opened = openProgressFile(text);
	return opened.ok ? opened.value.progress : undefined;
}
