/** Scores outside this band are drawn at its edge: worse than doing nothing, better than best known. */
const LEAST = -20;
const MOST = 110;
/** Where policies hardly differ (a single core), the scale spans at least this share of the best. */
export const LEAST_SPAN = 0.05;

/**
 * `better`: whether more or less of the measure is. 0 is the lesson's naive policy, 100 the best known, both at human pace on the same scenario and seed;
 * linear between and beyond.
 */
export function scoreOf(
	value: number,
	naive: number,
	best: number,
	better: "more" | "less" = "more",
): number {
	const sign = better === "more" ? 1 : -1;
	const span = Math.max(sign * (best - naive), LEAST_SPAN * Math.abs(best));
	if (span === 0) return 0;
	return Math.min(MOST, Math.max(LEAST, 100 - (100 * sign * (best - value)) / span));
}
