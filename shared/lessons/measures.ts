import { NEVER_NS, NS_PER_PLAY_S } from "../lib/units.ts";
import type { ReadonlyChip } from "../sim/chip/chip.ts";
import { BIG_CORE } from "./machine.ts";
import type { ChipOutcome, OfRound } from "./outcome.ts";

/** Outcome of a chip before it has a score. */
export type Measured = Omit<ChipOutcome, OfRound>;

/** The figure that a lesson's score compares. */
export type Measure = {
	/** Key of the dictionary, which gives its name and unit. */
	readonly id: MeasureId;
	readonly better: "more" | "less";
	/** The figure as it is shown. */
	readonly of: (outcome: Measured) => number;
	/** The figure as a quantity that adds up over decisions, in seconds of play; more is better. */
	readonly worthS: (outcome: Measured, chip: ReadonlyChip) => number;
	/** The terms that add up to the figure, where it has several. */
	readonly partsOf?: (outcome: Measured) => TimelyParts;
};

/** In seconds of play: the work done in time, and the deductions for mistakes, each 0 or less. */
export type TimelyParts = {
	readonly inTime: number;
	readonly late: number;
	readonly lost: number;
};

const PJ_PER_MJ = 1e9;
/** Energy of a big core per second of play. */
const MJ_PER_PLAY_S = (BIG_CORE.activeMw * NS_PER_PLAY_S) / PJ_PER_MJ;

/** Ids of all measures, which are keys of the dictionary. */
export const MEASURE_IDS = [
	"work",
	"jobs",
	"turnaround",
	"kept",
	"energy",
	"onTime",
	"lots",
	"timely",
] as const;
/** One of MEASURE_IDS. */
export type MeasureId = (typeof MEASURE_IDS)[number];

const inPlayS = (ns: number): number => ns / NS_PER_PLAY_S;

/** Work of the tasks by their own way, in core-seconds of play: what locking or copying adds earns nothing. */
export const work: Measure = {
	id: "work",
	better: "more",
	of: ({ taskWorkNs }) => inPlayS(taskWorkNs),
	worthS: ({ taskWorkNs }) => inPlayS(taskWorkNs),
};

/** Programs done, a started one by its share. */
export const jobs: Measure = {
	id: "jobs",
	better: "more",
	of: ({ jobsByWork }) => jobsByWork,
	worthS: ({ workNs }) => inPlayS(workNs),
};

/** Mean turnaround of the tasks in seconds of play; unfinished ones count up to now. */
export const turnaround: Measure = {
	id: "turnaround",
	better: "less",
	of: ({ meanTurnaroundNs }) => inPlayS(meanTurnaroundNs),
	worthS: ({ meanTurnaroundNs }, { threads }) =>
		-inPlayS(meanTurnaroundNs) * threads.filter(({ announcedNs }) => announcedNs !== NEVER_NS).length,
};

/** `work`, less `updateNs` for each update that another overwrote. */
export function keptWork(updateNs: number): Measure {
	const kept = ({ taskWorkNs, lostUpdates }: Measured): number =>
		inPlayS(taskWorkNs - lostUpdates * updateNs);
	return { id: "kept", better: "more", of: kept, worthS: kept };
}

/** Energy in mJ, plus `lateMj` for each task not done by its deadline. */
export function energyAndLate(lateMj: number): Measure {
	const used = ({ energyPj, deadlineMisses }: Measured): number =>
		energyPj / PJ_PER_MJ + lateMj * deadlineMisses;
	// One second of a big core at full power counts as one second.
	return { id: "energy", better: "less", of: used, worthS: (outcome) => -used(outcome) / MJ_PER_PLAY_S };
}

/** `work`, less `lateS` for each task not done by its deadline. */
export function workOnTime(lateS: number): Measure {
	const onTime = ({ taskWorkNs, deadlineMisses }: Measured): number =>
		inPlayS(taskWorkNs) - lateS * deadlineMisses;
	return { id: "onTime", better: "more", of: onTime, worthS: onTime };
}
/** Mean time in seconds of play from the arrival of a job until the last batch delegated from it is done. */
export const jobTurnaround: Measure = {
	id: "lots",
	better: "less",
	of: ({ meanJobTurnaroundNs }) => inPlayS(meanJobTurnaroundNs),
	worthS: ({ meanJobTurnaroundNs }, { scenario, nowNs }) =>
		-inPlayS(meanJobTurnaroundNs) *
		scenario.arrivals.filter((arrival) => arrival.type === "at" && arrival.atNs <= nowNs).length,
};

type TimelyRules = {
	/** Deductions for an overwritten update, which somebody has to find and repair, and for a late urgent task. */
	readonly lostS: number;
	readonly lateS: number;
};

/** Work of the tasks done in time, less deductions for late urgent tasks and overwritten updates. */
export function timelyWork({ lostS, lateS }: TimelyRules): Measure {
	const partsOf = ({ timelyWorkNs, lostUpdates, urgentMisses }: Measured): TimelyParts => ({
		inTime: inPlayS(timelyWorkNs),
		late: -urgentMisses * lateS,
		lost: -lostUpdates * lostS,
	});
	const timely = (outcome: Measured): number => {
		const { inTime, late, lost } = partsOf(outcome);
		return inTime + late + lost;
	};
	return { id: "timely", better: "more", of: timely, worthS: timely, partsOf };
}
