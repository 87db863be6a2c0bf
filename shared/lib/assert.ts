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
	const number = numbers[index];
	if (number === undefined) throw new Error(`no number ${index} of ${numbers.length}`);
	return number;
}

/** `numberAt` for ids and places, which are small and whole, so that lists of them stay of the quickest kind. */
export function idAt(ids: readonly number[], index: number): number {
	const id = ids[index];
	if (id === undefined) throw new Error(`no id ${index} of ${ids.length}`);
	return id;
}

/** The element at `index`; throws if there is none. For indices that the program itself keeps valid. */
export function at<Item extends object | string | boolean>(items: readonly Item[], index: number): Item {
	const item = items[index];
	if (item === undefined) throw new Error(`no element ${index} of ${items.length}`);
	return item;
}
