import { findBestKnown } from "../analysis/best-known.ts";
import type { LessonId } from "../lessons/ids.ts";
import { isPlayed } from "../lessons/kind.ts";
import type { Reference } from "../lessons/outcome.ts";
import { policiesToTry } from "../lessons/policies-to-try.ts";
import { lessonById } from "../lessons/table.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import { policyById } from "../policies/table.ts";
import type { RoundHeader } from "../round/round.ts";
import { advance } from "../sim/advance.ts";
import type { ReadonlyChip } from "../sim/chip/chip.ts";
import { botSeats, createChip } from "../sim/create-chip.ts";
import { type Compared, type HumanReferences, humanReferences } from "./human-paced-references.ts";
import { measureChip } from "./measure-chip.ts";
import { wholeNs } from "./simulate-players.ts";

/**
 * References for a chip of a round, on the same scenario and seed over the same time; `machine`: the best at
 * machine speed.
 */
export type ChipReferences = HumanReferences & { readonly machine: Reference };

/** Arguments of a search for the references of a chip. */
export type ReferenceSearch = Compared & { readonly lesson: string };

/**
 * Budget of about a second in a worker, for which no screen waits: this many simulations of a round of 90 s of
 * play.
 */
const SIMULATIONS = 40;
const SIMULATED_NS = 90 * NS_PER_PLAY_S;

/**
 * Runs the lesson's policies at human pace, and searches at machine speed over every kind of action that the
 * lesson allows. Deterministic in its arguments.
 */
export function findReferences({ lesson: lessonId, ...compared }: ReferenceSearch): ChipReferences {
	const lesson = lessonById(lessonId as LessonId);
	const { scenario, seed, timeNs } = compared;
	const { expert, rivals } = lesson.policies;
	const sign = lesson.measure.better === "more" ? -1 : 1;
	const costOf = (chip: ReadonlyChip): number => sign * lesson.measure.of(measureChip(chip));
	const { naive, best, lastedNs } = humanReferences(lesson, compared);
	const atMachineSpeed = (policy: string): Reference => {
		const seats = botSeats(scenario.machine.cores.length, policyById(policy));
		const chip = createChip({ scenario, seed, seats, pace: "machine" });
		advance(chip, timeNs);
		return { policy, pace: "machine", value: sign * costOf(chip) };
	};
	const searched = findBestKnown(scenario, seed, {
		simulations: Math.ceil(SIMULATIONS * Math.min(1, SIMULATED_NS / Math.max(1, lastedNs)) ** 2),
		mayGoOn: () => true,
		costOf,
		actions: lesson.actions,
		policies: policiesToTry(lesson),
		timeNs,
	});
	const plan: Reference = { policy: searched.policy, pace: "machine", value: sign * costOf(searched.chip) };
	// A player at machine speed can do all that slower ones do.
	const machine = [plan, ...[expert, ...rivals].map(atMachineSpeed)].reduce(
		(leader, rival) => (sign * (rival.value - leader.value) < 0 ? rival : leader),
		best,
	);
	return { naive, best, machine };
}

/**
 * Searches that can start as soon as a round is set up: one per kind of chip, over a round that nobody ends
 * early. None in an experiment, in which nobody has a score.
 */
export function searchesOf({ lesson, seed, chips }: RoundHeader): ReferenceSearch[] {
	if (!isPlayed(lessonById(lesson as LessonId))) return [];
	const kinds = new Map(chips.map((chip) => [kindOf(chip), chip.scenario]));
	return [...kinds.values()].map((scenario) => ({ lesson, scenario, seed, timeNs: wholeNs(scenario) }));
}

/** Key of a chip's kind: equal for chips of a round with the same scenario. */
export function kindOf({ side, seats }: RoundHeader["chips"][number]): string {
	return `${side} ${seats.length}`;
}
