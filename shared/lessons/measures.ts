import type { ChipOutcome } from "../round/outcome.ts";
import { NS_PER_PLAY_S } from "../sim/units.ts";

/** What a round has come to, before its score. */
export type Measured = Omit<ChipOutcome, "score" | "side">;

/** What a lesson's score compares. */
export type Measure = {
	/** Key of the dictionary, which names it with its unit. */
	readonly id: MeasureId;
	readonly better: "more" | "less";
	/** The figure that is shown. */
	readonly of: (outcome: Measured) => number;
	/** The same as something that adds up over decisions, in seconds of play; more is better. */
	readonly worthS: (outcome: Measured) => number;
};

export const MEASURE_IDS = ["work", "jobs", "turnaround", "kept"] as const;
export type MeasureId = (typeof MEASURE_IDS)[number];

const inPlayS = (ns: number): number => ns / NS_PER_PLAY_S;

/** Work done, in core-seconds of play. */
export const work: Measure = {
	id: "work",
	better: "more",
	of: ({ workNs }) => inPlayS(workNs),
	worthS: ({ workNs }) => inPlayS(workNs),
};

/** Programs done, the one that has begun by its share. */
export const jobs: Measure = {
	id: "jobs",
	better: "more",
	of: ({ jobsByWork }) => jobsByWork,
	worthS: ({ workNs }) => inPlayS(workNs),
};
