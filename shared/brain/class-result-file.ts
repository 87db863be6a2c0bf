import { z } from "zod";
import { VERDICTS } from "./verdict.ts";

const count = z.int().min(0);

/** Schema of the result of a class's experiment: anonymous, and without times if too few people count. */
export const classResultFile = z.strictObject({
	/** Number of people per verdict; the curve is of those counted. */
	verdicts: z.record(z.enum(VERDICTS), count),
	/** Trials of the people counted that went into the means, and that were left out; 0 if no times are shown. */
	kept: count,
	dropped: count,
	points: z.array(
		z.strictObject({
			soaMs: z.number(),
			shownMs: z.number(),
			rt1Ms: z.number(),
			rt1MarginMs: z.number(),
			rt2Ms: z.number(),
			rt2MarginMs: z.number(),
			people: count,
		}),
	),
	/** Time to find whether the odd item is present, by number of items, and its slope per item. */
	search: z.array(z.strictObject({ items: count, rtMs: z.number() })),
	searchMsPerItem: z.number().nullable(),
	/** null if too few people count. */
	fit: z
		.strictObject({
			effectMs: z.number(),
			effectMarginMs: z.number(),
			slope: z.number(),
			/** First reaction time at the longest interval less that at the shortest, in ms. */
			rt1RiseMs: z.number(),
			/** Share of trials with both answers within 100 ms. */
			groupedShare: z.number(),
		})
		.nullable(),
});
