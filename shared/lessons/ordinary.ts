import { explainedBy } from "./explanation.ts";
import type { Lesson } from "./lesson.ts";

/** A lesson where nothing else is said: it is played once, one chip is enough, and people may have every seat. */
export const ORDINARY = {
	kind: { type: "played" },
	counts: "tasks",
	explanation: explainedBy("measureBars"),
	chipsMin: 1,
	botSeats: [],
} as const satisfies Partial<Lesson>;

/** Questions with three choices each; of each the index of the right one. */
export function threeChoices(...right: readonly number[]): Lesson["questions"] {
	return right.map((index) => ({ choices: 3, right: index }));
}
