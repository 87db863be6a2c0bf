/** Longest search; the bracket shrinks at least by half every other step, so it is never needed. */
const STEPS_MOST = 60;
const PRECISION = 1e-13;
const ALMOST_FULL = 1 - 1e-9;

/** How much longer a DRAM access takes at bus utilisation `rho`, 0 <= rho < 1. M/D/1: 1 + rho / (2 (1 - rho)). */
export function queueFactor(rho: number): number {
	return 1 + rho / (2 * (1 - rho));
}

/**
 * The utilisation at which demand and capacity meet: the root of demand(q(rho)) / capacity - rho on
 * [0, 1), which is unique because demand falls as the queue grows. Solved in rho (q itself is unbounded)
 * by regula falsi with the Illinois step, from the last solution. Capacity and demand in bytes per ns;
 * `who` is handed to `demand`, so that no function need be made for each search.
 */
export function solveBusLoad<Who>(
	capacity: number,
	lastRho: number,
	who: Who,
	demand: (who: Who, queue: number) => number,
): number {
	let low = 0;
	let atLow = demand(who, 1) / capacity;
	if (atLow <= PRECISION) return 0;
	let high = ALMOST_FULL;
	let atHigh = demand(who, queueFactor(high)) / capacity - high;
	if (atHigh >= 0) return high;
	let rho = lastRho > low && lastRho < high ? lastRho : (low + high) / 2;
	for (let step = 0; step < STEPS_MOST; step++) {
		const value = demand(who, queueFactor(rho)) / capacity - rho;
		if (Math.abs(value) < PRECISION || high - low < PRECISION) return rho;
		if (value > 0) {
			low = rho;
			atLow = value;
			atHigh /= 2;
		} else {
			high = rho;
			atHigh = value;
			atLow /= 2;
		}
		rho = (low * atHigh - high * atLow) / (atHigh - atLow);
	}
	return rho;
}
