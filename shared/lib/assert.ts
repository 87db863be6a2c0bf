/** Throws `message`, which states the numbers, unless `condition` holds: for our own mistakes, not for bad input. */
export function assert(condition: boolean, message: string): asserts condition {
	if (!condition) throw new Error(message);
}

/** `at` for arrays of numbers. Separate because engines optimise a function only while it sees few kinds of arrays. */
export function numberAt(numbers: readonly number[], index: number): number {
	const number = numbers[index];
	if (number === undefined) throw new Error(`no number ${index} of ${numbers.length}`);
	return number;
}

/** The element at `index`; throws if there is none. For indices that the program itself keeps valid. */
export function at<Item>(items: readonly Item[], index: number): Item {
	const item = items[index];
	if (item === undefined) throw new Error(`no element ${index} of ${items.length}`);
	return item;
}
