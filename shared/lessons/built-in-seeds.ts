/**
 * Seeds of the built-in rounds: whoever practises a lesson plays these first, in this order, at every level. So
 * everybody gets the same rounds, and what they are held against is known without being searched for.
 */
export const BUILT_IN_SEEDS: readonly number[] = [1, 2, 3];
