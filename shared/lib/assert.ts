/** Throws `message`, which states the numbers, unless `condition` holds: for our own mistakes, not for bad input. */
export function assert(condition: boolean, message: string): asserts condition {
	if (!condition) throw new Error(message);
}

/**
 * `at` for numbers. `at` itself takes none, because an engine keeps objects, fractions and small whole numbers in
 * three kinds of arrays: what code that has read two kinds reads is turned into the more general kind for good, in
 * which every number read takes memory.
 */
export function numberAt(numbers: readonly number[], index: number): number {
	return numbers[index] ?? noneAt(numbers, index);
}

/** `numberAt` for ids and places, which are small and whole, so that lists of them stay of the quickest kind. */
export function idAt(ids: readonly number[], index: number): number {
	return ids[index] ?? noneAt(ids, index);
}

/** The element at `index`; throws if there is none. For indices that the program itself keeps valid. */
export function at<Item extends object | string | boolean>(items: readonly Item[], index: number): Item {
	return items[index] ?? noneAt(items, index);
}

/** Apart from its callers, which are so short that engines always put them into theirs. */
function noneAt(items: readonly unknown[], index: number): never {
	throw new Error(`no element ${index} of ${items.length}`);
}
