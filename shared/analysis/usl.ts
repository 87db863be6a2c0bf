import { medianHigh } from "../lib/statistics.ts";
/**
 * Parameters of Gunther's universal scalability law (1993): contention alpha, coherence beta, throughput of one
 * core gamma.
 */
export type Usl = { readonly alpha: number; readonly beta: number; readonly gamma: number };

/** Throughput of `cores` cores: gamma N / (1 + alpha (N - 1) + beta N (N - 1)). */
export function uslThroughput({ alpha, beta, gamma }: Usl, cores: number): number {
	return (gamma * cores) / (1 + alpha * (cores - 1) + beta * cores * (cores - 1));
}

/** Number of cores with the highest throughput: sqrt((1 - alpha) / beta), for beta > 0. */
export function uslPeak({ alpha, beta }: Usl): number {
	return Math.sqrt((1 - alpha) / beta);
}

type ThroughputPoint = { readonly cores: number; readonly throughput: number };

const ROUNDS = 20;

/**
 * Fits the law to measured throughputs at three or more numbers of cores. N / X is linear in (1, N - 1, N (N -
 * 1)): weighted least squares on relative errors, with outliers weighted down iteratively (Cauchy weights,
 * scale from the median error); alpha and beta are never negative. Throws if there is nothing to fit.
 */
export function fitUsl(points: readonly ThroughputPoint[]): Usl {
	let weights = points.map(() => 1);
	let fit = solve(points, weights);
	for (let round = 0; round < ROUNDS; round++) {
		const errors = points.map(({ cores, throughput }) => uslThroughput(fit, cores) / throughput - 1);
		const scale = Math.max(1e-9, 3 * medianHigh(errors.map(Math.abs)));
		weights = errors.map((error) => 1 / (1 + (error / scale) ** 2));
		fit = solve(points, weights);
	}
	return fit;
}

/** 1/gamma, alpha/gamma and beta/gamma from the normal equations; terms that come out negative are dropped. */
function solve(points: readonly ThroughputPoint[], weights: readonly number[]): Usl {
	for (const terms of [[0, 1, 2], [0, 1], [0, 2], [0]]) {
		const solution = leastSquares(points, weights, terms);
		const [inverse = 1, alpha = 0, beta = 0] = solution;
		if (inverse > 0 && alpha >= 0 && beta >= 0)
			return { alpha: alpha / inverse, beta: beta / inverse, gamma: 1 / inverse };
	}
	throw new Error(`no throughput to fit in ${points.length} points`);
}

function leastSquares(
	points: readonly ThroughputPoint[],
	weights: readonly number[],
	terms: readonly number[],
): number[] {
	const size = terms.length;
	const rows = Array.from({ length: size }, () => Array.from({ length: size + 1 }, () => 0));
	points.forEach(({ cores, throughput }, point) => {
		const target = cores / throughput;
		const all = [1, cores - 1, cores * (cores - 1)];
		const basis = terms.map((term) => (all[term] ?? 0) / target);
		for (const [row, left] of basis.entries()) {
			const into = rows[row] ?? [];
			for (const [column, right] of [...basis, 1].entries())
				into[column] = (into[column] ?? 0) + (weights[point] ?? 0) * left * right;
		}
	});
	const solved = eliminate(rows);
	const result = [0, 0, 0];
	terms.forEach((term, index) => {
		result[term] = solved[index] ?? Number.NaN;
	});
	return result;
}

/** Gauss-Jordan elimination on a small symmetric system, with the right side as the last column. */
function eliminate(rows: number[][]): number[] {
	rows.forEach((pivotRow, pivot) => {
		const divisor = pivotRow[pivot] ?? 0;
		for (const [column, value] of pivotRow.entries()) pivotRow[column] = value / divisor;
		rows.forEach((row, index) => {
			const factor = row[pivot] ?? 0;
			if (index === pivot) return;
			for (const [column, value] of row.entries()) row[column] = value - factor * (pivotRow[column] ?? 0);
		});
	});
	return rows.map((row) => row.at(-1) ?? Number.NaN);
}
