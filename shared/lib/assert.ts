/** Our own mistake throws, early, with the numbers in `message`. */
export function assert(condition: boolean, message: string): asserts condition {
	if (!condition) throw new Error(message);
}

/** The element at `index`, which must exist: for indices that the program itself keeps valid. */
export function at<Item>(items: readonly Item[], index: number): Item {
	const item = items[index];
	if (item === undefined) throw new Error(`no element ${index} of ${items.length}`);
	return item;
}
