/** Far more than are needed: each takes at least half of what is left where Newton's step does not help. */
const STEPS_MAX = 100;
/** Errors square from step to step, so one that was so small leaves less than the next power of it: 1e-12. */
const LAST_STEP = 1e-6;
/** No bus is used to more than 1 - 1e-9. */
const QUEUEING_MAX = 0.5e9;

/** What is asked of the bus, in bytes per ns, and how much less that becomes per unit more of queueing. */
export type BusDemand = { bytesPerNs: number; fall: number };

/** Overwritten by each question; kept so that none has to make its own. */
const asked: BusDemand = { bytesPerNs: 0, fall: 0 };

/** How much longer than alone a DRAM access takes at bus utilisation `rho`, 0 <= rho < 1. M/D/1: rho / (2 (1 - rho)). */
export function queueingAt(rho: number): number {
	return rho / (2 * (1 - rho));
}

/**
 * The utilisation at which demand and capacity meet, which is unique because demand falls as the queue
 * grows. Newton's method in the queueing x on 2 x capacity / demand(x) - (1 + 2 x), from the last
 * solution: near enough to a parabola that two or three questions are enough, also on a bus that is all but full.
 * It stays between what is known to be too little and too much. Capacity in bytes per ns; `who` is handed
 * to `ask`, so that no function need be made for each search.
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

/** The utilisation that makes accesses queue for so long. */
function loadAt(queueing: number): number {
	return (2 * queueing) / (1 + 2 * queueing);
}

/** In utilisation: queueing itself is all but endless. */
function halfway(low: number, high: number): number {
	return queueingAt((loadAt(low) + loadAt(high)) / 2);
}
