/** Throws `message`, which states the numbers, unless `condition` holds: for our own mistakes, not for bad input. */
export function assert(condition: boolean, message: string): asserts condition {
	if (!condition) throw new Error(message);
}

/**
 * `at` for arrays of numbers. `at` itself takes none: engines keep numbers in arrays of another kind, and code that
 * has read both turns arrays of numbers into arrays of objects, for good, each number an object of its own.
 */
export function numberAt(numbers: readonly number[], index: number): number {
	const number = numbers[index];
	if (number === undefined) throw new Error(`no number ${index} of ${numbers.length}`);
	return number;
}

/** The element at `index`; throws if there is none. For indices that the program itself keeps valid. */
export function at<Item extends object | string | boolean>(items: readonly Item[], index: number): Item {
	const item = items[index];
	if (item === undefined) throw new Error(`no element ${index} of ${items.length}`);
	return item;
}
