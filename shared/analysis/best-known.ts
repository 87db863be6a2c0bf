import { inOrder } from "../policies/in-order.ts";
import { POLICIES } from "../policies/table.ts";
import { runToEnd } from "../sim/advance.ts";
import type { Chip } from "../sim/chip.ts";
import { botSeats, createChip } from "../sim/create-chip.ts";
import type { Policy } from "../sim/policy.ts";
import { workDoneAt } from "../sim/progress.ts";
import type { Scenario } from "../sim/scenario.ts";
import { TICK_NS } from "../sim/units.ts";
import { lowerBounds } from "./bounds.ts";
import { searchOrder } from "./list-search.ts";

/** Eight times as long as a round's tick: which of two schedules is better hardly ever depends on it. */
const SEARCH_TICK_NS = 8 * TICK_NS;

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
	/** What a chip at its end is judged by, less is better; else by its time, or by its work where the time is given. */
	readonly costOf?: (chip: Readonly<Chip>) => number;
};

/**
 * The best schedule of a scenario that is found within the limits, at machine pace: every policy, then list
 * orders, from that of the best policy on. Tries look
 * at caches and bus more rarely than a round does; what is found is then played as exactly as one. Without a limit
 * of time the same seed finds the same.
 */
export function findBestKnown(scenario: Scenario, seed: number, limits: SearchLimits): BestKnown {
	const costOf = limits.costOf ?? timeOrWork;
	const tried = POLICIES.slice(0, limits.simulations).map((policy) => ({
		policy,
		chip: runUnder(scenario, seed, policy, SEARCH_TICK_NS),
	}));
	let best = tried.reduce((found, each) => (costOf(each.chip) < costOf(found.chip) ? each : found));
	let simulations = tried.length;
	searchOrder(startOrder(best.chip), limits.simulations - simulations, seed, (order) => {
		if (simulations >= limits.simulations || !limits.mayGoOn()) return Number.POSITIVE_INFINITY;
		simulations++;
		const policy = inOrder(order);
		const chip = runUnder(scenario, seed, policy, SEARCH_TICK_NS);
		if (costOf(chip) < costOf(best.chip)) best = { policy, chip };
		return costOf(chip);
	});
	const chip = runUnder(scenario, seed, best.policy, TICK_NS);
	const policy = POLICIES.includes(best.policy) ? best.policy.id : "order";
	return { policy, chip, order: startOrder(chip), simulations, efficiency: efficiencyOf(chip) };
}

function runUnder(scenario: Scenario, seed: number, policy: Policy, tickLengthNs: number): Chip {
	const seats = botSeats(scenario.machine.cores.length, policy);
	const chip = createChip({ scenario, seed, seats, pace: "machine", tickLengthNs });
	runToEnd(chip);
	return chip;
}

/** Less is better. What never comes to its end costs more than anything that does. */
function timeOrWork(chip: Readonly<Chip>): number {
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
