/** Scores are clamped to this band: below 0 is worse than the naive policy, above 100 better than the best known. */
const SCORE_MIN = -20;
const SCORE_MAX = 110;
/** Least span of the scale as a share of the best, where policies hardly differ (a single core). */
export const SPAN_SHARE_MIN = 0.05;

/**
 * Score of a measured value: 0 is the lesson's naive policy, 100 the best known, both at human pace on the same
 * scenario and seed; linear between and beyond, clamped. `better`: whether more or less of the measure is.
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
