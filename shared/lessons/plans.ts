import { sumOf } from "../lib/statistics.ts";
import type { LessonId } from "./ids.ts";
import { LESSONS, lessonById } from "./table.ts";

/** Minutes for joining with the code at the start. */
export const SETTLE_MINUTES = 5;

/** Lengths of a school period, in minutes. */
export const PERIODS = [45, 90] as const;
type Period = (typeof PERIODS)[number];

/** A plan for a class: lessons that fit into one period, in their order of play. */
export type LessonPlan = {
	readonly period: Period;
	readonly lessons: readonly LessonId[];
	/**
	 * Number of the session in the whole course, from 1, and how many there are; undefined: an introduction for
	 * those who have one period only.
	 */
	readonly session?: { readonly number: number; readonly of: number };
};

/**
 * Ready-made plans: an introduction, then the whole course in sessions of either length. The introduction asks
 * in three steps why four cores are not four times as fast (unequal loads, a serial part, data that others
 * write) and ends with the brain. A fifth lesson would leave no slack for first-time players.
 */
export const READY_PLANS: readonly LessonPlan[] = [
	{ period: 45, lessons: ["parallel-work", "amdahl", "false-sharing", "brain"] },
	...PERIODS.flatMap(course),
];

/** All lessons in teaching order, cut into as few sessions as possible. */
function course(period: Period): LessonPlan[] {
	const sessions: LessonId[][] = [];
	for (const { id } of LESSONS) {
		const session = sessions.at(-1);
		if (session !== undefined && planMinutes([...session, id]) <= period) session.push(id);
		else sessions.push([id]);
	}
	return sessions.map((lessons, index) => ({
		period,
		lessons,
		session: { number: index + 1, of: sessions.length },
	}));
}

/** Duration of a class with these lessons in minutes, joining included. */
export function planMinutes(lessons: readonly LessonId[]): number {
	return SETTLE_MINUTES + sumOf(lessons, (id) => lessonById(id).minutes);
}

/** Start and end of each lesson of a plan, in minutes since the class was opened. */
export function planTimes(lessons: readonly LessonId[]): { readonly from: number; readonly to: number }[] {
	return lessons.map((_, index) => ({
		from: planMinutes(lessons.slice(0, index)),
		to: planMinutes(lessons.slice(0, index + 1)),
	}));
}
