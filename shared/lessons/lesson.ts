import type { ChipOutcome } from "../round/outcome.ts";
import type { Command } from "../sim/command.ts";
import type { Scenario } from "../sim/scenario.ts";
import type { LessonId } from "./ids.ts";

/** One lesson: what is played, who may do what, what it is measured by. Its texts are in the dictionaries. */
export type Lesson = {
	readonly id: LessonId;
	/** English title, for the HTTP interface; screens use the dictionary. */
	readonly title: string;
	/** How long brief, predict, play and explain take together, in real minutes. */
	readonly minutes: number;
	/** Number of cores of each chip, taken round and round when there are more chips. */
	readonly chipCores: readonly number[];
	/** Every round has at least this many chips; always a multiple of `chipCores.length`. */
	readonly leastChips: number;
	/** The same seed and number of cores give the same scenario, for ever within a simulation version. */
	readonly createScenario: (cores: number, seed: number) => Scenario;
	/** Names of policies: what bots play, what counts as score 0, what the best known is searched among. */
	readonly botPolicy: { readonly scheduler: string; readonly core: string };
	readonly naivePolicy: string;
	readonly rivalPolicies: readonly string[];
	/** What the score compares; more is better. */
	readonly measure: (outcome: Omit<ChipOutcome, "score">) => number;
	/** Commands that each kind of seat may give. */
	readonly actions: {
		readonly scheduler: readonly Command["type"][];
		readonly core: readonly Command["type"][];
	};
	/** What each student commits to before play: a number in a range; `truth` is what theory says. */
	readonly prediction: {
		readonly min: number;
		readonly max: number;
		readonly step: number;
		readonly truth: number;
	};
	/** Multiple-choice questions of the explain screen; the index of the right choice. Texts are in the dictionaries. */
	readonly questions: readonly { readonly choices: number; readonly right: number }[];
};
