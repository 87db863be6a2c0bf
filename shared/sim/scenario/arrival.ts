import type { Spread } from "./spread.ts";

/** How jobs come to the chip. */
export type Arrival =
	/**
	 * One job at a given time. `notice`: name under which it is announced beforehand; without one it is not.
	 * `wave`: all that arrives from here to the next wave is announced with it.
	 */
	| {
			readonly type: "at";
			readonly atNs: number;
			readonly job: number;
			readonly notice?: string | undefined;
			readonly wave?: boolean | undefined;
	  }
	/** A closed chain from time 0: when a job is done the next of the list may start, round and round. */
	| { readonly type: "chain"; readonly jobs: readonly number[] }
	/** An open process: `count` instances of a job, `gapNs` apart; the work of each is scaled by a factor of mean 1. */
	| {
			readonly type: "process";
			readonly job: number;
			readonly gapNs: number;
			readonly gaps: Spread;
			readonly work: Spread;
			readonly count: number;
	  }
	/** A closed population: each client thinks, submits a job, waits until it is done, and thinks again. */
	| {
			readonly type: "clients";
			readonly job: number;
			readonly clients: number;
			readonly thinkNs: number;
			readonly thinking: Spread;
			readonly work: Spread;
	  };
