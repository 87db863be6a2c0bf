import type { LessonId } from "#shared/lessons/ids.ts";
import { sideKeysOf } from "#shared/lessons/kind.ts";
import { lessonById } from "#shared/lessons/table.ts";
import type { RoundHeader } from "#shared/round/round.ts";
import { lessonTexts } from "./words.ts";

/** What the two sides of the lesson are called, by index; none where it is played once. */
export function sideNamesOf(lesson: LessonId): string[] {
	return sideKeysOf(lessonById(lesson)).map((key) => lessonTexts[lesson].sides[key] ?? key);
}

/** What the chip's side of the lesson is called; undefined where there are no two. */
export function sideOfChip(
	lesson: LessonId,
	header: RoundHeader | undefined,
	chip: number,
): string | undefined {
	const side = header?.chips[chip]?.side;
	return side === undefined ? undefined : sideNamesOf(lesson)[side];
}
