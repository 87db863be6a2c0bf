/**
 * Sum in order of the list: adding fractions in another order would change the last digits, and so a checksum
 * or a stored figure.
 */
export function sum(values: readonly number[]): number {
	return sumOf(values, (value) => value);
}

/** Sum of `of(item)` over the items, in order of the list. */
export function sumOf<Item>(items: readonly Item[], of: (item: Item) => number): number {
	return items.reduce((total, item) => total + of(item), 0);
}

/** Arithmetic mean; `ofNone` [NaN] for an empty list. */
export function mean<None = number>(
	values: readonly number[],
	ofNone: None | number = Number.NaN,
): None | number {
	return values.length === 0 ? ofNone : sum(values) / values.length;
}

/** Median: the middle value, or the mean of the middle two; `ofNone` [NaN] for an empty list. */
export function median<None = number>(
	values: readonly number[],
	ofNone: None | number = Number.NaN,
): None | number {
	const sorted = inOrder(values);
	const upper = sorted[Math.floor(sorted.length / 2)];
	const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? upper;
	return lower === undefined || upper === undefined ? ofNone : (lower + upper) / 2;
}

/**
 * High median: the middle value, or the upper of the middle two, so always one of the values; NaN for an empty
 * list.
 */
export function medianHigh(values: readonly number[]): number {
	return inOrder(values)[values.length >> 1] ?? Number.NaN;
}

/**
 * Quantile: the least of the values that at least the share `share` (0 to 1) of them do not exceed; NaN for an
 * empty list.
 */
export function quantile(values: readonly number[], share: number): number {
	return inOrder(values)[Math.max(0, Math.ceil(share * values.length) - 1)] ?? Number.NaN;
}

/** Sample variance (divides by n - 1); NaN for fewer than two values. */
export function variance(values: readonly number[]): number {
	const middle = mean(values);
	return sumOf(values, (value) => (value - middle) ** 2) / (values.length - 1);
}

function inOrder(values: readonly number[]): number[] {
	return [...values].sort((left, right) => left - right);
}
