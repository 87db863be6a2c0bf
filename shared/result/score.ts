/** Scores outside this band are drawn at its edge: worse than doing nothing, better than best known. */
const SCORE_MIN = -20;
const SCORE_MAX = 110;
/** Where policies hardly differ (a single core), the scale spans at least this share of the best. */
export const SPAN_SHARE_MIN = 0.05;

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
	const span = Math.max(sign * (best - naive), SPAN_SHARE_MIN * Math.abs(best));
	if (span === 0) return 0;
	return Math.min(SCORE_MAX, Math.max(SCORE_MIN, 100 - (100 * sign * (best - value)) / span));
}
