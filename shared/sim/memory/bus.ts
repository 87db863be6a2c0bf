/** Far more than are needed: where Newton's step does not help, bisection at least halves what is left. */
const STEPS_MAX = 100;
/** Newton's errors square at each step: one that was 1e-6 leaves about 1e-12. */
const LAST_STEP = 1e-6;
/** The queueing at a utilisation of 1 - 1e-9, which no bus exceeds. */
const QUEUEING_MAX = 0.5e9;

/** Demand on the bus in bytes per ns, and by how much it falls per unit of additional queueing. */
export type BusDemand = { bytesPerNs: number; fall: number };

/** Overwritten by each call of `ask`, so that the search allocates nothing. */
const asked: BusDemand = { bytesPerNs: 0, fall: 0 };

/**
 * Queueing of a DRAM access at bus utilisation `rho`, as a multiple of its time without; 0 <= rho < 1. M/D/1:
 * rho / (2 (1 - rho)).
 */
export function queueingAt(rho: number): number {
	return rho / (2 * (1 - rho));
}

/**
 * The utilisation at which demand meets capacity (bytes per ns). It is unique because demand falls as the queue
 * grows. Solved by Newton's method in the queueing x on 2 x capacity / demand(x) - (1 + 2 x), starting from the
 * last solution and kept within a bracket that shrinks at every step; the function is so nearly a parabola that
 * two or three calls of `ask` suffice, even on an almost saturated bus. `who` is passed through to `ask`, so
 * that no closure is made per search.
 */
export function solveBusLoad<Who>(
	capacity: number,
	lastRho: number,
	who: Who,
	ask: (who: Who, queueing: number, demand: BusDemand) => void,
): number {
	let low = 0;
	let high = QUEUEING_MAX;
	let queueing = queueingAt(lastRho);
	for (let step = 0; step < STEPS_MAX; step++) {
		ask(who, queueing, asked);
		const { bytesPerNs, fall } = asked;
		if (bytesPerNs === 0) return 0;
		const room = (2 * capacity) / bytesPerNs;
		const excess = queueing * room - (1 + 2 * queueing);
		const slope = room * (1 + (queueing * fall) / bytesPerNs) - 2;
		if (excess < 0) low = queueing;
		else high = queueing;
		let next = queueing - excess / slope;
		const isNear = Math.abs(next - queueing) <= LAST_STEP * queueing;
		if (!isNear && !(slope > 0 && next > low && next < high)) next = halfway(low, high);
		queueing = next;
		if (isNear || high - low <= LAST_STEP * low) break;
	}
	return loadAt(queueing);
}

/** The utilisation at which accesses queue that long: the inverse of `queueingAt`. */
function loadAt(queueing: number): number {
	return (2 * queueing) / (1 + 2 * queueing);
}

/** Halfway in utilisation, because queueing itself has almost no upper end. */
function halfway(low: number, high: number): number {
	return queueingAt((loadAt(low) + loadAt(high)) / 2);
}
