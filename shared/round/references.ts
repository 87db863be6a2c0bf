import type { LessonId } from "../lessons/ids.ts";
import type { Lesson } from "../lessons/lesson.ts";
import { lessonById } from "../lessons/table.ts";
import { policyById } from "../policies/table.ts";
import { advance } from "../sim/advance.ts";
import type { Pace } from "../sim/chip.ts";
import { botSeats, createChip } from "../sim/create-chip.ts";
import { measureChip } from "./measure-chip.ts";
import type { Reference } from "./outcome.ts";
import type { ChipHeader } from "./round.ts";

/** What a chip of a round is held against, on the same scenario and seed, over the same time. */
export type ChipReferences = {
	readonly naive: Reference;
	readonly best: Reference;
	readonly machine: Reference;
};

/** Runs the lesson's naive policy and its rivals at human pace, and the rivals at machine speed. */
export function findReferences(
	lessonId: string,
	header: ChipHeader,
	seed: number,
	timeNs: number,
): ChipReferences {
	const lesson = lessonById(lessonId as LessonId);
	const run = (policy: string, pace: Pace): Reference => ({
		policy,
		pace,
		value: measuredValue(lesson, header, seed, timeNs, policy, pace),
	});
	const naive = run(lesson.naivePolicy, "human");
	return {
		naive,
		best: bestOf([naive, ...lesson.rivalPolicies.map((policy) => run(policy, "human"))]),
		machine: bestOf(lesson.rivalPolicies.map((policy) => run(policy, "machine"))),
	};
}

function measuredValue(
	lesson: Lesson,
	header: ChipHeader,
	seed: number,
	timeNs: number,
	policyId: string,
	pace: Pace,
): number {
	const { scenario } = header;
	const seats = botSeats(scenario.machine.cores.length, policyById(policyId));
	const chip = createChip({ scenario, seed, seats, pace });
	advance(chip, timeNs);
	return lesson.measure(measureChip(chip));
}

function bestOf(references: readonly Reference[]): Reference {
	return references.reduce((best, reference) => (reference.value > best.value ? reference : best));
}
