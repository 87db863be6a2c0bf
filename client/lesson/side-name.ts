import type { LessonId } from "#shared/lessons/ids.ts";
import { lessonById } from "#shared/lessons/table.ts";
import type { RoundHeader } from "#shared/round/round.ts";
import { lessonTexts } from "../i18n/words.ts";

/** What the chip's side of the lesson is called; undefined where there are no two. */
export function sideName(
	lesson: LessonId,
	header: RoundHeader | undefined,
	chip: number,
): string | undefined {
	const side = header?.chips[chip]?.side;
	const key = side === undefined ? undefined : lessonById(lesson).sides[side];
	return key === undefined ? undefined : (lessonTexts[lesson].sides[key] ?? key);
}
