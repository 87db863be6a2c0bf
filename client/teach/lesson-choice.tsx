import type { LessonId } from "#shared/lessons/ids.ts";
import { commonWords, guideWords, openWords as t } from "../i18n/words.ts";
import { Button } from "../ui/button.tsx";
import { Link } from "../ui/link.tsx";

type LessonChoiceProps = {
	id: LessonId;
	/** In a plan as it is just now. */
	minutes: number;
	chosen: boolean;
	isFirst: boolean;
	isLast: boolean;
	onChosen: (chosen: boolean) => void;
	onMove: (by: -1 | 1) => void;
};

/** A lesson of the class to be opened: taken or not, earlier or later, and the way to its guide. */
export function LessonChoice({ id, minutes, chosen, isFirst, isLast, onChosen, onMove }: LessonChoiceProps) {
	const title = commonWords.lessons[id];
	return (
		<li class={chosen ? "" : "lesson-off"}>
			<label>
				<input
					type="checkbox"
					checked={chosen}
					aria-label={t.include(title)}
					onChange={(event) => onChosen(event.currentTarget.checked)}
				/>
				<span>{title}</span>
			</label>
			<span class="muted small">{t.minutes(minutes)}</span>
			<Link href={`/guide/${id}`} class="lesson-guide small">
				{guideWords.link}
				<span class="sr-only"> {title}</span>
			</Link>
			<Button size="small" label={t.earlier(title)} disabled={isFirst} onClick={() => onMove(-1)}>
				↑
			</Button>
			<Button size="small" label={t.later(title)} disabled={isLast} onClick={() => onMove(1)}>
				↓
			</Button>
		</li>
	);
}
