/**
 * Hill and Marty's multicore speed-ups (2008): a chip of `budget` base cores, of which a core made of r has
 * the performance sqrt(r); f is the share that runs in parallel. All relative to one base core.
 */
export function symmetricSpeedup(parallelShare: number, budget: number, perCore: number): number {
	const performance = Math.sqrt(perCore);
	return 1 / ((1 - parallelShare) / performance + (parallelShare * perCore) / (performance * budget));
}

/** One core of `big` base cores, and base cores for the rest; all of them work in the parallel part. */
export function asymmetricSpeedup(parallelShare: number, budget: number, big: number): number {
	const performance = Math.sqrt(big);
	return 1 / ((1 - parallelShare) / performance + parallelShare / (performance + budget - big));
}

/** All base cores join into one for the serial part and fall apart for the parallel one. */
export function dynamicSpeedup(parallelShare: number, budget: number): number {
	return 1 / ((1 - parallelShare) / Math.sqrt(budget) + parallelShare / budget);
}
