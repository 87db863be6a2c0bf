/**
 * Number of the formula by which scores are made, stored, sent and exported with them: scores of different formulas are
 * never compared.
 */
export const SCORE_FORMULA = 2;
/** The first version of the simulation whose rounds are scored by it; by formula 1 bots played the idea. */
const FORMULA_SINCE = 7;

/** The formula by which rounds of that version of the simulation are scored. */
export function formulaOf(simVersion: number): number {
	return simVersion >= FORMULA_SINCE ? SCORE_FORMULA : 1;
}

/** Scores are clamped to this band: below 0 is worse than the naive policy, above 100 better than the best known. */
const SCORE_MIN = -20;
const SCORE_MAX = 110;
/** Least span between naive and best as a share of the best: less is luck, and has no score. */
const SPAN_SHARE_MIN = 0.01;

/** Whether naive and best differ enough for a score between them to mean anything. */
export function isScored(naive: number, best: number): boolean {
	return Math.abs(best - naive) > SPAN_SHARE_MIN * Math.abs(best);
}

/**
 * Score of a measured value: 0 is the naive policy in every seat, 100 the best known in the seats that people hold,
 * naive elsewhere, both at human pace on the same scenario and seed; linear between and beyond, clamped. `better`:
 * whether more or less of the measure is. 0 if nothing is better than naive.
 */
export function scoreOf(
	value: number,
	naive: number,
	best: number,
	better: "more" | "less" = "more",
): number {
	const sign = better === "more" ? 1 : -1;
	const span = sign * (best - naive);
	if (span <= 0) return 0;
	return Math.min(SCORE_MAX, Math.max(SCORE_MIN, 100 - (100 * sign * (best - value)) / span));
}
