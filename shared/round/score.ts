/** Scores outside this band are drawn at its edge: worse than doing nothing, better than best known. */
const LEAST = -20;
const MOST = 110;
/** Where policies hardly differ (a single core), the scale spans at least this share of the best. */
const LEAST_SPAN = 0.05;

/**
 * 0 is the lesson's naive policy, 100 the best known, both at human pace on the same scenario and seed;
 * linear between and beyond. More of the measure is better.
 */
export function scoreOf(value: number, naive: number, best: number): number {
	const span = Math.max(best - naive, LEAST_SPAN * best);
	if (span === 0) return 0;
	return Math.min(MOST, Math.max(LEAST, 100 - (100 * (best - value)) / span));
}
