import { sumOf } from "../lib/statistics.ts";
import type { LessonId } from "./ids.ts";
import { lessonSeconds, type PlanForm } from "./minutes.ts";
import { PLAIN_PLAN, type PlanSwitches } from "./plan-switches.ts";
import { LESSONS, lessonById } from "./table.ts";

/** Minutes for joining with the code at the start. */
export const SETTLE_MINUTES = 5;

/** Lengths of a school period, in minutes. */
export const PERIODS = [45, 90] as const;
type Period = (typeof PERIODS)[number];

/** Everything on, and everything off: the course is there in both forms. */
export const FORMS = {
	short: { secondPlay: false, discussion: false, ownDecisions: false },
	full: { secondPlay: true, discussion: true, ownDecisions: true },
} as const satisfies Record<string, PlanSwitches>;

/** A plan for a class: lessons that fit into one period, in their order of play, at the standard level. */
export type LessonPlan = {
	readonly period: Period;
	readonly lessons: readonly LessonId[];
	readonly switches: PlanSwitches;
	/**
	 * Form and number of the session in the whole course, from 1, and how many there are; undefined: an
	 * introduction for those who have one period only.
	 */
	readonly session?: {
		readonly form: keyof typeof FORMS;
		readonly number: number;
		readonly of: number;
	};
};

/**
 * Ready-made plans: an introduction, then the whole course in sessions of either length, in its short and its full
 * form. The introduction asks in three steps why four cores are not four times as fast (unequal loads, a serial
 * part, data that others write), plays each of them twice, and ends with the brain.
 */
export const READY_PLANS: readonly LessonPlan[] = [
	{ period: 45, lessons: ["parallel-work", "amdahl", "false-sharing", "brain"], switches: PLAIN_PLAN },
	...PERIODS.flatMap((period) => [...course(period, "short"), ...course(period, "full")]),
];

/** All lessons in teaching order, cut into as few sessions as possible. */
function course(period: Period, form: keyof typeof FORMS): LessonPlan[] {
	const switches = FORMS[form];
	const sessions: LessonId[][] = [];
	for (const { id } of LESSONS) {
		const session = sessions.at(-1);
		const isFitting = session !== undefined && planMinutes([...session, id], standard(switches)) <= period;
		if (isFitting) session.push(id);
		else sessions.push([id]);
	}
	return sessions.map((lessons, index) => ({
		period,
		lessons,
		switches,
		session: { form, number: index + 1, of: sessions.length },
	}));
}

/** A plan with these switches at the standard level. */
export function standard(switches: PlanSwitches): PlanForm {
	return { switches, level: "standard" };
}

/** Duration of a class with these lessons in whole minutes, joining included. */
export function planMinutes(lessons: readonly LessonId[], form: PlanForm): number {
	return SETTLE_MINUTES + Math.ceil(sumOf(lessons, (id) => lessonSeconds(lessonById(id), form)) / 60);
}

/** Start and end of each lesson of a plan, in whole minutes since the class was opened. */
export function planTimes(
	lessons: readonly LessonId[],
	form: PlanForm,
): { readonly from: number; readonly to: number }[] {
	return lessons.map((_, index) => ({
		from: planMinutes(lessons.slice(0, index), form),
		to: planMinutes(lessons.slice(0, index + 1), form),
	}));
}
