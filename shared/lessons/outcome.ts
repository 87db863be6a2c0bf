import type { CauseBar } from "../sim/chip/chip.ts";

/** What a chip did in a round; all from the simulation, nothing else. */
export type ChipOutcome = {
	/** Which of the lesson's sides it played, by index. */
	readonly side: number;
	/** Number of its cores. */
	readonly cores: number;
	readonly timeNs: number;
	readonly jobsDone: number;
	readonly threadsDone: number;
	/** Work done, on an ideal core. */
	readonly workNs: number;
	/** The same as the tasks' own way counts it, whichever way was chosen, without what crashes threw away. */
	readonly taskWorkNs: number;
	/** Work that was done and lost in crashes. */
	readonly workLostNs: number;
	/** Jobs done with the started one by its share: `taskWorkNs` over the work of one job. */
	readonly jobsByWork: number;
	/** Share of the work of all its jobs that is not serial, 0 to 1. */
	readonly parallelShare: number;
	/** Whether it went down under its backlog before the round was over. */
	readonly collapsed: boolean;
	/** When the last job was done; the end of the round if one is unfinished. */
	readonly makespanNs: number;
	/** From announcement to end, mean of all announced threads; unfinished ones count up to now. */
	readonly meanTurnaroundNs: number;
	/** The same of jobs that nobody handed out, each with all that it has handed out. */
	readonly meanJobTurnaroundNs: number;
	/** Of threads, each over its work on an ideal core. */
	readonly meanSlowdown: number;
	/** Longest turnaround of the threads with a deadline; of all threads, if none has one. */
	readonly worstResponseNs: number;
	/** Threads that were done too late, or are not done although they should be. */
	readonly deadlineMisses: number;
	/** Of these the urgent ones: those with a priority. */
	readonly urgentMisses: number;
	/** Work of the threads that are done, and in time where they have a deadline; by the tasks' own way. */
	readonly timelyWorkNs: number;
	readonly energyPj: number;
	/** Updates of all counters, and how many of them were overwritten. */
	readonly updates: number;
	readonly lostUpdates: number;
	/** Useful core time over core time, 0 to 1. */
	readonly utilisation: number;
	/** Core time by cause, ns, summed over cores; and the same per core. */
	readonly causes: CauseBar;
	readonly causesByCore: readonly CauseBar[];
	/** Threads done per second of play, one number per second. */
	readonly throughput: readonly number[];
	/** By the measure of the lesson: 0 is its naive policy, 100 the best known at human pace. */
	readonly score: number;
	readonly checksum: number;
};

/** A reference that the round is held against, measured on the same scenario and seed. */
export type Reference = {
	readonly policy: string;
	readonly pace: "machine" | "human";
	readonly value: number;
};

export type RoundOutcome = {
	readonly lesson: string;
	readonly seed: number;
	readonly part: 0 | 1;
	readonly chips: readonly ChipOutcome[];
	/** By chip: its naive policy and best known at human pace, best known at machine speed, in the lesson's measure. */
	readonly references: readonly {
		readonly naive: Reference;
		readonly best: Reference;
		readonly machine: Reference;
	}[];
};
