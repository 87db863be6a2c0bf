import { z } from "zod";
import { VERDICTS } from "./verdict.ts";

const count = z.int().min(0);

/** What a class measured on itself: of nobody in particular, and with no times where too few people count. */
export const classResultFile = z.strictObject({
	/** How many people each verdict was given to; the curve is that of those counted. */
	verdicts: z.record(z.enum(VERDICTS), count),
	/** Trials of those who count that went into the means, and that were left out; 0 where nothing is told. */
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
	/** Time to say whether the odd one is there, by number of items, and how much each item adds. */
	search: z.array(z.strictObject({ items: count, rtMs: z.number() })),
	searchMsPerItem: z.number().nullable(),
	/** null where too few people count. */
	fit: z
		.strictObject({
			effectMs: z.number(),
			effectMarginMs: z.number(),
			slope: z.number(),
			/** First reaction time at the longest interval less that at the shortest. */
			rt1RiseMs: z.number(),
			/** Share of trials in which both answers came within 100 ms. */
			groupedShare: z.number(),
		})
		.nullable(),
});
