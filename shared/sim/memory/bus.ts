import type { Machine } from "../scenario/scenario.ts";

/** Far more than are needed: where Newton's step does not help, bisection halves what is left. */
const STEPS_MAX = 200;
/** Newton's errors square at each step: one that was 1e-6 leaves about 1e-12. */
const LAST_STEP = 1e-6;
/** A wait so short changes no speed by more than rounding does. */
const LAST_STEP_NS = 1e-12;

/**
 * What is asked: if every access waits for the bus for `waitNs`, the demand on it in bytes per ns, and by how much
 * that falls per ns of a longer wait.
 */
export type BusDemand = { waitNs: number; bytesPerNs: number; fall: number };

/** The capacity of a bus and the latency of the DRAM behind it. */
export type Bus = Pick<Machine, "bandwidthBytesPerUs" | "dramNs">;

/** Overwritten by each question, so that the search allocates nothing. */
const asked: BusDemand = { waitNs: 0, bytesPerNs: 0, fall: 0 };

/**
 * Sets how long each DRAM access waits for the bus: the least wait w at which demand(w) <= capacity x rho(w).
 * rho(w) = 2 w / (latency + 2 w) is the utilisation at which accesses of that latency wait that long, M/D/1: w =
 * latency x rho / (2 (1 - rho)). It never exceeds 1, and without any latency it is 1: then accesses wait only
 * where demand exceeds capacity, until it does not.
 *
 * Solved by Newton's method on 2 w (capacity / demand(w) - 1) - latency = 0, starting from the last solution and
 * kept within a bracket that shrinks at every step; the function is so nearly a parabola that two or three
 * calls of `ask` suffice, even on an almost saturated bus. `who` is passed through to `ask`, so that no closure
 * is made per search; and no number is handed over but in an object, because otherwise it may take memory.
 */
export function solveBusWait<Who>(
	{ bandwidthBytesPerUs, dramNs }: Bus,
	found: { busWaitNs: number },
	who: Who,
	ask: (who: Who, asked: BusDemand) => void,
): void {
	const capacity = bandwidthBytesPerUs / 1000;
	let low = 0;
	let high = Number.POSITIVE_INFINITY;
	let waitNs = Math.max(found.busWaitNs, LAST_STEP_NS);
	for (let step = 0; step < STEPS_MAX; step++) {
		asked.waitNs = waitNs;
		ask(who, asked);
		const { bytesPerNs, fall } = asked;
		if (bytesPerNs === 0) {
			found.busWaitNs = 0;
			return;
		}
		const room = capacity / bytesPerNs;
		const roomPerNs = (room * fall) / bytesPerNs;
		const excess = 2 * waitNs * (room - 1) - dramNs;
		const slope = 2 * (room - 1 + waitNs * roomPerNs);
		if (excess < 0 || room < 1) low = waitNs;
		else high = waitNs;
		// Far below the solution the function still falls: from there, to where demand would fit into the capacity.
		const rises = slope > 0;
		let next = rises ? waitNs - excess / slope : waitNs + (1 - room) / roomPerNs;
		const isNear = rises && Math.abs(next - waitNs) <= LAST_STEP * waitNs + LAST_STEP_NS;
		if (!isNear && !(next > low && next < high)) next = between(low, high);
		waitNs = next;
		if (isNear || high - low <= LAST_STEP * low) break;
	}
	found.busWaitNs = waitNs;
}

/** Halfway; up from `low` while nothing is known to be too high. */
function between(low: number, high: number): number {
	return high === Number.POSITIVE_INFINITY ? 2 * low + 1 : (low + high) / 2;
}
