import type { LessonId } from "#shared/lessons/ids.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { guideFigures } from "#shared/result/guide-figures.ts";

// Asked once, for one lesson, and then thrown away.
addEventListener("message", ({ data }: MessageEvent<LessonId>) => {
	postMessage(guideFigures(lessonById(data)));
});
