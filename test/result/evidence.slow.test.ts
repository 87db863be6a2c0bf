import { describe, expect, test } from "vitest";
import type { Lesson, LessonPolicies } from "#shared/lessons/lesson.ts";
import { LESSONS } from "#shared/lessons/table.ts";
import { at } from "#shared/lib/assert.ts";
import { conceptEvidence, evidenceOf, type SeatEvidence } from "#shared/result/evidence.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import { presentRound } from "#shared/round/recorded-round.ts";
import type { RoundLog } from "#shared/round/round.ts";

/** The first chip of a round whose seats are all played in one way. */
function roundOf(
	lesson: Lesson,
	seed: number,
	who: keyof Pick<LessonPolicies, "expert" | "random">,
): RoundLog {
	const header = createRoundHeader(lesson, seed, 1, () => false);
	const chip = at(header.chips, 0);
	const seats = chip.seats.map(() => ({ driver: "bot" as const, policy: lesson.policies[who] }));
	return { header: { ...header, chips: [{ ...chip, seats }] }, commands: [], turns: 360 };
}

/** Of so many rounds: chance alone may fool the judge in one of twenty, and some concepts have one seat in a round. */
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const played = new Map<string, readonly SeatEvidence[]>();

/** Every seat's evidence of the concept that can be judged at all. */
function judged(lesson: Lesson, who: "expert" | "random", concept: string): SeatEvidence[] {
	const key = `${lesson.id} ${who}`;
	const all =
		played.get(key) ??
		SEEDS.flatMap((seed) => evidenceOf(presentRound(roundOf(lesson, seed, who)), 0, "bot").flat());
	played.set(key, all);
	return all.filter((shown) => shown.concept === concept && shown.arose >= 3);
}

const share = (shown: readonly SeatEvidence[]): number =>
	shown.filter(({ used }) => used).length / Math.max(1, shown.length);

describe("evidence by concept", () => {
	for (const lesson of LESSONS)
		for (const { id } of lesson.concepts ?? [])
			test(`${lesson.id}, ${id}: who plays with expert has used it, who plays by chance has not`, () => {
				const expert = judged(lesson, "expert", id);
				expect(expert.length).toBeGreaterThan(0);
				expect(share(expert)).toBeGreaterThan(0.6);
				expect(share(judged(lesson, "random", id))).toBeLessThan(0.25);
			});

	test("says nothing of a seat while its bot decides", () => {
		const lesson = at(LESSONS, 0);
		for (const shown of evidenceOf(presentRound(roundOf(lesson, 1, "expert")), 0, "person").flat())
			expect(shown).toMatchObject({ arose: 0, seen: false, used: false });
	});

	test("is explained by the right answer to its own question only", () => {
		const lesson = at(LESSONS, 0);
		const { question } = at(lesson.concepts ?? [], 0);
		const { right, choices } = at(lesson.questions, question);
		const explained = (choice: number | null) =>
			at(
				conceptEvidence(
					lesson.id,
					undefined,
					lesson.questions.map((_, index) => (index === question ? choice : null)),
				),
				0,
			).explained;
		expect(explained(right)).toBe(true);
		expect(explained((right + 1) % choices)).toBe(false);
		expect(explained(null)).toBeNull();
	});
});
