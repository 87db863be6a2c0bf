import { sumOf } from "../lib/statistics.ts";
import type { LessonId } from "./ids.ts";
import { LESSONS, lessonById } from "./table.ts";

/** For coming in with the code at the start. */
export const SETTLE_MINUTES = 5;

/** Lengths of a school's periods, in minutes. */
export const PERIODS = [45, 90] as const;
type Period = (typeof PERIODS)[number];

/** A class that is ready to be opened: lessons that fit into one period, in their order of play. */
export type Plan = {
	readonly period: Period;
	readonly lessons: readonly LessonId[];
	/** Which session of the whole course it is, from 1, of how many; undefined: a first look, for who has one period only. */
	readonly session?: { readonly number: number; readonly of: number };
};

/**
 * The ready plans: a first look, then the whole course in sessions of either length. The first look asks one
 * question in three steps, why four cores are not four times as fast: unequal loads, a serial part, data that
 * others write; then the own head. A fifth lesson would fit only without room for who plays for the first time.
 */
export const READY_PLANS: readonly Plan[] = [
	{ period: 45, lessons: ["parallel-work", "amdahl", "false-sharing", "brain"] },
	...PERIODS.flatMap(course),
];

/** All lessons in teaching order, cut into as few sessions as hold them. */
function course(period: Period): Plan[] {
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

/** How long a class of these lessons takes, with coming in. */
export function planMinutes(lessons: readonly LessonId[]): number {
	return SETTLE_MINUTES + sumOf(lessons, (id) => lessonById(id).minutes);
}

/** When each lesson of a plan begins and ends, in minutes since the class was opened. */
export function planTimes(lessons: readonly LessonId[]): { readonly from: number; readonly to: number }[] {
	return lessons.map((_, index) => ({
		from: planMinutes(lessons.slice(0, index)),
		to: planMinutes(lessons.slice(0, index + 1)),
	}));
}
