/** Why a policy decides as it does: keys of sentences, each with the one number that belongs to it. */
export const REASONS = [
	/** It has waited longest, or stands first in the queue. */
	"first",
	/** Seconds of play that it takes. */
	"longest",
	"shortest",
	/** Seconds of play until it is due; negative if that is past. */
	"dueFirst",
	/** Its priority. */
	"urgent",
	/** KiB of its data that this core's private cache holds. */
	"warm",
	/** Tasks that wait in the queue that it is taken from. */
	"fullestQueue",
	/** Seconds of play that the core would otherwise need for what it has. */
	"leastLoad",
	/** Seconds of play that the core needs for what it has, from whose queue it is taken. */
	"mostLoad",
	/** Dealt in turn, whatever the load; the core's number from 1. */
	"inTurn",
	/** Cores that work on the same data already. */
	"keepTogether",
	"keepApart",
	/** Drawn by lot; of so many. */
	"random",
] as const;
export type ReasonKey = (typeof REASONS)[number];
export type Reason = { readonly key: ReasonKey; readonly value: number };
