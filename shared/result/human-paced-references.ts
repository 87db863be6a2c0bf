import { findBestSeats } from "../analysis/best-seats.ts";
import type { Lesson } from "../lessons/lesson.ts";
import type { Reference } from "../lessons/outcome.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import { policyById } from "../policies/table.ts";
import type { ReadonlyChip } from "../sim/chip/chip.ts";
import type { Scenario } from "../sim/scenario/scenario.ts";
import { measureChip } from "./measure-chip.ts";

/** A chip to be compared with references: its scenario and seed, who plays it, and the time to compare over. */
export type Compared = {
	readonly scenario: Scenario;
	/** 32-bit unsigned. */
	readonly seed: number;
	/** Upper limit: a chip whose work is all done earlier is measured then. */
	readonly timeNs: number;
	/** Seats that people hold when play begins, the lowest first. */
	readonly held: readonly number[];
};

/** References that score 0 and 100: naive in every seat, and the best known in the seats held, naive elsewhere. */
export type HumanReferences = { readonly naive: Reference; readonly best: Reference };

/**
 * Simulations of a round of 90 s of play in a search at human pace, about a third of a second. More would find what no
 * person can: the search knows what comes.
 */
const SIMULATIONS = 40;
const SIMULATED_NS = 90 * NS_PER_PLAY_S;

/** Plays naively, and searches for the best play of the seats held, both at human pace. Deterministic. */
export function humanReferences(lesson: Lesson, { held, ...compared }: Compared): HumanReferences {
	const { naive, expert, constants, rivals } = lesson.policies;
	const sign = lesson.measure.better === "more" ? -1 : 1;
	const search = {
		...compared,
		costOf: (chip: ReadonlyChip) => sign * lesson.measure.of(measureChip(chip)),
		actions: lesson.actions,
		others: policyById(naive),
		policies: [expert, ...constants, ...rivals].map(policyById),
	};
	const reference = (policy: string, cost: number): Reference => ({
		policy,
		pace: "human",
		value: sign * cost,
	});
	const nobody = findBestSeats({ ...search, held: [], simulations: 1 });
	const first = reference(naive, nobody.cost);
	if (held.length === 0) return { naive: first, best: first };
	const lastedNs = Math.max(1, nobody.chip.nowNs);
	const simulations = Math.ceil(SIMULATIONS * Math.min(1, SIMULATED_NS / lastedNs));
	const { policy, cost } = findBestSeats({ ...search, held, simulations });
	return { naive: first, best: reference(policy, cost) };
}
