import type { LessonId } from "#shared/lessons/ids.ts";
import { type LessonPlan, PERIODS, READY_PLANS } from "#shared/lessons/plans.ts";
import { list } from "../i18n/base/format.ts";
import { commonWords, openWords as t } from "../i18n/words.ts";
import { Button } from "../ui/button.tsx";

type ReadyPlansProps = {
	/** What is chosen just now, in its order. */
	chosen: readonly LessonId[];
	onPlan: (lessons: readonly LessonId[]) => void;
};

/** Lessons that fit into a period, to be taken as they are or to begin with. */
export function ReadyPlans({ chosen, onPlan }: ReadyPlansProps) {
	return (
		<fieldset class="ready-plans">
			<legend>{t.plans}</legend>
			{PERIODS.map((period) => (
				<div class="ready-period" key={period}>
					<span class="ready-length">{t.minutes(period)}</span>
					<div>
						{READY_PLANS.filter((plan) => plan.period === period).map((plan) => (
							<Button
								key={plan.lessons.join()}
								size="small"
								pressed={plan.lessons.join() === chosen.join()}
								label={`${t.minutes(period)}, ${nameOf(plan)}`}
								title={list(plan.lessons.map((id) => commonWords.lessons[id]))}
								onClick={() => onPlan(plan.lessons)}
							>
								{nameOf(plan)}
							</Button>
						))}
					</div>
				</div>
			))}
		</fieldset>
	);
}

function nameOf({ session }: LessonPlan): string {
	if (session === undefined) return t.firstLook;
	return session.of === 1 ? t.wholeCourse : t.session(session.number, session.of);
}
