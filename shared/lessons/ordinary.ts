import { explainedBy } from "./explanation.ts";
import type { Lesson } from "./lesson.ts";

/** Fields of an ordinary lesson: played once, on one chip or more, with people in any seat. */
export const ORDINARY = {
	kind: { type: "played" },
	counts: "tasks",
	explanation: explainedBy("measureBars"),
	chipsMin: 1,
	botSeats: [],
	measureCores: [],
} as const satisfies Partial<Lesson>;

/** Questions with three choices each, given the index of the right one of each. */
export function threeChoices(...right: readonly number[]): Lesson["questions"] {
	return right.map((index) => ({ choices: 3, right: index }));
}
