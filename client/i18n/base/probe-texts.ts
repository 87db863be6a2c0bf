import type { Misconception, ProbeConcept } from "#shared/lessons/probe.ts";

/** The six questions in one language. */
export type ProbeTexts = Record<
	ProbeConcept,
	{
		readonly name: string;
		readonly ask: string;
		/** A choice, by the numbers that it names. */
		readonly choice: (values: readonly number[]) => string;
	}
>;

/** What somebody believes who chooses a wrong answer, as a short sentence. */
export type BeliefWords = Record<Misconception, string>;
