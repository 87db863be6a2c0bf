import { at } from "../lib/assert.ts";
import { sumOf } from "../lib/statistics.ts";
import { NEVER_NS, TICK_NS } from "../lib/units.ts";
import { POLICIES } from "../policies/table.ts";
import { advance, runToEnd } from "../sim/advance.ts";
import type { Chip, ReadonlyChip } from "../sim/chip/chip.ts";
import type { EventSink } from "../sim/chip/event.ts";
import type { Policy } from "../sim/chip/policy.ts";
import { workDoneAt } from "../sim/chip/progress.ts";
import { botSeats, createChip } from "../sim/create-chip.ts";
import type { Scenario } from "../sim/scenario/scenario.ts";
import { bestPolicy } from "./best-policy.ts";
import { lowerBounds } from "./bounds.ts";
import { bestListSchedule } from "./list-schedule.ts";
import { searchLocally } from "./local-search.ts";
import { type Actions, carriedOut, type Plan } from "./plan.ts";
import { changesOf } from "./plan-changes.ts";
import { createPlanRuns, type Variant } from "./plan-runs.ts";
import { recordPlan, startOrder } from "./record-plan.ts";

/** Tick of a search, eight times a round's: which of two schedules is better hardly ever depends on it. */
const SEARCH_TICK_NS = 8 * TICK_NS;

/** Number of best plans that are replayed with the exact tick, because close ones may then change places. */
const PLAYED_EXACTLY = 3;

/** The best schedule that a search has found. */
export type BestKnown = {
	/** Id of the policy, or "plan" if a plan found by the search beats all policies. */
	readonly policy: string;
	/** Thread ids in the order in which they start. */
	readonly order: readonly number[];
	/** All its decisions, so that it can be played again. */
	readonly plan: Plan;
	/** The chip at its end under that policy. */
	readonly chip: Chip;
	readonly simulations: number;
	/** Lower bound of any schedule over what was reached, 0 to 1; undefined if no bound is known. */
	readonly efficiency: number | undefined;
};

/** Limits and objective of a search. */
export type SearchLimits = {
	/** Most simulations, those of the policies included. */
	readonly simulations: number;
	/** Called before each simulation of a plan; false ends the search. */
	readonly mayGoOn: () => boolean;
	/** Cost of a chip at its end, to be minimised [its time, or minus its work if its scenario has a horizon]. */
	readonly costOf?: (chip: ReadonlyChip) => number;
	/** Kinds of command that plans may use [all]. */
	readonly actions?: Actions;
	/** Policies tried first, with at most half of the simulations [all policies]. */
	readonly policies?: readonly Policy[];
	/** Time to simulate [to the scenario's end]. */
	readonly timeNs?: number;
};

/**
 * Searches for the best schedule of a scenario within the limits, at machine pace: first a race of policies, then
 * plans that start from the best policy's decisions, or from a list schedule where that is better, and change one
 * thing at a time: when, where and how a thread runs, at which clock, whether it makes way, and every mode from
 * any moment on. It ends early once no schedule can be better. Simulations use a coarser tick; the best plans and
 * the best policy are then replayed with the exact one. Deterministic unless `mayGoOn` ends it.
 */
export function findBestKnown(scenario: Scenario, seed: number, limits: SearchLimits): BestKnown {
	const { costOf = timeOrWork, actions = EVERYTHING, policies = POLICIES } = limits;
	const endNs = endOf(scenario, limits.timeNs);
	const opening =
		(tickLengthNs: number) =>
		(policy: Policy): Chip =>
			createChip({
				scenario,
				seed,
				seats: botSeats(scenario.machine.cores.length, policy),
				pace: "machine",
				tickLengthNs,
			});
	const play = (chip: Chip, sink?: EventSink): void =>
		endNs === undefined ? runToEnd(chip, sink) : advance(chip, endNs, sink);
	const tried = policies.slice(0, Math.ceil(limits.simulations / 2));
	const known = bestPolicy(tried, opening(SEARCH_TICK_NS), endNs, costOf);
	let simulations = tried.length;
	const exact = opening(TICK_NS)(known.policy);
	const recorded = recordPlan(exact, play);
	const better: { readonly plan: Plan | undefined; readonly cost: number }[] = [
		{ plan: undefined, cost: known.cost },
	];
	const leastNs = costOf === timeOrWork ? leastTimeNs(scenario) : undefined;
	const runs = createPlanRuns(opening(SEARCH_TICK_NS));
	let untilNs = endNs ?? NEVER_NS;
	const costOfPlan = (variant: Variant): number => {
		const { cost: bestCost } = at(better, better.length - 1);
		const isProved = leastNs !== undefined && bestCost - leastNs < 1;
		if (isProved || simulations >= limits.simulations || !limits.mayGoOn()) return Number.POSITIVE_INFINITY;
		const knownCost = runs.knownCost(variant);
		if (knownCost !== undefined) return knownCost;
		simulations++;
		const cost = costOf(runs.run(variant, untilNs));
		if (cost < bestCost) better.push({ plan: variant.plan, cost });
		return cost;
	};
	const plans = [...startsOf(recorded)];
	if (leastNs !== undefined && known.cost - leastNs >= 1)
		plans.unshift({ ...NOTHING_SET, ...bestListSchedule(exact, leastNs, seed) });
	const starts = plans.map(asFirst).map((variant) => ({ variant, cost: costOfPlan(variant) }));
	const first = starts.reduce((found, each) => (each.cost < found.cost ? each : found));
	// A makespan that is longer is too long, however much.
	if (leastNs !== undefined) untilNs = Math.min(first.cost, NEVER_NS);
	const tries = limits.simulations - simulations;
	searchLocally(first.variant, changesOf(exact, actions), tries, seed, costOfPlan, (variant, cost) => {
		runs.adopt(variant, cost);
		if (leastNs !== undefined) untilNs = Math.min(untilNs, cost);
	});
	let found = { policy: known.policy.id, chip: exact, plan: recorded };
	for (const { plan: other } of better.slice(1).slice(-PLAYED_EXACTLY)) {
		if (other === undefined) continue;
		const chip = opening(TICK_NS)(carriedOut(other));
		const plan = recordPlan(chip, play);
		if (costOf(chip) < costOf(found.chip)) found = { policy: "plan", chip, plan };
	}
	return { ...found, order: startOrder(found.chip), simulations, efficiency: efficiencyOf(found.chip) };
}

/** First plans: what the best policy did; the same with every thread on whichever core is free; and its order alone. */
function startsOf(recorded: Plan): Plan[] {
	return [recorded, { ...recorded, cores: [] }, { ...NOTHING_SET, order: recorded.order, cores: [] }];
}

function asFirst(plan: Plan): Variant {
	return { plan, change: "all", differsNs: () => 0 };
}

/** Every thread in its own way, at the clock as it is, to its end. */
const NOTHING_SET = { ways: [], points: [], modes: [], yields: [], restarts: false, slices: false } as const;

/** All kinds of command, for scenarios outside lessons. */
const EVERYTHING: Actions = {
	scheduler: ["quantum", "reserve", "cap", "lockMode", "inherit"],
	core: ["choose", "clock", "spinFor", "sleepAfter", "yield"],
};

/** Default cost: a chip that never ends costs more than any that does. */
function timeOrWork(chip: ReadonlyChip): number {
	if (chip.scenario.end.type === "horizon") return -workDoneAt(chip, chip.nowNs);
	return chip.finished ? chip.nowNs : Number.POSITIVE_INFINITY;
}

/** When the search's chips end at the latest; undefined if that depends on how they are scheduled. */
function endOf({ end }: Scenario, timeNs: number | undefined): number | undefined {
	if (end.type !== "horizon") return timeNs;
	return timeNs === undefined ? end.ns : Math.min(timeNs, end.ns);
}

/** What no schedule can beat, in ns, where that is known: all work arrives at given times, is given, and is to be done. */
function leastTimeNs(scenario: Scenario): number | undefined {
	const { end, arrivals, jobs } = scenario;
	if (end.type !== "done" || arrivals.some(({ type }) => type !== "at")) return undefined;
	const phases = jobs.flatMap(({ threads }) => threads.flatMap(({ program }) => program));
	if (phases.some((phase) => "spread" in phase && phase.spread !== "fixed")) return undefined;
	return lowerBounds(scenario).leastNs;
}

/** Bounds are known for jobs that all arrive at given times, and for the work that fits into a given time. */
function efficiencyOf(chip: ReadonlyChip): number | undefined {
	const { end, machine } = chip.scenario;
	if (!chip.finished || chip.nowNs === 0) return undefined;
	if (end.type === "horizon") {
		const speeds = sumOf(machine.cores, ({ speed }) => speed);
		return workDoneAt(chip, chip.nowNs) / (speeds * chip.nowNs);
	}
	const leastNs = leastTimeNs(chip.scenario);
	return leastNs && leastNs / chip.nowNs;
}
