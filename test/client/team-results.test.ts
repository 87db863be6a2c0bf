import { expect, test } from "vitest";
import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import { rushHour } from "#shared/lessons/rush-hour.ts";
import { measureChip } from "#shared/result/measure-chip.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import { openChip } from "#shared/round/round.ts";
import { rankTeams, recordValueOf } from "../../client/present/team-results.ts";

const measured = measureChip(
	openChip(
		createRoundHeader(rushHour, 3, 1, () => false),
		0,
	),
);
/** Chips that have done so many seconds of work in time; the third went down. */
const outcome: RoundOutcome = {
	lesson: "rush-hour",
	seed: 3,
	part: 0,
	formula: 2,
	references: [],
	chips: [100, 300, 200, 300].map((timelyS, index) => ({
		...measured,
		side: 0,
		score: 0,
		held: [1],
		played: [0, 1],
		timelyWorkNs: timelyS * 1_000_000,
		lostUpdates: 0,
		urgentMisses: 0,
		energyPj: 0,
		timeNs: index === 2 ? 245_500_000 : 300_000_000,
		collapsed: index === 2,
	})),
};

test("teams are ranked by the measure of the lesson; equal ones share a place, in the order of the chips", () => {
	expect(rankTeams(rushHour, outcome).map(({ chip: index, place, value }) => [index, place, value])).toEqual([
		[1, 1, 300],
		[3, 1, 300],
		[2, 3, 200],
		[0, 4, 100],
	]);
});

test("chips that only bots played stand last, and take nobody's place", () => {
	const chips = outcome.chips.map((chip, index) => (index === 1 ? { ...chip, held: [] } : chip));
	expect(
		rankTeams(rushHour, { ...outcome, chips }).map(({ chip: index, place, isPeopled }) => [
			index,
			isPeopled ? place : undefined,
		]),
	).toEqual([
		[3, 1],
		[2, 2],
		[0, 3],
		[1, undefined],
	]);
});

test("each is told with when, in which wave and how it ended", () => {
	const [first, , third] = rankTeams(rushHour, outcome);
	expect(first).toMatchObject({ collapsed: false, lastedS: 300, wave: 15 });
	expect(third).toMatchObject({ collapsed: true, lastedS: 245.5, wave: 13 });
});

test("only what people played themselves may be a record: a bot's share of a held seat is small, or it is none", () => {
	const withSeats = (...seats: readonly (readonly [held: readonly number[], played: readonly number[]])[]) =>
		rankTeams(rushHour, {
			...outcome,
			chips: outcome.chips.map((chip, index) => {
				const [held = [], played = []] = seats[index] ?? [];
				return { ...chip, held, played };
			}),
		});
	const teams = withSeats(
		[[1], [0, 1]],
		[[1], [0, 0.7]],
		[
			[0, 2],
			[0.9, 0, 0.8],
		],
		[[], [1, 1]],
	);
	expect(teams.filter(({ isByHand }) => isByHand).map(({ chip }) => chip)).toEqual([2, 0]);
	expect(recordValueOf(teams, undefined)).toBe(200);
	expect(recordValueOf(teams, 0)).toBe(100);
	expect(recordValueOf(teams, 1)).toBeUndefined();
	expect(
		recordValueOf(
			withSeats([
				[0, 1],
				[1, 0.79],
			]),
			undefined,
		),
	).toBeUndefined();
});
