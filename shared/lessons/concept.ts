import type { ReadonlyChip } from "../sim/chip/chip.ts";
import type { ChipEvent } from "../sim/chip/event.ts";

/** Ids of the concepts that lessons teach; their names are in the dictionaries. */
export const CONCEPT_IDS = [
	"amdahl",
	"balance",
	"bandwidth",
	"deadlines",
	"granularity",
	"heterogeneity",
	"inversion",
	"ipc",
	"isolation",
	"locality",
	"locks",
	"planning",
	"policy",
	"race",
] as const;
/** One of CONCEPT_IDS. */
export type ConceptId = (typeof CONCEPT_IDS)[number];

/** One situation of a concept, and what the seat did in it. */
export type Occasion = {
	readonly seat: number;
	/** Whether the better option was taken. */
	readonly took: boolean;
	/** Probability that a random choice takes it, between 0 and 1. */
	readonly chance: number;
};

/**
 * Called with every event as it happens. Returns what the seat did if the event settles a situation of the
 * concept, else undefined.
 */
export type Situation = (chip: ReadonlyChip, event: ChipEvent) => Occasion | undefined;

/**
 * A concept of a lesson, detected from events. Seen: `situation` arose at the student's seat. Used: the better
 * option was taken significantly more often than by chance. Explained: the question at index `question` was
 * answered correctly.
 */
export type Concept = {
	readonly id: ConceptId;
	readonly situation: Situation;
	readonly question: number;
};
