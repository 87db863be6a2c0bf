/**
 * The published curve of the psychological refractory period that a class is held against: 522 adults at
 * their own browsers (Self-Regulation Ontology data set, re-analysed; means over the 473 who did the task).
 * Second reaction time = E[max(P, X - SOA)] + B: the second decision starts when the second stimulus is
 * seen (P) and the first decision is over (X, a gamma distribution: stage times vary).
 */
const PERCEPTION_MS = 150;
const FIRST_MS = { mean: 643, deviation: 343 };
const REST_MS = 369;

/** Integration of the gamma density: beyond this lies less than 1e-9 of it. */
const REACTION_MS_MAX = 8_000;
const STEP_MS = 2;

/** Intervals between the two stimuli at which people are measured. */
export const SOAS_MS = [50, 150, 300, 800] as const;

/** Mean second reaction time at this interval, in ms. */
export function referenceRt2Ms(soaMs: number): number {
	const shape = (FIRST_MS.mean / FIRST_MS.deviation) ** 2;
	const scaleMs = FIRST_MS.deviation ** 2 / FIRST_MS.mean;
	let weights = 0;
	let sum = 0;
	for (let ms = STEP_MS / 2; ms < REACTION_MS_MAX; ms += STEP_MS) {
		const weight = (ms / scaleMs) ** (shape - 1) * Math.exp(-ms / scaleMs);
		weights += weight;
		sum += weight * Math.max(PERCEPTION_MS, ms - soaMs);
	}
	return sum / weights + REST_MS;
}

/** How much longer the second answer took at the shortest interval than at the longest. */
export const REFERENCE_EFFECT_MS = Math.round(referenceRt2Ms(SOAS_MS[0]) - referenceRt2Ms(SOAS_MS[3]));
