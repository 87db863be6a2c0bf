import { useState } from "preact/hooks";
import { LESSON_IDS, type LessonId } from "#shared/lessons/ids.ts";
import { commonWords, errorWords, openWords as t } from "../i18n/words.ts";
import { useLessonMinutes } from "../lesson/use-lesson-minutes.ts";
import { api } from "../net/api.ts";
import { Button } from "../ui/button.tsx";
import { navigate } from "../ui/navigate.ts";

/** One lesson of the list, in the order of play; those that are not chosen keep their place. */
type Choice = { readonly id: LessonId; readonly chosen: boolean };

/** Chooses the lessons of a class and their order, and opens it. */
export function OpenClassForm() {
	const [choices, setChoices] = useState<readonly Choice[]>(() =>
		LESSON_IDS.map((id) => ({ id, chosen: true })),
	);
	const [error, setError] = useState("");
	const [busy, setBusy] = useState(false);
	const minutes = useLessonMinutes();
	const chosen = choices.filter((choice) => choice.chosen).map((choice) => choice.id);
	const total = chosen.reduce((sum, id) => sum + (minutes.get(id) ?? 0), 0);

	async function submit(event: Event) {
		event.preventDefault();
		if (busy) return;
		if (chosen.length === 0) {
			setError(t.none);
			return;
		}
		setBusy(true);
		const answer = await api.openClass({ lessons: chosen, level: "standard" });
		setBusy(false);
		if (answer.ok) navigate(`/teach/${answer.value.code}`);
		else setError(errorWords[answer.error.code]);
	}
	return (
		<form class="open-class" onSubmit={(event) => void submit(event)}>
			<p class="muted">{t.lead}</p>
			<ol>
				{choices.map((choice, index) => (
					<LessonChoice
						key={choice.id}
						choice={choice}
						minutes={minutes.get(choice.id)}
						isFirst={index === 0}
						isLast={index === choices.length - 1}
						onChosen={(isChosen) =>
							setChoices(choices.map((other) => (other === choice ? { ...choice, chosen: isChosen } : other)))
						}
						onMove={(by) => setChoices(moved(choices, index, by))}
					/>
				))}
			</ol>
			<div class="open-class-submit">
				<Button look="primary" size="large" type="submit" busy={busy}>
					{busy ? t.busy : t.submit}
				</Button>
				{total > 0 && <span class="muted">{t.total(total)}</span>}
			</div>
			<p class="open-class-error" role="alert">
				{error}
			</p>
		</form>
	);
}

type LessonChoiceProps = {
	choice: Choice;
	minutes: number | undefined;
	isFirst: boolean;
	isLast: boolean;
	onChosen: (chosen: boolean) => void;
	onMove: (by: -1 | 1) => void;
};

function LessonChoice({ choice, minutes, isFirst, isLast, onChosen, onMove }: LessonChoiceProps) {
	const title = commonWords.lessons[choice.id];
	return (
		<li class={choice.chosen ? "" : "lesson-off"}>
			<label>
				<input
					type="checkbox"
					checked={choice.chosen}
					aria-label={t.include(title)}
					onChange={(event) => onChosen(event.currentTarget.checked)}
				/>
				<span>{title}</span>
			</label>
			{minutes !== undefined && <span class="muted small">{t.minutes(minutes)}</span>}
			<Button size="small" label={t.earlier(title)} disabled={isFirst} onClick={() => onMove(-1)}>
				↑
			</Button>
			<Button size="small" label={t.later(title)} disabled={isLast} onClick={() => onMove(1)}>
				↓
			</Button>
		</li>
	);
}

function moved(choices: readonly Choice[], index: number, by: -1 | 1): readonly Choice[] {
	const next = [...choices];
	next.splice(index + by, 0, ...next.splice(index, 1));
	return next;
}
