import { type Progress, parseProgress } from "../progress/progress.ts";

const KIND = "coretet-practice";

/** The progress of this device as a file that another device reads. */
export function progressText(progress: Progress): string {
	return `${JSON.stringify({ kind: KIND, lessons: progress }, null, "\t")}\n`;
}

/** The progress in such a file; undefined where it is anything else. */
export function readProgressText(text: string): Progress | undefined {
	try {
		const file: unknown = JSON.parse(text);
		if (typeof file !== "object" || file === null || Reflect.get(file, "kind") !== KIND) return undefined;
		return parseProgress(Reflect.get(file, "lessons"));
	} catch {
		// Any file can be chosen.
		return undefined;
	}
}
