import type { LessonId } from "#shared/lessons/ids.ts";
import type { PlanSwitches } from "#shared/lessons/plan-switches.ts";
import { type LessonPlan, PERIODS, READY_PLANS } from "#shared/lessons/plans.ts";
import { list } from "../i18n/base/format.ts";
import { commonWords, openWords as t } from "../i18n/words.ts";
import { Button } from "../ui/button.tsx";

/** What is chosen just now: lessons in their order, and what is on. */
type ChosenPlan = { readonly lessons: readonly LessonId[]; readonly switches: PlanSwitches };

type ReadyPlansProps = { chosen: ChosenPlan; onPlan: (plan: ChosenPlan) => void };

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
								key={keyOf(plan)}
								size="small"
								pressed={keyOf(plan) === keyOf(chosen)}
								label={`${t.minutes(period)}, ${nameOf(plan)}`}
								title={list(plan.lessons.map((id) => commonWords.lessons[id]))}
								onClick={() => onPlan(plan)}
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

function keyOf({ lessons, switches: { secondPlay, discussion, ownDecisions } }: ChosenPlan): string {
	return [...lessons, secondPlay, discussion, ownDecisions].join();
}

function nameOf({ session }: LessonPlan): string {
	return session === undefined ? t.firstLook : t.session(session.form, session.number, session.of);
}
