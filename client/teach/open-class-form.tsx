import { useState } from "preact/hooks";
import { LESSON_IDS, type LessonId, type Level } from "#shared/lessons/ids.ts";
import { PERIODS, planMinutes, READY_PLANS, SETTLE_MINUTES } from "#shared/lessons/plans.ts";
import { errorWords, levelWords, openWords as t } from "../i18n/words.ts";
import { api } from "../net/api.ts";
import { Button } from "../ui/button.tsx";
import { LevelChoice } from "../ui/level-choice.tsx";
import { navigate } from "../ui/navigate.ts";
import { LessonChoice } from "./lesson-choice.tsx";
import { ReadyPlans } from "./ready-plans.tsx";

/** One lesson of the list, in the order of play; those that are not chosen keep their place. */
type ListedLesson = { readonly id: LessonId; readonly chosen: boolean };

/** Chooses the lessons of a class, their order and their level, and opens it. Who only presses the button gets the first look. */
export function OpenClassForm() {
	const [choices, setChoices] = useState<readonly ListedLesson[]>(() =>
		choicesOf(READY_PLANS[0]?.lessons ?? LESSON_IDS),
	);
	const [level, setLevel] = useState<Level>("standard");
	const [error, setError] = useState("");
	const [busy, setBusy] = useState(false);
	const chosen = choices.filter((choice) => choice.chosen).map((choice) => choice.id);

	async function submit(event: Event) {
		event.preventDefault();
		if (busy) return;
		if (chosen.length === 0) {
			setError(t.none);
			return;
		}
		setBusy(true);
		const answer = await api.openClass({ lessons: chosen, level });
		setBusy(false);
		if (answer.ok) navigate(`/teach/${answer.value.code}`);
		else setError(errorWords[answer.error.code]);
	}
	return (
		<form class="open-class" onSubmit={(event) => void submit(event)}>
			<p class="muted">{t.lead}</p>
			<ReadyPlans chosen={chosen} onPlan={(lessons) => setChoices(choicesOf(lessons))} />
			<ol>
				{choices.map((choice, index) => (
					<LessonChoice
						key={choice.id}
						id={choice.id}
						chosen={choice.chosen}
						isFirst={index === 0}
						isLast={index === choices.length - 1}
						onChosen={(isChosen) =>
							setChoices(choices.map((other) => (other === choice ? { ...choice, chosen: isChosen } : other)))
						}
						onMove={(by) => setChoices(moved(choices, index, by))}
					/>
				))}
			</ol>
			<LevelChoice label={t.level} level={level} onLevel={setLevel} />
			<p class="muted small">{levelWords[level].about}</p>
			<div class="open-class-submit">
				<Button look="primary" size="large" type="submit" busy={busy}>
					{busy ? t.busy : t.submit}
				</Button>
				{chosen.length > 0 && <span class="open-class-length muted">{lengthWords(planMinutes(chosen))}</span>}
				<p class="open-class-error" role="alert">
					{error}
				</p>
			</div>
		</form>
	);
}

function lengthWords(minutes: number): string {
	const period = PERIODS.find((length) => minutes <= length);
	const total = t.total(minutes, SETTLE_MINUTES);
	return `${total} ${period === undefined ? t.fitsNone(PERIODS.at(-1) ?? 0) : t.fits(period)}`;
}

/** These lessons first and chosen, then all others. */
function choicesOf(lessons: readonly LessonId[]): ListedLesson[] {
	const others = LESSON_IDS.filter((id) => !lessons.includes(id));
	return [...lessons.map((id) => ({ id, chosen: true })), ...others.map((id) => ({ id, chosen: false }))];
}

function moved(choices: readonly ListedLesson[], index: number, by: -1 | 1): readonly ListedLesson[] {
	const next = [...choices];
	next.splice(index + by, 0, ...next.splice(index, 1));
	return next;
}
