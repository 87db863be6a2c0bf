import { SOAS_MS } from "../analysis/prp-reference.ts";
import { numberAt } from "../lib/assert.ts";
import { createChance, shuffled } from "../lib/random.ts";

/** One display of the search: number of items, and whether the odd one is present. */
export type SearchSpec = { readonly items: number; readonly present: boolean };

/** What a trial of the dual task shows: a square in one of two colours, and after `soaMs` one of two digits in it. */
export type DualSpec = { readonly soaMs: number; readonly colour: 0 | 1; readonly digit: 0 | 1 };

/** Which key of each hand means what; counterbalanced over the class. */
export type KeyMapping = { readonly colourFlipped: boolean; readonly digitFlipped: boolean };

const SEARCH_ITEMS = [4, 8, 16, 32] as const;
/** Number of displays of the search. */
export const SEARCH_TRIALS = 8;
/** Trials of the dual task for learning the keys, which count for nothing. */
export const PRACTICE_TRIALS = 8;
/** Trials of the dual task, practice included. */
export const DUAL_TRIALS = PRACTICE_TRIALS + 24;

/** Stream number of the first person's random streams; each person has two. */
const STREAMS = 1_000;

/** Displays of the search: every size with and without the odd item, in an order of the person's own. */
export function searchOrder(seed: number, person: number): SearchSpec[] {
	const specs = SEARCH_ITEMS.flatMap((items) => [true, false].map((present) => ({ items, present })));
	return shuffled(specs, createChance(seed, STREAMS + 2 * person));
}

/**
 * All trials of the dual task. Every block of four has each interval and each pair of colour and digit once, so
 * that any whole number of blocks is balanced; over four blocks each interval meets each pair.
 */
export function dualOrder(seed: number, person: number): DualSpec[] {
	const chance = createChance(seed, STREAMS + 2 * person + 1);
	const blocks = DUAL_TRIALS / SOAS_MS.length;
	let shifts: number[] = [];
	return Array.from({ length: blocks }, (_, block) => {
		if (block % SOAS_MS.length === 0) shifts = shuffled([0, 1, 2, 3], chance);
		const shift = numberAt(shifts, block % SOAS_MS.length);
		const specs = SOAS_MS.map((soaMs, index): DualSpec => {
			const pair = (index + shift) % SOAS_MS.length;
			return { soaMs, colour: pair % 2 === 0 ? 0 : 1, digit: pair < 2 ? 0 : 1 };
		});
		return shuffled(specs, chance);
	}).flat();
}

/** Key mapping of a person; four people in a row have four different ones. */
export function keyMapping(person: number): KeyMapping {
	return { colourFlipped: person % 2 === 1, digitFlipped: Math.floor(person / 2) % 2 === 1 };
}
