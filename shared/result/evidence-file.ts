import { z } from "zod";
import { CONCEPT_IDS } from "../lessons/concept.ts";

const count = z.int().min(0);

/** What a seat of a round shows of one concept; counts only. */
export const seatEvidenceFile = z.strictObject({
	concept: z.enum(CONCEPT_IDS),
	/**
	 * How often its situation arose, how often the better option was taken, and how often chance alone would
	 * have taken it.
	 */
	arose: count,
	taken: count,
	expected: z.number().min(0),
	/** From the counts: it arose at least once; the better option was taken significantly more often than by chance. */
	seen: z.boolean(),
	used: z.boolean(),
});

/** The same, with the answer to the concept's question: null while it is not answered. */
export const conceptEvidenceFile = z.strictObject({
	...seatEvidenceFile.shape,
	explained: z.boolean().nullable(),
});
