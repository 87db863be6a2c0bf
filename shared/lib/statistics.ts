/**
 * Adds up from the first value to the last: of fractions another order would give other last digits, and so another
 * checksum or another stored figure.
 */
export function sum(values: readonly number[]): number {
	return sumOf(values, (value) => value);
}

/** The same for what each item has of something. */
export function sumOf<Item>(items: readonly Item[], of: (item: Item) => number): number {
	return items.reduce((total, item) => total + of(item), 0);
}

/** The sum over the count; `ofNone` where there are no values. */
export function mean<None = number>(
	values: readonly number[],
	ofNone: None | number = Number.NaN,
): None | number {
	return values.length === 0 ? ofNone : sum(values) / values.length;
}

/** The middle value, of an even number the mean of the middle two; `ofNone` where there are no values. */
export function median<None = number>(
	values: readonly number[],
	ofNone: None | number = Number.NaN,
): None | number {
	const sorted = inOrder(values);
	const upper = sorted[Math.floor(sorted.length / 2)];
	const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? upper;
	return lower === undefined || upper === undefined ? ofNone : (lower + upper) / 2;
}

/** The middle value, of an even number the upper of the middle two: always a value that occurs. NaN of none. */
export function medianHigh(values: readonly number[]): number {
	return inOrder(values)[values.length >> 1] ?? Number.NaN;
}

/** The least value that at least the share `share` (0 to 1) of all values does not exceed: always one that occurs. NaN of none. */
export function quantile(values: readonly number[], share: number): number {
	return inOrder(values)[Math.max(0, Math.ceil(share * values.length) - 1)] ?? Number.NaN;
}

/** Estimates the variance of what two or more values are a sample of, with n - 1 below; NaN of fewer. */
export function variance(values: readonly number[]): number {
	const middle = mean(values);
	return sumOf(values, (value) => (value - middle) ** 2) / (values.length - 1);
}

function inOrder(values: readonly number[]): number[] {
	return [...values].sort((left, right) => left - right);
}
