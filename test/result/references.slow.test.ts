import { describe, expect, test } from "vitest";
import { amdahl } from "#shared/lessons/amdahl.ts";
import { bigLittle } from "#shared/lessons/big-little.ts";
import { brain } from "#shared/lessons/brain.ts";
import { isPlayed, sidesOf } from "#shared/lessons/kind.ts";
import type { Lesson, LessonSetup } from "#shared/lessons/lesson.ts";
import { LESSONS } from "#shared/lessons/table.ts";
import { at, numberAt } from "#shared/lib/assert.ts";
import { NS_PER_PLAY_S, TURN_NS } from "#shared/lib/units.ts";
import { humanReferences } from "#shared/result/human-paced-references.ts";
import { measureRound } from "#shared/result/measure-round.ts";
import { type ReferenceSearch, searchesOf } from "#shared/result/references.ts";
import { REFERENCE_PER_S, simulatePlayers } from "#shared/result/simulate-players.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import { presentRound } from "#shared/round/recorded-round.ts";

/** More than any round needs in which bots play every seat. */
const TURNS_ENOUGH = (200 * NS_PER_PLAY_S) / TURN_NS;

const headerOf = (lesson: Lesson, chips = 1) => createRoundHeader(lesson, 5, chips, () => false);

describe("what is looked for when a round is set up", () => {
	test("is each kind of its chips once, however many there are", () => {
		const searches = searchesOf(headerOf(amdahl, 8));
		expect(searches.map(({ scenario }) => scenario.machine.cores.length)).toEqual([4, 2, 8, 1]);
	});

	test("is both sides of a lesson that has two", () => {
		const twoSided = LESSONS.filter((lesson) => sidesOf(lesson).length === 2);
		expect(twoSided.length).toBeGreaterThan(0);
		for (const lesson of twoSided)
			expect(searchesOf(headerOf(lesson, 4 * lesson.chipCores.length))).toHaveLength(
				2 * lesson.chipCores.length,
			);
	});

	test("is nothing in an experiment", () => {
		expect(searchesOf(headerOf(brain))).toEqual([]);
	});

	test.each(LESSONS.filter(isPlayed))(
		"of $id is what its end is measured by, whatever was done in it",
		(lesson) => {
			const header = headerOf(lesson);
			const asked: ReferenceSearch[] = [];
			const reference = { policy: "none", pace: "human", value: 1 } as const;
			const { chips } = measureRound(
				presentRound({ header, commands: [], turns: 6 * TURNS_ENOUGH }),
				(search) => {
					asked.push(search);
					return { naive: reference, best: reference, machine: reference };
				},
			);
			expect(chips.length).toBeGreaterThan(0);
			expect(asked).toEqual(searchesOf(header));
		},
	);
});

describe("references", () => {
	test.each(LESSONS)("of $id are what its simulated players come to", (lesson) => {
		const setup: LessonSetup = { cores: numberAt(lesson.chipCores, 0), seed: 5, level: "standard", side: 0 };
		const [search] = searchesOf(headerOf(lesson));
		if (search === undefined) return;
		const { naive, best } = humanReferences(lesson, search);
		expect(naive.value).toBe(simulatePlayers(lesson, setup, lesson.policies.naive, REFERENCE_PER_S));
		expect(best.value).toBe(simulatePlayers(lesson, setup, best.policy, REFERENCE_PER_S));
	});

	test("where a round ends with its last task are of whole rounds; ended early, of the time that was played", () => {
		const header = headerOf(bigLittle);
		const { naive: naiveId } = bigLittle.policies;
		const setup: LessonSetup = { cores: 6, seed: 5, level: "standard", side: 0 };
		const measured = measureRound(presentRound({ header, commands: [], turns: TURNS_ENOUGH }));
		const whole = at(measured.references, 0);
		expect(at(measured.chips, 0).makespanNs).toBe(at(measured.chips, 0).timeNs);
		expect(whole.naive.value).toBe(simulatePlayers(bigLittle, setup, naiveId, REFERENCE_PER_S));
		const cut = measureRound(presentRound({ header, commands: [], turns: 120 }));
		const { scenario } = at(header.chips, 0);
		const early = humanReferences(bigLittle, { scenario, seed: 5, timeNs: 120 * TURN_NS });
		expect(at(cut.references, 0)).toMatchObject({ naive: early.naive, best: early.best });
		expect(early.naive.value).toBeLessThan(whole.naive.value);
	});
});
