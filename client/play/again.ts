import { isPlayed } from "#shared/lessons/kind.ts";
import type { Lesson } from "#shared/lessons/lesson.ts";
import type { Down } from "#shared/protocol/down.ts";
import type { SteerAction } from "#shared/protocol/up.ts";

/**
 * What somebody who practises does after an explanation: first the same round again with what they know, then another
 * one; undefined where nothing is played.
 */
export function againOf(
	lesson: Lesson | undefined,
	told: Down["outcome"] | undefined,
): Extract<SteerAction, "repeat" | "newSeed"> | undefined {
	if (lesson === undefined || !isPlayed(lesson)) return undefined;
	return told !== undefined && told.earlier.length > 0 ? "newSeed" : "repeat";
}
