import { lessonWords as t } from "../i18n/words.ts";

type DiscussNoteProps = {
	/** Whether who looks on this page has committed to a number; undefined for who only looks on. */
	hasCommitted: boolean | undefined;
	/** How many have committed, and how many could. */
	made: number;
	of: number;
};

/** In a plan with discussion: from when on to talk, which is when all have committed, or oneself has. */
export function DiscussNote({ hasCommitted, made, of }: DiscussNoteProps) {
	const isTime = hasCommitted ?? (of > 0 && made === of);
	return (
		<aside class="lesson-card discuss" aria-live="polite">
			<h2>{t.discussTitle}</h2>
			<p>{isTime ? t.discussNow : t.discussSoon}</p>
		</aside>
	);
}
