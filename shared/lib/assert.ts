/** Our own mistake throws, early, with the numbers in `message`. */
export function assert(condition: boolean, message: string): asserts condition {
	if (!condition) throw new Error(message);
}

/** `at` for numbers: apart, because engines make fast code only for a function that sees few kinds of arrays. */
export function numberAt(numbers: readonly number[], index: number): number {
	const number = numbers[index];
	if (number === undefined) throw new Error(`no number ${index} of ${numbers.length}`);
	return number;
}

/** The element at `index`, which must exist: for indices that the program itself keeps valid. */
export function at<Item>(items: readonly Item[], index: number): Item {
	const item = items[index];
	if (item === undefined) throw new Error(`no element ${index} of ${items.length}`);
	return item;
}
