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

/** What one student showed in a round: in which seat, by how many decisions of their own, and of which concepts. */
export const studentEvidenceFile = z.strictObject({
	name: z.string(),
	/** null for who had no seat, or from before it was kept; so are the next two. */
	role: z.enum(["scheduler", "core"]).nullable(),
	/** Own commands that were carried out. */
	decisions: count.nullable(),
	/** Share (0 to 1) of the round in which they played and no bot did. */
	played: z.number().min(0).max(1).nullable(),
	concepts: z.array(conceptEvidenceFile),
});

/** Upcast of what students showed from before role, decisions and share were kept. */
export function withoutRoles(older: unknown): unknown {
	if (!Array.isArray(older)) return older;
	return older.map((shown: unknown) =>
		typeof shown === "object" && shown !== null
			? { ...shown, role: null, decisions: null, played: null }
			: shown,
	);
}
