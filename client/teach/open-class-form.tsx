import { useState } from "preact/hooks";
import { LESSON_IDS, type LessonId, type Level } from "#shared/lessons/ids.ts";
import { lessonMinutes, type PlanForm } from "#shared/lessons/minutes.ts";
import { PLAIN_PLAN, type PlanSwitches } from "#shared/lessons/plan-switches.ts";
import { PERIODS, planMinutes, READY_PLANS, SETTLE_MINUTES } from "#shared/lessons/plans.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { errorWords, levelWords, openWords as t } from "../i18n/words.ts";
import { api, type ClassRequest } from "../net/api.ts";
import { Button } from "../ui/button.tsx";
import { LevelChoice } from "../ui/level-choice.tsx";
import { navigate } from "../ui/navigate.ts";
import { LessonChoice } from "./lesson-choice.tsx";
import { choose, chosenOf, type ListedLesson, listOf, move } from "./lesson-list.ts";
import { ReadyPlans } from "./ready-plans.tsx";
import { SwitchList } from "./switch-list.tsx";

/** Chooses the lessons of a class, their order and their level, and opens it. Who only presses the button gets the first look. */
export function OpenClassForm() {
	const [order, setOrder] = useState<readonly ListedLesson[]>(() =>
		listOf(READY_PLANS[0]?.lessons ?? LESSON_IDS),
	);
	const [switches, setSwitches] = useState<PlanSwitches>(READY_PLANS[0]?.switches ?? PLAIN_PLAN);
	const [level, setLevel] = useState<Level>("standard");
	const [error, setError] = useState("");
	const [busy, setBusy] = useState(false);
	const chosen = chosenOf(order);

	async function submit(event: Event) {
		event.preventDefault();
		if (busy) return;
		setBusy(true);
		setError(await openClass({ lessons: chosen, level, ...switches }));
		setBusy(false);
	}
	return (
		<form class="open-class" onSubmit={(event) => void submit(event)}>
			<p class="muted">{t.lead}</p>
			<ReadyPlans
				chosen={{ lessons: chosen, switches }}
				onPlan={(plan) => {
					setOrder(listOf(plan.lessons));
					setSwitches(plan.switches);
				}}
			/>
			<SwitchList switches={switches} onSwitches={setSwitches} />
			<ol>
				{order.map((lesson, index) => (
					<LessonChoice
						key={lesson.id}
						id={lesson.id}
						minutes={lessonMinutes(lessonById(lesson.id), { switches, level })}
						chosen={lesson.chosen}
						isFirst={index === 0}
						isLast={index === order.length - 1}
						onChosen={(isChosen) => setOrder(choose(order, lesson.id, isChosen))}
						onMove={(by) => setOrder(move(order, index, by))}
					/>
				))}
			</ol>
			<LevelChoice label={t.level} level={level} onLevel={setLevel} />
			<p class="muted small">{levelWords[level].about}</p>
			<div class="open-class-submit">
				<Button look="primary" size="large" type="submit" busy={busy}>
					{busy ? t.busy : t.submit}
				</Button>
				<PlanLength lessons={chosen} form={{ switches, level }} />
				<p class="open-class-error" role="alert">
					{error}
				</p>
			</div>
		</form>
	);
}

/** Opens the class and goes to its desk. Returns why not, in a sentence, else "". */
async function openClass(request: ClassRequest): Promise<string> {
	if (request.lessons.length === 0) return t.none;
	const answer = await api.openClass(request);
	if (!answer.ok) return errorWords[answer.error.code];
	navigate(`/teach/${answer.value.code}`);
	return "";
}

function PlanLength({ lessons, form }: { lessons: readonly LessonId[]; form: PlanForm }) {
	if (lessons.length === 0) return null;
	const minutes = planMinutes(lessons, form);
	const period = PERIODS.find((length) => minutes <= length);
	const total = t.total(minutes, SETTLE_MINUTES);
	const fits = period === undefined ? t.fitsNone(PERIODS.at(-1) ?? 0) : t.fits(period);
	return (
		<span class="open-class-length muted">
			{total} {fits}
		</span>
	);
}
