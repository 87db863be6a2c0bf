import { REFERENCE_EFFECT_MS } from "#shared/analysis/prp-reference.ts";
import type { ClassResult } from "#shared/brain/class-result.ts";
import type { PersonMeans } from "#shared/brain/person.ts";
import type { LessonId } from "#shared/lessons/ids.ts";
import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import type { RoundLog } from "#shared/round/round.ts";
import type { Facts, PartsSaid } from "../i18n/base/lesson-texts.ts";
import { chipNames } from "../i18n/team-names.ts";
import { experimentFacts, factsOf } from "./facts.ts";

/** What came of a round, as it is told to whoever looks at its explanation. */
export type Told = {
	readonly outcome: RoundOutcome;
	/** By chip the number of the team that played it; empty if not known. */
	readonly teams: readonly (number | null)[];
	/** The first part, in a lesson whose two sides were played. */
	readonly before: RoundOutcome | null;
	/** What came of an earlier play of the same round, by part; absent or empty if there was none. */
	readonly earlier?: readonly RoundOutcome[] | undefined;
	readonly predictions: readonly number[];
	/** In an open round of a class: its best on this seed before, or null. */
	readonly record?: number | null | undefined;
	/** Where the class measured itself instead of playing a chip. */
	readonly experiment?: ClassResult | undefined;
	/** What was played, if it is to be looked at again here. */
	readonly log?: RoundLog | undefined;
	/** The page shows the round's moments itself, beside its replay. */
	readonly showsMoments?: boolean | undefined;
	/** Absent for desk, projector and dashboard. */
	readonly own?: OwnPart | undefined;
};

/** What the student who looks did, and may still do. */
export type OwnPart = {
	/** -1 for who came too late for the round. */
	readonly chip: number;
	readonly seat: number;
	/** In a practice, hints taken in this round, each of which costs a star; undefined in a class. */
	readonly hints: number | undefined;
	/** The round of the first part, if this is the second and the student's page was there for both. */
	readonly first: RoundLog | undefined;
	readonly predicted: number | null;
	readonly answered: readonly (number | null)[];
	/** Whether the plan has each student's own moments and decisions. */
	readonly seesDecisions: boolean;
	/** What the student measured in an experiment. */
	readonly means: PersonMeans | null;
	readonly onAnswer: (question: number, choice: number) => void;
};

/** How figures of `known` parts, the last ones of `all`, name them. */
export function partsSaid(all: number, known: number): PartsSaid {
	if (all === 1) return "one";
	return known === all ? "both" : "second";
}

/** What every part of an explanation is drawn from. */
export type Explained = Told & {
	readonly lesson: LessonId;
	/** Both parts of a lesson with two sides, the first one first; else one. */
	readonly outcomes: readonly [RoundOutcome, ...RoundOutcome[]];
	readonly facts: Facts;
	/** What the chips are called, by chip. */
	readonly names: readonly string[];
};

export function explainedOf(lesson: LessonId, told: Told): Explained {
	const { outcome, before, experiment, own } = told;
	return {
		...told,
		lesson,
		names: chipNames(outcome.chips, told.teams),
		outcomes: before === null ? [outcome] : [before, outcome],
		facts:
			experiment === undefined
				? factsOf(outcome, before, own?.chip)
				: experimentFacts(experiment.fit?.effectMs ?? REFERENCE_EFFECT_MS),
	};
}
