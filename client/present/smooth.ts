/** For each value, the mean of the last `span` values up to and including it; of fewer at the beginning. */
export function trailingMean(values: readonly number[], span: number): number[] {
	let sum = 0;
	return values.map((value, index) => {
		sum += value - (index >= span ? (values[index - span] ?? 0) : 0);
		return sum / Math.min(span, index + 1);
	});
}
