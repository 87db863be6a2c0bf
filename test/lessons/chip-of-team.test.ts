import { expect, test } from "vitest";
import { chipBefore, outcomeByTeam, type PlayedByTeams } from "#shared/lessons/chip-of-team.ts";
import type { ChipOutcome } from "#shared/lessons/outcome.ts";

/** Chips as [team, score] or [team, score, cores]. */
function played(
	...chips: readonly (readonly [team: number | null, score: number, cores?: number])[]
): PlayedByTeams {
	return {
		teams: chips.map(([team]) => team),
		outcome: {
			lesson: "amdahl",
			seed: 1,
			part: 0,
			formula: 2,
			chips: chips.map(([, score, cores = 4]) => ({ score, cores }) as ChipOutcome),
			references: [],
		},
	};
}
const scores = (outcome: ReturnType<typeof outcomeByTeam>) => outcome?.chips.map(({ score }) => score);

test("a team is held against itself, on whichever chip it played", () => {
	const before = played([1, 10], [2, 95]);
	const now = played([2, 105], [1, 16]);
	expect([0, 1].map((chip) => chipBefore(before, now, chip))).toEqual([1, 0]);
	expect(scores(outcomeByTeam(before, now))).toEqual([95, 10]);
});

test("a team that was not there, or played another size, has nothing to be held against", () => {
	const before = played([1, 10], [2, 20, 8]);
	expect(chipBefore(before, played([3, 0]), 0)).toBeUndefined();
	expect(chipBefore(before, played([2, 0, 4]), 0)).toBeUndefined();
	expect(outcomeByTeam(before, played([1, 0], [3, 0]))).toBeUndefined();
});

test("chips of bots alone, and of one team of one size, are told apart by their order", () => {
	const before = played([null, 1], [1, 2, 2], [1, 3, 2], [null, 4]);
	const now = played([1, 0, 2], [null, 0], [null, 0], [1, 0, 2]);
	expect(scores(outcomeByTeam(before, now))).toEqual([2, 1, 4, 3]);
});

test("a round of a time before teams is compared chip by chip", () => {
	const before = { ...played([null, 1], [null, 2]), teams: [] };
	expect(scores(outcomeByTeam(before, played([2, 0], [1, 0])))).toEqual([1, 2]);
});
