import { z } from "zod";
import { VERDICTS } from "./verdict.ts";

const count = z.int().min(0);

/** All that is kept of a person: means per interval, never single reaction times. */
export const personMeansFile = z.strictObject({
	verdict: z.enum(VERDICTS),
	/** By interval, shortest first; of those that have a trial left. */
	points: z.array(
		z.strictObject({
			soaMs: z.number(),
			shownMs: z.number(),
			rt1Ms: z.number(),
			rt2Ms: z.number(),
			trials: count,
		}),
	),
	/** Mean time to say whether the odd one is there, by number of items. */
	search: z.array(z.strictObject({ items: count, rtMs: z.number() })),
	/** Trials that count for something, after practice: done, kept for the means, both answers given at once. */
	done: count,
	kept: count,
	grouped: count,
});
