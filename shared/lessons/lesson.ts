import type { Command } from "../sim/chip/command.ts";
import type { Scenario } from "../sim/scenario/scenario.ts";
import type { Concept } from "./concept.ts";
import type { Explanation } from "./explanation.ts";
import type { LessonId, Level } from "./ids.ts";
import type { LessonKind } from "./kind.ts";
import type { Measure } from "./measures.ts";

export type LessonSetup = {
	readonly cores: number;
	/** 32-bit unsigned. */
	readonly seed: number;
	readonly level: Level;
	/** Which of the lesson's two sides is played, by index; 0 where it has none. */
	readonly side: number;
};

/** One lesson: what is played, who may do what, what it is measured by. Its texts are in the dictionaries. */
export type Lesson = {
	readonly id: LessonId;
	/** English title, for the HTTP interface; screens use the dictionary. */
	readonly title: string;
	/** How long brief, predict, play and explain take together, in real minutes. */
	readonly minutes: number;
	readonly kind: LessonKind;
	/** What is counted while it is played: tasks, or jobs of several tasks each. */
	readonly counts: "tasks" | "jobs";
	readonly explanation: Explanation;
	/** Number of cores of each chip, taken round and round when there are more chips. */
	readonly chipCores: readonly number[];
	/** Every round has at least this many chips; always a multiple of `chipCores.length`. */
	readonly chipsMin: number;
	/** Seats that only ever bots play: a core whose work another seat decides. */
	readonly botSeats: readonly number[];
	/** The same set-up gives the same scenario, for ever within a simulation version. */
	readonly createScenario: (setup: LessonSetup) => Scenario;
	readonly policies: LessonPolicies;
	readonly measure: Measure;
	/** Commands that each kind of seat may give. */
	readonly actions: {
		readonly scheduler: readonly Command["type"][];
		readonly core: readonly Command["type"][];
	};
	/** What there is to decide, by seat. `shared/evaluation/counterfactuals.ts` holds it against simulated rounds. */
	readonly decisions: readonly Decision[];
	/** What each student commits to before play: a number in a range; `truth` is what theory says. */
	readonly prediction: {
		readonly min: number;
		readonly max: number;
		readonly step: number;
		readonly truth: number;
	};
	/** Multiple-choice questions of the explain screen; the index of the right choice. Texts are in the dictionaries. */
	readonly questions: readonly { readonly choices: number; readonly right: number }[];
	/** What students can show to have seen, used and explained. */
	readonly concepts?: readonly Concept[];
};

/** Names of policies. What the best known at human pace is found among: all of them. */
export type LessonPolicies = {
	/** What plays the seats of nobody. */
	readonly bot: { readonly scheduler: string; readonly core: string };
	/** What scores 0: what most people do before they know. */
	readonly naive: string;
	/** The idea that the lesson is about, played. */
	readonly expert: string;
	/** Choices at random among all that there are. */
	readonly random: string;
	/** The best single rules that need no looking. */
	readonly constants: readonly string[];
	/** Textbook policies that are good at machine speed. */
	readonly rivals: readonly string[];
};

/** A kind of decision that a seat meets again and again. Texts are in the dictionary of the lesson, by `id`. */
export type Decision = {
	readonly id: "deal" | "move" | "take" | "steal" | "next" | "way" | "mode";
	readonly seat: "scheduler" | "core";
	/** How often a minute it comes to one seat, at least. */
	readonly perMinute: number;
	/** What another option costs at the median, in seconds of play of one core, or of one waiting task. */
	readonly costS: number;
};

/**
 * What makes a lesson worth playing, at human pace, medians over seeds:
 * expert: the expert policy scores above 80 however slow or quick its players; pace: within 15 points of each other;
 * random: choices at random score -20 to 25; constant: no constant rule comes within 5 points of the expert;
 * busy: every seat has 12 real decisions a minute; costly: the wrong option costs a second or more;
 * levels: starter, standard and expert are different rounds.
 * The first four hold at every level, the next two at the standard one: on starter there may be less to decide.
 */
export type LessonTarget = "expert" | "pace" | "random" | "constant" | "busy" | "costly" | "levels";
