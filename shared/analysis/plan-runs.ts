import { NEVER_NS } from "../lib/units.ts";
import { advance, runToEnd } from "../sim/advance.ts";
import { checksum } from "../sim/chip/checksum.ts";
import type { Chip, ReadonlyChip } from "../sim/chip/chip.ts";
import { cloneChip } from "../sim/chip/clone.ts";
import type { Policy } from "../sim/chip/policy.ts";
import { carriedOut, type Plan } from "./plan.ts";

/** Moments of a run that may be kept, evenly spread, so that a plan that differs later starts from one of them. */
const MOMENTS = 16;

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

/** A plan's chip at its end, and its checksum once that was asked for. */
type Adopted = { readonly chip: ReadonlyChip; sum: number | undefined };

/** `open` creates the chip at time 0, its seats played by the policy. */
export function createPlanRuns(open: (policy: Policy) => Chip): PlanRuns {
	let adopted: Adopted | undefined;
	let last: Chip | undefined;
	/** Chips under the adopted plan, earliest first, none left out between them. */
	let moments: ReadonlyChip[] = [];
	/** Between two moments; known once there is a run. */
	let stepNs = NEVER_NS;
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
	/** What both plans come to is kept on the way: nothing is simulated only to be kept. */
	const keepMoments = (chip: Chip, toNs: number): void => {
		for (let nextNs = (moments.length + 1) * stepNs; nextNs < toNs && !chip.finished; nextNs += stepNs) {
			advance(chip, nextNs);
			moments.push(cloneChip(chip));
		}
	};
	return {
		knownCost: (variant) => {
			if (adopted === undefined) return undefined;
			if (differsNs(variant) === NEVER_NS) return adoptedCost;
			return tried.has(variant.change) ? Number.POSITIVE_INFINITY : undefined;
		},
		run: (variant, untilNs) => {
			tried.add(variant.change);
			const fromNs = differsNs(variant);
			const chip = begin(variant.plan, fromNs);
			keepMoments(chip, Math.min(fromNs, untilNs));
			if (untilNs === NEVER_NS) runToEnd(chip);
			else advance(chip, untilNs);
			last = chip;
			return chip;
		},
		adopt: (variant, cost) => {
			adoptedCost = cost;
			tried.clear();
			const chip = last;
			const fromNs = differsNs(variant);
			// One that comes to the same has not been run.
			if (chip === undefined || fromNs === NEVER_NS) return;
			// Then moments of the one are moments of the other.
			if (adopted !== undefined && isSameEnd(adopted, chip)) return;
			if (stepNs === NEVER_NS) stepNs = Math.max(1, Math.floor(chip.nowNs / MOMENTS));
			moments = moments.filter(({ nowNs }) => nowNs < fromNs);
			adopted = { chip, sum: undefined };
		},
	};
}

/** Whether the chip has come to the same under another plan. */
function isSameEnd(adopted: Adopted, chip: ReadonlyChip): boolean {
	const { nowNs, threads } = adopted.chip;
	const isLikely =
		nowNs === chip.nowNs && threads.every(({ finishNs }, id) => finishNs === chip.threads[id]?.finishNs);
	if (!isLikely) return false;
	adopted.sum ??= checksum(adopted.chip);
	return adopted.sum === checksum(chip);
}
