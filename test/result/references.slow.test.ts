import { describe, expect, test } from "vitest";
import { amdahl } from "#shared/lessons/amdahl.ts";
import { bigLittle } from "#shared/lessons/big-little.ts";
import { brain } from "#shared/lessons/brain.ts";
import { isPlayed, sidesOf } from "#shared/lessons/kind.ts";
import type { Lesson } from "#shared/lessons/lesson.ts";
import { seatsOpen } from "#shared/lessons/seats-open.ts";
import { LESSONS } from "#shared/lessons/table.ts";
import { at, numberAt } from "#shared/lib/assert.ts";
import { NS_PER_PLAY_S, TURN_NS } from "#shared/lib/units.ts";
import { policyById } from "#shared/policies/table.ts";
import { humanReferences } from "#shared/result/human-paced-references.ts";
import { measureChip } from "#shared/result/measure-chip.ts";
import { measureRound } from "#shared/result/measure-round.ts";
import { type ReferenceSearch, searchesOf } from "#shared/result/references.ts";
import { heldSeats } from "#shared/round/held-seats.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import { presentRound } from "#shared/round/recorded-round.ts";
import { advance } from "#shared/sim/advance.ts";
import { createChip } from "#shared/sim/create-chip.ts";

/** More than any round needs in which bots play every seat. */
const TURNS_ENOUGH = (200 * NS_PER_PLAY_S) / TURN_NS;

const headerOf = (lesson: Lesson, chips = 1) => createRoundHeader(lesson, 5, chips, () => false);
const logOf = (lesson: Lesson, chips = 1) => ({ header: headerOf(lesson, chips), commands: [] });

/** What the chip comes to if people in those seats play by the policy and bots in the others. */
function playedBy(
	lesson: Lesson,
	{ scenario, seed, timeNs }: ReferenceSearch,
	held: readonly number[],
	policy: string,
): number {
	const seats = Array.from({ length: scenario.machine.cores.length + 1 }, (_, seat) => ({
		driver: "bot" as const,
		policy: policyById(held.includes(seat) ? policy : lesson.policies.naive),
	}));
	const chip = createChip({ scenario, seed, seats, pace: "human" });
	advance(chip, timeNs);
	return lesson.measure.of(measureChip(chip));
}

describe("what is looked for when a round is set up", () => {
	test("is each kind of its chips once, however many there are", () => {
		const searches = searchesOf(logOf(amdahl, 8));
		expect(searches.map(({ scenario }) => scenario.machine.cores.length)).toEqual([4, 2, 8, 1]);
	});

	test("is both sides of a lesson that has two", () => {
		const twoSided = LESSONS.filter((lesson) => sidesOf(lesson).length === 2);
		expect(twoSided.length).toBeGreaterThan(0);
		for (const lesson of twoSided)
			expect(searchesOf(logOf(lesson, 4 * lesson.chipCores.length))).toHaveLength(
				2 * lesson.chipCores.length,
			);
	});

	test("is nothing in an experiment", () => {
		expect(searchesOf(logOf(brain))).toEqual([]);
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
			expect(asked).toEqual(searchesOf({ header, commands: [] }));
		},
	);
});

describe("references", () => {
	test.each(LESSONS.filter(isPlayed))("of $id: 0 is what bots come to that nobody touches", (lesson) => {
		const log = { ...logOf(lesson), turns: 6 * TURNS_ENOUGH };
		const { chips, references } = measureRound(presentRound(log));
		chips.forEach((chip, index) => {
			if (lesson.measureCores.includes(chip.cores)) return;
			expect(at(references, index).naive.value).toBe(lesson.measure.of(chip));
			expect(chip.score, "nobody held a seat").toBeNull();
		});
	});

	test.each(LESSONS.filter(isPlayed))(
		"of $id: the best known beats all of its policies, with some seats held or all",
		(lesson) => {
			const cores = numberAt(lesson.chipCores, 0);
			const [search] = searchesOf(logOf(lesson));
			if (search === undefined) throw new Error("nothing to search for");
			const open = seatsOpen(lesson, cores);
			const sign = lesson.measure.better === "more" ? 1 : -1;
			for (const held of [open, [numberAt(open, open.length - 1)]]) {
				const { naive, best } = humanReferences(lesson, { ...search, held });
				const expert = playedBy(lesson, search, held, lesson.policies.expert);
				expect(sign * best.value).toBeGreaterThanOrEqual(sign * naive.value);
				expect(sign * best.value).toBeGreaterThanOrEqual(sign * expert);
			}
		},
	);

	test("are the same for whom the order of arriving alone tells apart, and others for other seats held", () => {
		const isPerson = (_chip: number, seat: number) => seat === 2;
		const header = createRoundHeader(bigLittle, 5, 1, isPerson);
		const drive = (seat: number, driver: "person" | "bot", turn = 0) =>
			({ turn, chip: 0, seat, command: { type: "drive", driver } }) as const;
		expect(heldSeats({ header, commands: [] }, 0)).toEqual([2]);
		expect(heldSeats({ header, commands: [drive(1, "person"), drive(2, "bot")] }, 0)).toEqual([1]);
		const late = [drive(1, "person", 30), drive(3, "person", 41), drive(2, "bot", 9)];
		expect(heldSeats({ header, commands: late }, 0), "a few seconds late, later, and gone later").toEqual([
			1, 2,
		]);
	});

	test("where a round ends with its last task are of whole rounds; ended early, of the time that was played", () => {
		const header = headerOf(bigLittle);
		const measured = measureRound(presentRound({ header, commands: [], turns: TURNS_ENOUGH }));
		const whole = at(measured.references, 0);
		expect(at(measured.chips, 0).makespanNs).toBe(at(measured.chips, 0).timeNs);
		const cut = measureRound(presentRound({ header, commands: [], turns: 120 }));
		const { scenario } = at(header.chips, 0);
		const early = humanReferences(bigLittle, { scenario, seed: 5, held: [], timeNs: 120 * TURN_NS });
		expect(at(cut.references, 0)).toMatchObject({ naive: early.naive, best: early.best });
		expect(early.naive.value).toBeLessThan(whole.naive.value);
	});
});
