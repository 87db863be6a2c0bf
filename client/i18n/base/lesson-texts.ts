import type { LessonId } from "#shared/lessons/ids.ts";
import type { Cause } from "#shared/sim/chip/chip.ts";

/** Which parts of a round a figure is about; "one" where it has no other. */
export type PartsSaid = "one" | "both" | "second";

/** Numbers of the class's own round, of the student's chip or of the largest one, that texts quote. */
export type Facts = {
	readonly cores: number;
	/** How many times the work of one core: by the lesson's own comparison. */
	readonly speedup: number;
	/** Share of the chip's work that can run in parallel, 0 to 1. */
	readonly parallelShare: number;
	/** Share of all core time by cause, 0 to 1. */
	readonly share: (cause: Cause) => number;
	/** In the lesson's measure: what was reached, by the naive policy, and best known at human pace. */
	readonly value: number;
	readonly naive: number;
	readonly best: number;
	/** In a lesson with two sides: what was reached on each, in the order of the lesson's sides; else empty. */
	readonly sides: readonly number[];
};

export type QuestionWords = {
	readonly ask: (facts: Facts) => string;
	readonly choices: readonly string[];
	/** What a student believes who takes that choice; "" for the right one. For the teacher. */
	readonly beliefs: readonly string[];
	/** Shown after answering. */
	readonly why: string;
};

/** What a lesson says, in one language. */
export type LessonText = {
	/** Under sixty words together. */
	readonly brief: readonly string[];
	/** What the brief's picture shows, for who cannot see it; a picture of simulated rounds says so itself. */
	readonly picture?: string;
	readonly predict: string;
	readonly predictUnit: string;
	/** Why theory says what it says. */
	readonly predictWhy: string;
	/** The round in one sentence, with its numbers. */
	readonly headline: (facts: Facts) => string;
	readonly questions: readonly QuestionWords[];
	/** Names of the lesson's sides and of its tasks' ways, by their keys. */
	readonly sides: Readonly<Record<string, string>>;
	readonly ways: Readonly<Record<string, string>>;
	/** "This is the code you just played": about ten lines of C or pseudocode; comments in the language. */
	readonly code: string;
	/** What the model leaves out, in a sentence or two. */
	readonly leavesOut: string;
	/** For the teacher's page. */
	readonly guide: {
		readonly goal: string;
		readonly watchFor: readonly string[];
		readonly ask: readonly string[];
	};
	/** The idea that wins, in one sentence. */
	readonly idea: string;
};

export type LessonTexts = Record<LessonId, LessonText>;
