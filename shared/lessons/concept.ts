import type { ReadonlyChip } from "../sim/chip/chip.ts";
import type { ChipEvent } from "../sim/chip/event.ts";

/** What lessons are about; names are in the dictionaries. */
export const CONCEPT_IDS = [
	"amdahl",
	"balance",
	"bandwidth",
	"deadlines",
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
export type ConceptId = (typeof CONCEPT_IDS)[number];

/** A situation of a concept, and what the seat did in it. */
export type Occasion = {
	readonly seat: number;
	/** The better option was taken. */
	readonly took: boolean;
	/** How likely somebody takes it who chooses by chance, between 0 and 1. */
	readonly chance: number;
};

/** Told every event just as it happens; what the seat did, where the event settles a situation of the concept. */
export type Situation = (chip: ReadonlyChip, event: ChipEvent) => Occasion | undefined;

/**
 * A concept of a lesson, as patterns in what happens. Seen: `situation` arose at the own seat. Used: the better
 * option was taken clearly more often than chance would. Explained: the question at `question` was answered right.
 */
export type Concept = {
	readonly id: ConceptId;
	readonly situation: Situation;
	readonly question: number;
};
