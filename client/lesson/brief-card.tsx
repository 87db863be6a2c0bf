import type { LessonId } from "#shared/lessons/ids.ts";
import { isPlayed } from "#shared/lessons/kind.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { commonWords, lessonTexts, lessonWords as t } from "../i18n/words.ts";
import { BriefPicture } from "./brief-pictures.tsx";
import "./lesson-card.css";

/** What the lesson is about: one picture and fewer than sixty words. */
export function BriefCard({ lesson }: { lesson: LessonId }) {
	const texts = lessonTexts[lesson];
	return (
		<section class="lesson-card brief" aria-label={t.brief}>
			<h2>{commonWords.lessons[lesson]}</h2>
			<div class="brief-picture">
				<BriefPicture lesson={lesson} moves />
			</div>
			{texts.brief.map((paragraph) => (
				<p key={paragraph}>{paragraph}</p>
			))}
			{isPlayed(lessonById(lesson)) && <p class="muted small">{t.dilation}</p>}
		</section>
	);
}
