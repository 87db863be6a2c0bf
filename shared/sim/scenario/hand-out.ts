/**
 * How cores get batches of divisible threads. Each batch costs who hands it out `ns`, and `nsPerItem` for each of
 * its items.
 */
export type HandOutSpec = {
	/** The core that hands out what others ask for, in the order of asking; -1: who asks hands out to itself. */
	readonly master: number;
	readonly ns: number;
	readonly nsPerItem: number;
	/** How many times as long an item takes on a core without the ability it needs. */
	readonly misfit: number;
	/** Most batches that a core may have asked for and not begun. */
	readonly aheadMax: number;
	/** Items of a batch that players choose among; a core whose policy does not choose asks for the first. */
	readonly sizes: readonly number[];
};
