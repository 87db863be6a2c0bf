import type { LessonId } from "#shared/lessons/ids.ts";
import { lessonTexts, lessonWords as t } from "../i18n/words.ts";
import { CodeLines } from "./code-lines.tsx";
import "./code-card.css";

/** The same situation as a program. */
export function Program({ lesson }: { lesson: LessonId }) {
	return (
		<section aria-label={t.codeTitle}>
			<h3>{t.codeTitle}</h3>
			<CodeLines code={lessonTexts[lesson].code} />
		</section>
	);
}

/** The same situation as a program, and what the model leaves out. */
export function CodeCard({ lesson }: { lesson: LessonId }) {
	const { code, leavesOut } = lessonTexts[lesson];
	return (
		<section class="code-card" aria-label={t.codeTitle}>
			<div>
				<h3>{t.codeTitle}</h3>
				<CodeLines code={code} />
			</div>
			<div>
				<h3>{t.leavesOutTitle}</h3>
				<p>{leavesOut}</p>
			</div>
		</section>
	);
}
