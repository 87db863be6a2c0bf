import { expect, test } from "vitest";
import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { measureChip } from "#shared/result/measure-chip.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import { presentRound } from "#shared/round/recorded-round.ts";
import { replay } from "#shared/round/replay.ts";
import { causeChanges, chipChanges } from "../../client/rounds/cause-change.ts";

/** A round that bots play, with scores that this test gives. */
function botRound(turns: number, seed: number, score: number): RoundOutcome {
	const header = createRoundHeader(lessonById("parallel-work"), seed, 2, () => false);
	const chips = replay(presentRound({ header, commands: [], turns })).chips.map(({ chip }, index) => ({
		...measureChip(chip),
		side: 0,
		score: score + index,
		held: [],
		played: [],
	}));
	return { lesson: "parallel-work", seed, part: 0, formula: 2, chips, references: [] };
}

/** Played by team 1 and 2. */
const alike = (outcome: RoundOutcome) => ({ outcome, teams: [1, 2] });

test("the changes of all causes sum to nothing, and each is the difference of what is shown", () => {
	const [before, now] = [botRound(80, 1, 0), botRound(200, 2, 0)];
	const [one, other] = [before.chips[0]?.causes, now.chips[0]?.causes];
	if (one === undefined || other === undefined) throw new Error("no chip");
	const changes = causeChanges(one, other);
	expect(changes.some(({ change }) => change !== 0)).toBe(true);
	for (const { before: from, now: to, change } of changes)
		expect(change.toFixed(1)).toBe((to - from).toFixed(1).replace("-0.0", "0.0"));
	expect(changes.reduce((sum, { change }) => sum + Math.round(change * 10), 0)).toBe(0);
});

test("the same round again has changed nothing", () => {
	const round = botRound(80, 1, 50);
	expect(chipChanges(alike(round), alike(round)).map(({ scores }) => scores)).toEqual([
		[50, 50],
		[51, 51],
	]);
	expect(
		chipChanges(alike(round), alike(round))
			.flatMap(({ causes }) => causes)
			.every(({ change }) => change === 0),
	).toBe(true);
});

test("chips of another side or size are not compared", () => {
	const [before, now] = [botRound(20, 1, 0), botRound(20, 1, 0)];
	const turned = { ...now, chips: now.chips.map((chip, index) => ({ ...chip, side: index })) };
	expect(chipChanges(alike(before), alike(turned)).map(({ chip }) => chip)).toEqual([0]);
	const grown = { ...now, chips: now.chips.map((chip) => ({ ...chip, cores: 8 })) };
	expect(chipChanges(alike(before), alike(grown))).toEqual([]);
});

test("teams are compared with themselves, though they sat on other chips", () => {
	const before = { outcome: botRound(20, 1, 0), teams: [2, 1] };
	const now = { outcome: botRound(20, 1, 10), teams: [1, 2] };
	expect(chipChanges(before, now).map(({ scores }) => scores)).toEqual([
		[1, 10],
		[0, 11],
	]);
});
