/** Scores from which a round earns its first, second and third star: 0 is the naive policy, 100 the best known. */
export const STAR_SCORES: readonly number[] = [25, 60, 90];

/** 0 to 3: those of the score, less one for each hint taken. */
export function starsOf(score: number, hints: number): number {
	return Math.max(0, STAR_SCORES.filter((least) => score >= least).length - hints);
}
