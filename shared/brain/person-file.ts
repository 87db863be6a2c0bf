import { z } from "zod";
import { VERDICTS } from "./verdict.ts";

const count = z.int().min(0);

/** Schema of all that is kept of a person: means per interval, never single reaction times. */
export const personMeansFile = z.strictObject({
	verdict: z.enum(VERDICTS),
	/** By interval, shortest first; intervals without a remaining trial are missing. */
	points: z.array(
		z.strictObject({
			soaMs: z.number(),
			shownMs: z.number(),
			rt1Ms: z.number(),
			rt2Ms: z.number(),
			trials: count,
		}),
	),
	/** Mean time to find whether the odd item is present, by number of items. */
	search: z.array(z.strictObject({ items: count, rtMs: z.number() })),
	/** Trials after practice: done, kept for the means, and answered with both hands at once. */
	done: count,
	kept: count,
	grouped: count,
});
