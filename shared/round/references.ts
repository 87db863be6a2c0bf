import { findBestKnown } from "../analysis/best-known.ts";
import type { LessonId } from "../lessons/ids.ts";
import type { Lesson } from "../lessons/lesson.ts";
import { lessonById } from "../lessons/table.ts";
import { POLICIES, policyById } from "../policies/table.ts";
import { advance } from "../sim/advance.ts";
import type { Chip, Pace } from "../sim/chip.ts";
import { botSeats, createChip } from "../sim/create-chip.ts";
import { NS_PER_PLAY_S } from "../sim/units.ts";
import { measureChip } from "./measure-chip.ts";
import type { Reference } from "./outcome.ts";
import type { ChipHeader } from "./round.ts";

/** What a chip of a round is held against, on the same scenario and seed, over the same time. */
export type ChipReferences = {
	readonly naive: Reference;
	readonly best: Reference;
	readonly machine: Reference;
};

/** A few seconds at most, in a worker, of which no screen waits: so many simulations of a round of 90 s of play. */
const SIMULATIONS = 40;
const SIMULATED_NS = 90 * NS_PER_PLAY_S;

/**
 * Runs the lesson's players at human pace, and searches at machine speed over every kind of action that the lesson
 * allows. The same arguments give the same.
 */
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
	const { naive: naiveId, insight, constants, rivals } = lesson.players;
	const naive = run(naiveId, "human");
	const better = bestBy(lesson.measure.better);
	const sign = lesson.measure.better === "more" ? -1 : 1;
	const costOf = (chip: Readonly<Chip>): number => sign * lesson.measure.of(measureChip(chip));
	const simulations = Math.ceil(SIMULATIONS * Math.min(1, SIMULATED_NS / Math.max(1, timeNs)) ** 2);
	// Its own players first: of a long round there is time for few.
	const own = [insight, ...rivals, ...constants].map(policyById);
	const searched = findBestKnown(header.scenario, seed, {
		simulations,
		mayGoOn: () => true,
		costOf,
		actions: lesson.actions,
		policies: [...new Set([...own, ...POLICIES])],
		timeNs,
	});
	const best = better([naive, ...[insight, ...constants, ...rivals].map((policy) => run(policy, "human"))]);
	return {
		naive,
		best,
		machine: better([
			// Who decides at once can do all that slower ones do.
			best,
			{ policy: searched.policy, pace: "machine", value: sign * costOf(searched.chip) },
			...[insight, ...rivals].map((policy) => run(policy, "machine")),
		]),
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
	return lesson.measure.of(measureChip(chip));
}

function bestBy(better: "more" | "less"): (references: readonly Reference[]) => Reference {
	const sign = better === "more" ? 1 : -1;
	return (references) =>
		references.reduce((best, reference) => (sign * (reference.value - best.value) > 0 ? reference : best));
}
