/**
 * Seeds of the built-in rounds, played first and in this order by everyone who practises a lesson, at every
 * level. So everybody gets the same rounds, and their references are known without a search.
 */
export const BUILT_IN_SEEDS: readonly number[] = [1, 2, 3];
