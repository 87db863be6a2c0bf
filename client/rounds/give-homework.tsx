import { useId, useState } from "preact/hooks";
import { LESSON_IDS, type LessonId, type Level } from "#shared/lessons/ids.ts";
import { commonWords, errorWords, homeworkWords as t } from "../i18n/words.ts";
import { api } from "../net/api.ts";
import { Button } from "../ui/button.tsx";
import { LevelChoice } from "../ui/level-choice.tsx";

/** Chooses a lesson and a level, and makes the link; everybody who follows it gets the same tasks. */
export function GiveHomework({ onGiven }: { onGiven: () => void }) {
	const id = useId();
	const [lesson, setLesson] = useState<LessonId>(LESSON_IDS[0]);
	const [level, setLevel] = useState<Level>("standard");
	const [busy, setBusy] = useState(false);
	const [error, setError] = useState("");
	async function submit(event: Event) {
		event.preventDefault();
		if (busy) return;
		setBusy(true);
		const answer = await api.giveHomework(lesson, level);
		setBusy(false);
		setError(answer.ok ? "" : errorWords[answer.error.code]);
		if (answer.ok) onGiven();
	}
	return (
		<form class="homework-give" onSubmit={(event) => void submit(event)}>
			<div class="homework-lesson">
				<label for={id}>{t.lesson}</label>
				<select
					id={id}
					value={lesson}
					onChange={(event) => {
						const chosen = LESSON_IDS.find((known) => known === event.currentTarget.value);
						if (chosen !== undefined) setLesson(chosen);
					}}
				>
					{LESSON_IDS.map((known) => (
						<option key={known} value={known}>
							{commonWords.lessons[known]}
						</option>
					))}
				</select>
			</div>
			<LevelChoice label={t.level} level={level} onLevel={setLevel} />
			<Button type="submit" busy={busy}>
				{t.give}
			</Button>
			{error !== "" && <p role="alert">{error}</p>}
		</form>
	);
}
