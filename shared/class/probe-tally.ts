import { PROBE } from "../lessons/probe.ts";
import type { Phase } from "./phase.ts";

/** When the probe's questions are asked: before the first lesson, and after the last. */
export const PROBE_MOMENTS = ["before", "after"] as const;
/** One of PROBE_MOMENTS. */
export type ProbeMoment = (typeof PROBE_MOMENTS)[number];

/** One student's anonymous sheet: a choice per question, null where none was made. */
export type ProbeSheet = readonly (number | null)[];

/** All that is kept of the sheets: their number, and how often each choice was made, by question and choice. */
export type ProbeTally = { readonly sheets: number; readonly counts: readonly (readonly number[])[] };

/** With fewer sheets only their number is shown: counts would reveal who chose what. */
export const PROBE_SHEETS_MIN = 5;

/** The tally before any sheet. */
export const NO_SHEETS: ProbeTally = { sheets: 0, counts: PROBE.map(({ choices }) => choices.map(() => 0)) };

/** The tally with one more sheet counted. Choices out of range count for nothing. */
export function countSheet({ sheets, counts }: ProbeTally, sheet: ProbeSheet): ProbeTally {
	return {
		sheets: sheets + 1,
		counts: counts.map((choices, item) =>
			choices.map((count, choice) => (sheet[item] === choice ? count + 1 : count)),
		),
	};
}

/** The moment at which a class can be asked the probe's questions now; undefined if it cannot. */
export function momentOf(at: {
	readonly phase: Phase;
	readonly lesson: number;
	readonly lessons: { readonly length: number };
}): ProbeMoment | undefined {
	if (at.phase === "lobby") return "before";
	return at.phase === "explain" && at.lesson === at.lessons.length - 1 ? "after" : undefined;
}
