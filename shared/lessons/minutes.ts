import { lowerBounds } from "../analysis/bounds.ts";
import { numberAt } from "../lib/assert.ts";
import { sumOf } from "../lib/statistics.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import type { Scenario } from "../sim/scenario/scenario.ts";
import type { Level } from "./ids.ts";
import { isPlayed } from "./kind.ts";
import type { Lesson } from "./lesson.ts";
import type { PlanSwitches } from "./plan-switches.ts";

/** How a plan's lessons are played, as far as their length goes. */
export type PlanForm = { readonly switches: PlanSwitches; readonly level: Level };

/** What each phase takes in class, in seconds, with first-time players. */
export const PHASE_S = {
	brief: 60,
	predict: 60,
	/** Talking about what was committed to, and committing again. */
	discuss: 90,
	/** Before every play: until everybody looks at the chip, and the countdown. */
	ready: 15,
	explain: 150,
	/** Each student's own decisions. */
	ownDecisions: 60,
	/** After the second play: what it has changed. */
	compare: 45,
} as const;

/** A round without a horizon takes people so much longer than the best of schedules. */
const OVER_BOUND = 1.3;

/** Length of a lesson in a plan of that form, in seconds. Play takes as long as its scenario says. */
export function lessonSeconds(lesson: Lesson, { switches, level }: PlanForm): number {
	const playS = PHASE_S.ready + playSeconds(lesson, level);
	// An experiment is done once: people cannot be measured anew, and have no seat to decide in.
	const isSeated = isPlayed(lesson);
	return sumOf(
		[
			PHASE_S.brief + PHASE_S.predict + playS + PHASE_S.explain,
			switches.discussion ? PHASE_S.discuss : 0,
			switches.secondPlay && isSeated ? playS + PHASE_S.compare : 0,
			switches.ownDecisions && isSeated ? PHASE_S.ownDecisions : 0,
		],
		(seconds) => seconds,
	);
}

/** The same in whole minutes, as it is said of one lesson. */
export function lessonMinutes(lesson: Lesson, form: PlanForm): number {
	return Math.ceil(lessonSeconds(lesson, form) / 60);
}

/** Length of one play of the lesson, in seconds. */
export function playSeconds(lesson: Lesson, level: Level): number {
	const cores = numberAt(lesson.chipCores, 0);
	const lengthNs = lengthOf(lesson.createScenario({ cores, seed: 1, level, side: 0 }));
	return Math.ceil(lengthNs / NS_PER_PLAY_S);
}

function lengthOf(scenario: Scenario): number {
	return scenario.end.type === "horizon" ? scenario.end.ns : OVER_BOUND * lowerBounds(scenario).leastNs;
}
