/** Why a policy decides as it does: keys of sentences, each with the one number that its sentence contains. */
export const REASONS = [
	/** It has waited longest or is first in the queue; no number. */
	"first",
	/** Seconds of play that its work takes. */
	"longest",
	"shortest",
	/** Seconds of play that its work and the longest line of tasks that wait for it take. */
	"longestLine",
	/** Seconds of play until its deadline; negative once that is past. */
	"dueFirst",
	/** Its priority. */
	"urgent",
	/** KiB of its data in this core's private cache. */
	"warm",
	/** Tasks waiting in the queue it is taken from. */
	"fullestQueue",
	/** Seconds of play that the core needs for what it already has. */
	"leastLoad",
	/** Seconds of play that the core it is taken from needs for what it has. */
	"mostLoad",
	/** Dealt in turn, whatever the load; the core's number, from 1. */
	"inTurn",
	/** Number of cores already working on the same data. */
	"keepTogether",
	"keepApart",
	/** Batches of always so many items. */
	"sameSize",
	/** Drawn at random; the number of candidates. */
	"random",
] as const;
/** One of REASONS. */
export type ReasonKey = (typeof REASONS)[number];
/** A reason and its number, in the unit that REASONS gives for the key. */
export type Reason = { readonly key: ReasonKey; readonly value: number };
