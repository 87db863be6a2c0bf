import { NEVER_NS } from "../lib/units.ts";
import { advance, runToEnd } from "../sim/advance.ts";
import { checksum } from "../sim/chip/checksum.ts";
import type { Chip, ReadonlyChip } from "../sim/chip/chip.ts";
import { cloneChip } from "../sim/chip/clone.ts";
import type { Policy } from "../sim/chip/policy.ts";
import { carriedOut, type Plan } from "./plan.ts";

/** Moments of a run that are kept, so that a plan that differs later need not be simulated from the start. */
const MOMENTS = 8;

/**
 * A plan made of another one: the same until the first of `threads` is announced, and before `sinceNs`. Of a first
 * plan `sinceNs` is 0.
 */
export type Variant = {
	readonly plan: Plan;
	readonly threads: readonly number[];
	readonly sinceNs: number;
};

/** Simulates plans, each from where it differs from the adopted one. */
export type PlanRuns = {
	/** Simulates the plan up to `untilNs` and returns its chip, which is not to be advanced. */
	readonly run: (variant: Variant, untilNs: number) => ReadonlyChip;
	/** Makes the variant that was run last the one from which further ones are made. */
	readonly adopt: (variant: Variant) => void;
};

/** `open` creates the chip at time 0, its seats played by the policy. */
export function createPlanRuns(open: (policy: Policy) => Chip): PlanRuns {
	let adopted: ReadonlyChip | undefined;
	let last: Chip | undefined;
	/** Chips under the adopted plan, earliest first. */
	let moments: ReadonlyChip[] = [];
	const differsNs = ({ threads, sinceNs }: Variant): number =>
		Math.min(sinceNs, ...threads.map((id) => adopted?.threads[id]?.announcedNs ?? NEVER_NS));
	const begin = (variant: Variant): Chip => {
		const policy = carriedOut(variant.plan);
		const fromNs = differsNs(variant);
		const moment = moments.findLast(({ nowNs }) => nowNs < fromNs);
		if (moment === undefined) return open(policy);
		const chip = cloneChip(moment);
		for (const seat of chip.seats) seat.policy = policy;
		return chip;
	};
	return {
		run: (variant, untilNs) => {
			last = begin(variant);
			if (untilNs === NEVER_NS) runToEnd(last);
			else advance(last, untilNs);
			return last;
		},
		adopt: (variant) => {
			const chip = last;
			if (chip === undefined || (adopted !== undefined && isSameEnd(adopted, chip))) return;
			const again = begin(variant);
			const fromNs = differsNs(variant);
			moments = moments.filter(({ nowNs }) => nowNs < fromNs);
			for (let moment = 1; moment < MOMENTS; moment++) {
				const atNs = Math.floor((moment * chip.nowNs) / MOMENTS);
				if (atNs <= again.nowNs) continue;
				advance(again, atNs);
				moments.push(cloneChip(again));
			}
			adopted = chip;
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
