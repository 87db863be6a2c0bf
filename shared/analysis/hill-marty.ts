/**
 * Symmetric multicore by Hill and Marty (2008): `budget` base cores made into cores of `perCore` each, of
 * performance sqrt(perCore). Speed-up relative to one base core.
 */
export function symmetricSpeedup(parallelShare: number, budget: number, perCore: number): number {
	const performance = Math.sqrt(perCore);
	return 1 / ((1 - parallelShare) / performance + (parallelShare * perCore) / (performance * budget));
}

/** Asymmetric multicore: one core of `big` base cores, and base cores for the rest; all work in the parallel part. */
export function asymmetricSpeedup(parallelShare: number, budget: number, big: number): number {
	const performance = Math.sqrt(big);
	return 1 / ((1 - parallelShare) / performance + parallelShare / (performance + budget - big));
}

/** Dynamic multicore: all base cores act as one for the serial part and separately for the parallel part. */
export function dynamicSpeedup(parallelShare: number, budget: number): number {
	return 1 / ((1 - parallelShare) / Math.sqrt(budget) + parallelShare / budget);
}
