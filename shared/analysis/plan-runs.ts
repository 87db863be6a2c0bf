import { NEVER_NS } from "../lib/units.ts";
import { advance, runToEnd } from "../sim/advance.ts";
import { checksum } from "../sim/chip/checksum.ts";
import type { Chip, ReadonlyChip } from "../sim/chip/chip.ts";
import { cloneChip } from "../sim/chip/clone.ts";
import type { Policy } from "../sim/chip/policy.ts";
import { carriedOut, type Plan } from "./plan.ts";

/** Moments of a run that are kept, so that a plan that differs later need not be simulated from the start. */
const MOMENTS = 16;
/** They are found again, which takes as long as a run or two, once so many plans have been made of one in vain. */
const LEFT_MIN = 4;

/** A plan made of another one. */
export type Variant = {
	readonly plan: Plan;
	/** Names what differs: two variants of one plan with the same name are the same. */
	readonly change: string;
	/**
	 * A time before which the two come to the same, by the chip at its end under the other plan; NEVER_NS if they never
	 * differ. 0 of a first plan.
	 */
	readonly differsNs: (chip: ReadonlyChip) => number;
};

/** Simulates plans, each from where it differs from the adopted one. */
export type PlanRuns = {
	/**
	 * What the variant costs, if that is known without a run: as much as the adopted plan if it comes to the same,
	 * infinity if it was run before and not adopted.
	 */
	readonly knownCost: (variant: Variant) => number | undefined;
	/** Simulates the plan up to `untilNs` and returns its chip, which is not to be advanced. */
	readonly run: (variant: Variant, untilNs: number) => ReadonlyChip;
	/** Makes the variant, which was run last or comes to the same, the one from which further ones are made. */
	readonly adopt: (variant: Variant, cost: number) => void;
};

/** `open` creates the chip at time 0, its seats played by the policy. */
export function createPlanRuns(open: (policy: Policy) => Chip): PlanRuns {
	let adopted: { readonly plan: Plan; readonly chip: ReadonlyChip } | undefined;
	let last: Chip | undefined;
	/** Chips under the adopted plan, earliest first, and how often it was left since it was adopted. */
	let moments: ReadonlyChip[] = [];
	let left = 0;
	let adoptedCost = Number.POSITIVE_INFINITY;
	/** Changes of the adopted plan that were run. */
	const tried = new Set<string>();
	const differsNs = (variant: Variant): number =>
		adopted === undefined ? 0 : variant.differsNs(adopted.chip);
	const begin = (plan: Plan, fromNs: number): Chip => {
		const policy = carriedOut(plan);
		const moment = moments.findLast(({ nowNs }) => nowNs < fromNs);
		if (moment === undefined) return open(policy);
		const chip = cloneChip(moment);
		for (const seat of chip.seats) seat.policy = policy;
		return chip;
	};
	const keepMoments = (plan: Plan, endNs: number): void => {
		const again = begin(plan, NEVER_NS);
		for (let moment = 1; moment < MOMENTS; moment++) {
			const atNs = Math.floor((moment * endNs) / MOMENTS);
			if (atNs <= again.nowNs) continue;
			advance(again, atNs);
			moments.push(cloneChip(again));
		}
	};
	return {
		knownCost: (variant) => {
			if (adopted === undefined) return undefined;
			if (differsNs(variant) === NEVER_NS) return adoptedCost;
			return tried.has(variant.change) ? Number.POSITIVE_INFINITY : undefined;
		},
		run: (variant, untilNs) => {
			left++;
			tried.add(variant.change);
			if (adopted !== undefined && left === LEFT_MIN) keepMoments(adopted.plan, adopted.chip.nowNs);
			last = begin(variant.plan, differsNs(variant));
			if (untilNs === NEVER_NS) runToEnd(last);
			else advance(last, untilNs);
			return last;
		},
		adopt: (variant, cost) => {
			adoptedCost = cost;
			tried.clear();
			const chip = last;
			const fromNs = differsNs(variant);
			// One that comes to the same has not been run.
			if (chip === undefined || fromNs === NEVER_NS) return;
			if (adopted !== undefined && isSameEnd(adopted.chip, chip)) return;
			moments = moments.filter(({ nowNs }) => nowNs < fromNs);
			adopted = { plan: variant.plan, chip };
			left = 0;
		},
	};
}

/** Whether two plans came to the same: then moments of one are moments of the other. */
function isSameEnd(one: ReadonlyChip, other: ReadonlyChip): boolean {
	const isLikely =
		one.nowNs === other.nowNs &&
		one.threads.every(({ finishNs }, id) => finishNs === other.threads[id]?.finishNs);
	return isLikely && checksum(one) === checksum(other);
}
