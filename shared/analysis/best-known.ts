import { inOrder } from "../policies/in-order.ts";
import { POLICIES } from "../policies/table.ts";
import { runToEnd } from "../sim/advance.ts";
import type { Chip } from "../sim/chip.ts";
import { botSeats, createChip } from "../sim/create-chip.ts";
import type { Policy } from "../sim/policy.ts";
import { workDoneAt } from "../sim/progress.ts";
import type { Scenario } from "../sim/scenario.ts";
import { lowerBounds } from "./bounds.ts";
import { searchOrder } from "./list-search.ts";

export type BestKnown = {
	/** Name of the policy, or "order" where an order that the search has found is better than all of them. */
	readonly policy: string;
	/** Thread ids in the order in which they begin. */
	readonly order: readonly number[];
	/** The chip at its end under that policy. */
	readonly chip: Chip;
	readonly simulations: number;
	/** What no schedule can beat over what was reached, 0 to 1; undefined where no bound is known. */
	readonly efficiency: number | undefined;
};

export type SearchLimits = {
	/** Simulations at most, those of the policies among them. */
	readonly simulations: number;
	/** Asked before each simulation of an order. */
	readonly mayGoOn: () => boolean;
};

/**
 * The best schedule of a scenario that is found within the limits, at machine pace: every policy, then list
 * orders, from that of the best policy on. Less time is better, or more work where the time is given. Without a
 * limit of time the same seed finds the same.
 */
export function findBestKnown(scenario: Scenario, seed: number, limits: SearchLimits): BestKnown {
	const tried = POLICIES.slice(0, limits.simulations).map((policy) => ({
		policy: policy.id,
		chip: runUnder(scenario, seed, policy),
	}));
	let best = tried.reduce((found, each) => (costOf(each.chip) < costOf(found.chip) ? each : found));
	let simulations = tried.length;
	searchOrder(startOrder(best.chip), limits.simulations - simulations, seed, (order) => {
		if (simulations >= limits.simulations || !limits.mayGoOn()) return Number.POSITIVE_INFINITY;
		simulations++;
		const chip = runUnder(scenario, seed, inOrder(order));
		if (costOf(chip) < costOf(best.chip)) best = { policy: "order", chip };
		return costOf(chip);
	});
	return { ...best, order: startOrder(best.chip), simulations, efficiency: efficiencyOf(best.chip) };
}

function runUnder(scenario: Scenario, seed: number, policy: Policy): Chip {
	const seats = botSeats(scenario.machine.cores.length, policy);
	const chip = createChip({ scenario, seed, seats, pace: "machine" });
	runToEnd(chip);
	return chip;
}

/** Less is better. What never comes to its end costs more than anything that does. */
function costOf(chip: Readonly<Chip>): number {
	if (!chip.finished) return Number.POSITIVE_INFINITY;
	return chip.scenario.end.type === "horizon" ? -workDoneAt(chip, chip.nowNs) : chip.nowNs;
}

function startOrder(chip: Readonly<Chip>): number[] {
	const begun = [...chip.threads].sort((left, right) => left.startNs - right.startNs || left.id - right.id);
	return begun.map(({ id }) => id);
}

/** Bounds are known for jobs that all arrive at given times, and for the work that fits into a given time. */
function efficiencyOf(chip: Readonly<Chip>): number | undefined {
	const { end, arrivals, machine } = chip.scenario;
	if (!chip.finished || chip.nowNs === 0) return undefined;
	if (end.type === "horizon") {
		const speeds = machine.cores.reduce((sum, { speed }) => sum + speed, 0);
		return workDoneAt(chip, chip.nowNs) / (speeds * chip.nowNs);
	}
	if (end.type !== "done" || arrivals.some(({ type }) => type !== "at")) return undefined;
	return lowerBounds(chip.scenario).leastNs / chip.nowNs;
}
