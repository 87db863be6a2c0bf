/**
 * The curve of the psychological refractory period that a class is compared with: 522 adults in their own
 * browsers (Self-Regulation Ontology data set, re-analysed; means over the 473 who did the task). Second
 * reaction time = E[max(P, X - SOA)] + B: the second decision starts once the second stimulus is perceived (P)
 * and the first decision is over (X, gamma-distributed, because stage times vary).
 */
const PERCEPTION_MS = 150;
const FIRST_MS = { mean: 643, deviation: 343 };
const REST_MS = 369;

/** Upper limit and step of integrating the gamma density; less than 1e-9 of it lies beyond. */
const REACTION_MS_MAX = 8_000;
const STEP_MS = 2;

/** Intervals between the two stimuli (stimulus onset asynchronies) at which people are measured, shortest first. */
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

/** Effect of the reference: second reaction time at the shortest interval less that at the longest, in whole ms. */
export const REFERENCE_EFFECT_MS = Math.round(referenceRt2Ms(SOAS_MS[0]) - referenceRt2Ms(SOAS_MS[3]));
