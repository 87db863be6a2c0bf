import { expect, test } from "vitest";
import type { LessonId } from "#shared/lessons/ids.ts";
import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { measureRound } from "#shared/result/measure-round.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import { presentRound } from "#shared/round/recorded-round.ts";
import { chipScores } from "../../client/explain/chip-scores.ts";
import { explainedOf, type OwnPart, type Told } from "../../client/explain/explained.ts";
import { headlineOf } from "../../client/explain/headline.ts";
import { lessonTexts } from "../../client/i18n/en/lessons.ts";

const reached = (value: number) => ({ policy: "naive", pace: "human" as const, value });
const OWN: OwnPart = {
	chip: 0,
	seat: 1,
	hints: undefined,
	predicted: null,
	answered: [],
	first: undefined,
	seesDecisions: true,
	means: null,
	onAnswer: () => undefined,
};

/** A round of so many chips; each has done as many seconds of work as `work` says, on the side that it played. */
function outcomeOf(
	lesson: LessonId,
	part: 0 | 1,
	chips: readonly { readonly work: number; readonly side?: number; readonly held?: readonly number[] }[],
): RoundOutcome {
	const header = createRoundHeader(lessonById(lesson), 3, chips.length, () => true);
	const measured = measureRound(presentRound({ header, commands: [], turns: 8 })).chips[0];
	if (measured === undefined) throw new Error("no chip was measured");
	return {
		lesson,
		seed: 3,
		part,
		formula: 2,
		references: chips.map(() => ({ naive: reached(10), best: reached(90), machine: reached(99) })),
		chips: chips.map(({ work, side = 0, held = [1] }, index) => ({
			...measured,
			side,
			held,
			played: [0, 1],
			score: 10 * index + part,
			taskWorkNs: work * 1_000_000,
			meanTurnaroundNs: work * 1_000_000,
			lostUpdates: 0,
		})),
	};
}

function headline(outcomes: readonly RoundOutcome[], own?: OwnPart, teams: Told["teams"] = []): string {
	const [first, second] = outcomes;
	const outcome = second ?? first;
	if (outcome === undefined) throw new Error("no outcome");
	const before = second === undefined ? null : (first ?? null);
	const told = { outcome, teams, before, predictions: [], own };
	return headlineOf(explainedOf(outcome.lesson as LessonId, told)).replaceAll("\u00a0", " ");
}

test("who has a chip is told what that one did", () => {
	const outcome = outcomeOf("locks", 0, [{ work: 8 }, { work: 6 }]);
	const said = headline([outcome], OWN);
	expect(said).toContain("8.0 s");
	expect(said).not.toContain("6.0 s");
	expect(headline([outcomeOf("locks", 0, [{ work: 7 }])])).toContain("7.0 s");
});

test("who has none is told what every team did, and of many the span; bots are no team", () => {
	const four = [{ work: 8 }, { work: 6 }, { work: 7 }, { work: 5, held: [] }];
	for (const own of [undefined, { ...OWN, chip: -1 }])
		expect(headline([outcomeOf("locks", 0, four)], own, [1, 2, 3, null])).toBe(
			"How long a task took, on average: Team 1 Vega 8.0 s; Team 2 Sirius 6.0 s; Team 3 Rigel 7.0 s.",
		);
	const six = [8, 6, 7, 5, 9, 4].map((work) => ({ work }));
	expect(headline([outcomeOf("locks", 0, six)])).toBe(
		"How long a task took, on average: from 4.0 s to 9.0 s on 6 chips.",
	);
});

test("of two parts both are told, by what was played in each", () => {
	const { packed, padded } = lessonTexts["false-sharing"].sides;
	const parts = [
		outcomeOf("false-sharing", 0, [
			{ work: 60, side: 1 },
			{ work: 30, side: 0 },
		]),
		outcomeOf("false-sharing", 1, [
			{ work: 31, side: 0 },
			{ work: 64, side: 1 },
		]),
	];
	const bounds = "(naive policy 10.0 s, best known 90.0 s)";
	expect(headline(parts, OWN)).toBe(
		`Work done that counts: ${packed} 31.0 s ${bounds}; ${padded} 60.0 s ${bounds}.`,
	);
	expect(headline(parts)).toBe(
		`Work done that counts: ${packed} from 30.0 s to 31.0 s on 2 chips; ${padded} from 60.0 s to 64.0 s on 2 chips.`,
	);
	const withBots = parts.map((outcome) => ({
		...outcome,
		chips: outcome.chips.map((chip, index) => (index === 1 ? { ...chip, held: [], score: null } : chip)),
	}));
	expect(headline(withBots)).toBe(headline(parts, OWN));
	expect(chipScores(withBots, 1)).toBe("–");
	expect(chipScores(parts, 0)).toBe("1 · 0");
	expect(chipScores(parts, 1)).toBe("10 · 11");
});

test("of chips of several sizes all are told to who has none", () => {
	const sizes = headline([outcomeOf("amdahl", 0, [{ work: 1 }, { work: 1 }, { work: 1 }, { work: 1 }])]);
	expect(sizes).toMatch(/^Times the work of one core: .*; .*\.$/);
});
