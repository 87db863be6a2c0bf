import { NEVER_NS, NS_PER_PLAY_S } from "../lib/units.ts";
import type { ReadonlyChip } from "../sim/chip/chip.ts";
import { BIG_CORE } from "./machine.ts";
import type { ChipOutcome } from "./outcome.ts";

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
	readonly worthS: (outcome: Measured, chip: ReadonlyChip) => number;
	/** Energy up to which nothing is taken away for it; none: energy does not count. */
	readonly batteryMj?: number;
	/** What the figure is made of, where much goes into it: these add up to it. */
	readonly partsOf?: (outcome: Measured) => TimelyParts;
};

/** In seconds of play: the work done in time, and what mistakes take away, each 0 or less. */
export type TimelyParts = {
	readonly inTime: number;
	readonly late: number;
	readonly lost: number;
	readonly battery: number;
};

const PJ_PER_MJ = 1e9;
/** What a big core takes in a second of play. */
const MJ_PER_PLAY_S = (BIG_CORE.activeMw * NS_PER_PLAY_S) / PJ_PER_MJ;

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
export type MeasureId = (typeof MEASURE_IDS)[number];

const inPlayS = (ns: number): number => ns / NS_PER_PLAY_S;

/** Work of the tasks as they came, in core-seconds of play: what locking or copying adds earns nothing. */
export const work: Measure = {
	id: "work",
	better: "more",
	of: ({ taskWorkNs }) => inPlayS(taskWorkNs),
	worthS: ({ taskWorkNs }) => inPlayS(taskWorkNs),
};

/** Programs done, the one that has begun by its share. */
export const jobs: Measure = {
	id: "jobs",
	better: "more",
	of: ({ jobsByWork }) => jobsByWork,
	worthS: ({ workNs }) => inPlayS(workNs),
};

/** From announcement to the end, in seconds of play, mean over the tasks; unfinished ones count up to now. */
export const turnaround: Measure = {
	id: "turnaround",
	better: "less",
	of: ({ meanTurnaroundNs }) => inPlayS(meanTurnaroundNs),
	worthS: ({ meanTurnaroundNs }, { threads }) =>
		-inPlayS(meanTurnaroundNs) * threads.filter(({ announcedNs }) => announcedNs !== NEVER_NS).length,
};

/** `work`, less that of updates that others overwrote; each of them is `updateNs`. */
export function keptWork(updateNs: number): Measure {
	const kept = ({ taskWorkNs, lostUpdates }: Measured): number =>
		inPlayS(taskWorkNs - lostUpdates * updateNs);
	return { id: "kept", better: "more", of: kept, worthS: kept };
}

/** Energy in mJ, and `lateMj` for each task that is not done by its deadline. */
export function energyAndLate(lateMj: number): Measure {
	const used = ({ energyPj, deadlineMisses }: Measured): number =>
		energyPj / PJ_PER_MJ + lateMj * deadlineMisses;
	// A second of play of a big core at full power is a second.
	return { id: "energy", better: "less", of: used, worthS: (outcome) => -used(outcome) / MJ_PER_PLAY_S };
}

/** `work`, less `lateS` for each task that is not done by its deadline. */
export function workOnTime(lateS: number): Measure {
	const onTime = ({ taskWorkNs, deadlineMisses }: Measured): number =>
		inPlayS(taskWorkNs) - lateS * deadlineMisses;
	return { id: "onTime", better: "more", of: onTime, worthS: onTime };
}
/** From the arrival of a job until the last of what was handed out of it is done, in seconds of play, mean over the jobs. */
export const jobTurnaround: Measure = {
	id: "lots",
	better: "less",
	of: ({ meanJobTurnaroundNs }) => inPlayS(meanJobTurnaroundNs),
	worthS: ({ meanJobTurnaroundNs }, { scenario, nowNs }) =>
		-inPlayS(meanJobTurnaroundNs) *
		scenario.arrivals.filter((arrival) => arrival.type === "at" && arrival.atNs <= nowNs).length,
};

type TimelyRules = {
	/** What an overwritten update, which somebody has to find and repair, and an urgent task that is late take away. */
	readonly lostS: number;
	readonly lateS: number;
	/** What the battery holds, and what each mJ more takes away. */
	readonly batteryMj: number;
	readonly perMjS: number;
};

/** Work of the tasks that were done in time, less what was done badly: late, overwritten, or on an empty battery. */
export function timelyWork({ lostS, lateS, batteryMj, perMjS }: TimelyRules): Measure {
	const partsOf = ({ timelyWorkNs, lostUpdates, urgentMisses, energyPj }: Measured): TimelyParts => ({
		inTime: inPlayS(timelyWorkNs),
		late: -urgentMisses * lateS,
		lost: -lostUpdates * lostS,
		battery: Math.min(0, batteryMj - energyPj / PJ_PER_MJ) * perMjS,
	});
	const timely = (outcome: Measured): number => {
		const { inTime, late, lost, battery } = partsOf(outcome);
		return inTime + late + lost + battery;
	};
	return { id: "timely", better: "more", of: timely, worthS: timely, batteryMj, partsOf };
}
