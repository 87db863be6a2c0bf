import type { Command } from "../sim/chip/command.ts";
import type { Scenario } from "../sim/scenario/scenario.ts";
import type { Concept } from "./concept.ts";
import type { Explanation } from "./explanation.ts";
import type { LessonId, Level } from "./ids.ts";
import type { LessonKind } from "./kind.ts";
import type { Measure } from "./measures.ts";

/** What a lesson's scenario depends on. */
export type LessonSetup = {
	readonly cores: number;
	/** 32-bit unsigned. */
	readonly seed: number;
	readonly level: Level;
	/** Index of the lesson's side; 0 where it has none. */
	readonly side: number;
};

/** A lesson: what is played, who may do what, and how it is measured. Its texts are in the dictionaries. */
export type Lesson = {
	readonly id: LessonId;
	/** English title, for the HTTP interface; screens use the dictionary. */
	readonly title: string;
	readonly kind: LessonKind;
	/** Unit that is counted during play: tasks, or jobs of several tasks each. */
	readonly counts: "tasks" | "jobs";
	readonly explanation: Explanation;
	/** Number of cores of each chip, repeated in turn when there are more chips. */
	readonly chipCores: readonly number[];
	/** Fewest chips of a round; always a multiple of `chipCores.length`. */
	readonly chipsMin: number;
	/** Seats that are always played by bots: cores whose work another seat decides. */
	readonly botSeats: readonly number[];
	/** Sizes, of `chipCores`, of chips that are the measure: the expert policy plays all their seats, nobody sits there. */
	readonly measureCores: readonly number[];
	/** Deterministic within a simulation version: the same set-up gives the same scenario. */
	readonly createScenario: (setup: LessonSetup) => Scenario;
	readonly policies: LessonPolicies;
	readonly measure: Measure;
	/** Commands allowed to each kind of seat. */
	readonly actions: {
		readonly scheduler: readonly Command["type"][];
		readonly core: readonly Command["type"][];
		/** Whether the scheduler may choose the way of a whole packet with its deal. */
		readonly dealsWays?: boolean;
	};
	/** Decisions of the lesson, by seat. `shared/evaluation/counterfactuals.ts` checks them against simulated rounds. */
	readonly decisions: readonly Decision[];
	/** The number each student commits to before play: its range, its step, and the true value according to theory. */
	readonly prediction: {
		readonly min: number;
		readonly max: number;
		readonly step: number;
		readonly truth: number;
	};
	/**
	 * Multiple-choice questions of the explain screen; `right` is the index of the correct choice. Texts are in
	 * the dictionaries.
	 */
	readonly questions: readonly { readonly choices: number; readonly right: number }[];
	/** Concepts that a student can be seen to meet, use and explain. */
	readonly concepts?: readonly Concept[];
};

/** Ids of the lesson's policies. The search for the best known starts from them. */
export type LessonPolicies = {
	/** Scores 0: what most people do before they know better. Plays the seats that nobody holds. */
	readonly naive: string;
	/** Plays the idea that the lesson teaches. */
	readonly expert: string;
	/** Chooses at random among all options. */
	readonly random: string;
	/** Two players with one plausible rule each, which is not the idea. */
	readonly beginners?: readonly [string, string];
	/** Plays the reverse of the rule that the lesson teaches, otherwise as the expert policy. */
	readonly reverse?: string;
	/** The best fixed rules that need no look at the chip's state. */
	readonly constants: readonly string[];
	/** Textbook policies that do well at machine speed. */
	readonly rivals: readonly string[];
};

/** A kind of recurring decision of a seat. Its text is in the lesson's dictionary entry, by `id`. */
export type Decision = {
	readonly id: "deal" | "move" | "take" | "steal" | "next" | "way" | "mode" | "batch" | "front";
	readonly seat: "scheduler" | "core";
	/** How often per minute it comes up for one seat, at least. */
	readonly perMinute: number;
	/** Median cost of another option, in seconds of play of one core or of one waiting task. */
	readonly costS: number;
};
