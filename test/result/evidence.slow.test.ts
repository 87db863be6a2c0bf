import { describe, expect, test } from "vitest";
import { isPlayed } from "#shared/lessons/kind.ts";
import type { Lesson, LessonPolicies } from "#shared/lessons/lesson.ts";
import { LESSONS, lessonById } from "#shared/lessons/table.ts";
import { at } from "#shared/lib/assert.ts";
import { TURN_NS } from "#shared/lib/units.ts";
import { conceptEvidence, evidenceOf, type SeatEvidence } from "#shared/result/evidence.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import { presentRound } from "#shared/round/recorded-round.ts";
import { openChip, type RoundLog, type StampedCommand, startChipTurn } from "#shared/round/round.ts";
import { advance } from "#shared/sim/advance.ts";

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
		SEEDS.flatMap((seed) =>
			evidenceOf(presentRound(roundOf(lesson, seed, who)), 0, "bot").flatMap((seat) => seat.concepts),
		);
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

	test("says nothing of a seat in which nobody decided, whoever held it and whatever was done there", () => {
		for (const lesson of LESSONS.filter(isPlayed)) {
			const header = createRoundHeader(lesson, 1, 1, () => true);
			const log = { header, commands: [], turns: 200 };
			const shown = evidenceOf(presentRound(log), 0);
			expect(shown.map(({ decisions }) => decisions)).toEqual(shown.map(() => 0));
			for (const concept of shown.flatMap(({ concepts }) => concepts))
				expect(concept, lesson.id).toMatchObject({ arose: 0, taken: 0, seen: false, used: false });
		}
	});

	test("counts what a person did, and not what was done around it", () => {
		const lesson = lessonById("cache-affinity");
		const header = createRoundHeader(lesson, 1, 1, (_chip, seat) => seat === 0);
		const opened = openChip(header, 0);
		const commands: StampedCommand[] = [];
		for (let turn = 0; turn < 120; turn++) {
			const before = commands.length;
			const [first] = opened.shared;
			if (turn % 8 === 7 && first !== undefined) {
				const { job } = at(opened.threads, first);
				commands.push({ turn, chip: 0, seat: 0, command: { type: "deal", job, core: 0 } });
			}
			startChipTurn(opened, turn, commands.slice(before));
			advance(opened, (turn + 1) * TURN_NS);
		}
		const refused = { turn: 1, chip: 0, seat: 0, command: { type: "deal", job: 99, core: 0 } } as const;
		const signal = { turn: 2, chip: 0, seat: 0, command: { type: "signal", signal: "thanks" } } as const;
		const log = { header, commands: [refused, signal, ...commands], turns: 120 };
		const [scheduler, ...cores] = evidenceOf(presentRound(log), 0);
		expect(commands.length).toBeGreaterThan(5);
		expect(scheduler?.decisions).toBeGreaterThan(3);
		expect(scheduler?.decisions).toBeLessThanOrEqual(commands.length);
		expect(scheduler?.concepts.some(({ arose }) => arose > 0)).toBe(true);
		for (const { decisions, concepts } of cores) {
			expect(decisions).toBe(0);
			expect(concepts.every(({ arose }) => arose === 0)).toBe(true);
		}
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
