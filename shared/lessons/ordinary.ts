import type { Lesson } from "./lesson.ts";

/** A lesson where nothing else is said: one chip is enough, people may have every seat, and it is played once. */
export const ORDINARY = { chipsMin: 1, botSeats: [], sides: [] } as const satisfies Partial<Lesson>;

/** Questions with three choices each; of each the index of the right one. */
export function threeChoices(...right: readonly number[]): Lesson["questions"] {
	return right.map((index) => ({ choices: 3, right: index }));
}
