import { mean, variance } from "../lib/statistics.ts";
/** A mean and the half width of its 95 % confidence interval. */
export type Estimate = { readonly mean: number; readonly halfWidth: number };

/** Two-sided 95 % quantiles of Student's t, by degrees of freedom from 1. */
const STUDENT = [
	12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
	2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

/**
 * Estimates the mean of independent values. The interval of a single value is unknown: `halfWidth` is 0. NaN
 * for none.
 */
export function estimate(values: readonly number[]): Estimate {
	const count = values.length;
	if (count < 2) return { mean: mean(values), halfWidth: 0 };
	const halfWidth = studentAt(count - 1) * Math.sqrt(variance(values) / count);
	return { mean: mean(values), halfWidth };
}

/** Beyond the table: the normal quantile with its first correction for few degrees of freedom. */
function studentAt(degrees: number): number {
	return STUDENT[degrees - 1] ?? 1.96 * (1 + (1.96 ** 2 + 1) / (4 * degrees));
}
