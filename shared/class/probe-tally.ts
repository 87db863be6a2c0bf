import { PROBE } from "../lessons/probe.ts";
import type { Phase } from "./phase.ts";

/** When the six questions are asked: before the first lesson, and after the last. */
export const PROBE_MOMENTS = ["before", "after"] as const;
export type ProbeMoment = (typeof PROBE_MOMENTS)[number];

/** One student's sheet: a choice for each question, null where none was made. It says nothing of who. */
export type ProbeSheet = readonly (number | null)[];

/** All that is kept of the sheets: how many there were, and how often each choice was made. */
export type ProbeTally = { readonly sheets: number; readonly counts: readonly (readonly number[])[] };

/** With fewer sheets than these nothing but their number is told: it would say who chose what. */
export const PROBE_SHEETS_MIN = 5;

export const NO_SHEETS: ProbeTally = { sheets: 0, counts: PROBE.map(({ choices }) => choices.map(() => 0)) };

export function countSheet({ sheets, counts }: ProbeTally, sheet: ProbeSheet): ProbeTally {
	return {
		sheets: sheets + 1,
		counts: counts.map((choices, item) =>
			choices.map((count, choice) => (sheet[item] === choice ? count + 1 : count)),
		),
	};
}

/** The moment that a class is at, if it is one at which it can be asked. */
export function momentOf(at: {
	readonly phase: Phase;
	readonly lesson: number;
	readonly lessons: { readonly length: number };
}): ProbeMoment | undefined {
	if (at.phase === "lobby") return "before";
	return at.phase === "explain" && at.lesson === at.lessons.length - 1 ? "after" : undefined;
}
