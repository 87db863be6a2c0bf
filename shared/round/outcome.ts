import type { CauseBar } from "../sim/chip.ts";

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
	/** Jobs done with the started one by its share: work done over the work of one job. */
	readonly jobsByWork: number;
	/** When the last job was done; the end of the round if one is unfinished. */
	readonly makespanNs: number;
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
