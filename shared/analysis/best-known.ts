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
import { lowerBounds } from "./bounds.ts";
import { searchLocally } from "./local-search.ts";
import { type Actions, carriedOut, type Plan } from "./plan.ts";
import { changesOf } from "./plan-changes.ts";
import { recordPlan, startOrder } from "./record-plan.ts";

/** Eight times as long as a round's tick: which of two schedules is better hardly ever depends on it. */
const SEARCH_TICK_NS = 8 * TICK_NS;

/** So many of the plans that came out best are played exactly: the order of close ones may be another then. */
const PLAYED_EXACTLY = 3;

export type BestKnown = {
	/** Name of the policy, or "plan" where a plan that the search has found is better than all of them. */
	readonly policy: string;
	/** Thread ids in the order in which they begin. */
	readonly order: readonly number[];
	/** What was decided, so that it can be played again. */
	readonly plan: Plan;
	/** The chip at its end under that policy. */
	readonly chip: Chip;
	readonly simulations: number;
	/** What no schedule can beat over what was reached, 0 to 1; undefined where no bound is known. */
	readonly efficiency: number | undefined;
};

export type SearchLimits = {
	/** Simulations at most, those of the policies among them. */
	readonly simulations: number;
	/** Asked before each simulation of a plan. */
	readonly mayGoOn: () => boolean;
	/** What a chip at its end is judged by, less is better; else by its time, or by its work where the time is given. */
	readonly costOf?: (chip: ReadonlyChip) => number;
	/** The kinds of command that plans may use; all, where nothing is said. */
	readonly actions?: Actions;
	/** What is tried before anything else, for up to half of the simulations; all policies, where nothing is said. */
	readonly policies?: readonly Policy[];
	/** How long is played, if not to the scenario's end. */
	readonly timeNs?: number;
};

/**
 * The best schedule of a scenario that is found within the limits, at machine pace: every policy, then plans, which
 * begin with what the best policy has decided and change one thing at a time: when, where and how a thread runs,
 * at which clock, whether it makes way, and every mode from any moment on. Tries look at caches and bus more rarely
 * than a round does; what is found is then played as exactly as one, and so is the best policy beside a plan. Without
 * a limit of time the same seed finds the same.
 */
export function findBestKnown(scenario: Scenario, seed: number, limits: SearchLimits): BestKnown {
	const { costOf = timeOrWork, actions = EVERYTHING, policies = POLICIES, timeNs = NEVER_NS } = limits;
	const open = (policy: Policy, tickLengthNs: number): Chip =>
		createChip({
			scenario,
			seed,
			seats: botSeats(scenario.machine.cores.length, policy),
			pace: "machine",
			tickLengthNs,
		});
	const play = (chip: Chip, sink?: EventSink): void =>
		timeNs === NEVER_NS ? runToEnd(chip, sink) : advance(chip, timeNs, sink);
	const costUnder = (policy: Policy): number => {
		const chip = open(policy, SEARCH_TICK_NS);
		play(chip);
		return costOf(chip);
	};
	const tried = policies
		.slice(0, Math.ceil(limits.simulations / 2))
		.map((policy) => ({ policy, cost: costUnder(policy) }));
	const known = tried.reduce((found, each) => (each.cost < found.cost ? each : found));
	let simulations = tried.length;
	const exact = open(known.policy, TICK_NS);
	const recorded = recordPlan(exact, play);
	const better: { readonly policy: Policy; readonly cost: number }[] = [known];
	const costOfPlan = (plan: Plan): number => {
		if (simulations >= limits.simulations || !limits.mayGoOn()) return Number.POSITIVE_INFINITY;
		simulations++;
		const policy = carriedOut(plan);
		const cost = costUnder(policy);
		if (cost < at(better, better.length - 1).cost) better.push({ policy, cost });
		return cost;
	};
	const starts = startsOf(recorded).map((plan) => ({ plan, cost: costOfPlan(plan) }));
	const first = starts.reduce((found, each) => (each.cost < found.cost ? each : found)).plan;
	searchLocally(first, changesOf(exact, actions), limits.simulations - simulations, seed, costOfPlan);
	let found = { policy: known.policy.id, chip: exact, plan: recorded };
	for (const { policy } of better.slice(1).slice(-PLAYED_EXACTLY)) {
		const chip = open(policy, TICK_NS);
		const plan = recordPlan(chip, play);
		if (costOf(chip) < costOf(found.chip)) found = { policy: "plan", chip, plan };
	}
	return { ...found, order: startOrder(found.chip), simulations, efficiency: efficiencyOf(found.chip) };
}

/** What the best policy did; the same with every thread on whichever core is free; and nothing but its order. */
function startsOf(recorded: Plan): Plan[] {
	const anywhere = { ...recorded, cores: [] };
	return [
		recorded,
		anywhere,
		{ ...anywhere, ways: [], points: [], modes: [], yields: [], restarts: false, slices: false },
	];
}

/** Of no lesson in particular. */
const EVERYTHING: Actions = {
	scheduler: ["quantum", "reserve", "cap", "lockMode", "inherit"],
	core: ["choose", "clock", "spinFor", "sleepAfter", "yield"],
};

/** Less is better. What never comes to its end costs more than anything that does. */
function timeOrWork(chip: ReadonlyChip): number {
	if (!chip.finished) return Number.POSITIVE_INFINITY;
	return chip.scenario.end.type === "horizon" ? -workDoneAt(chip, chip.nowNs) : chip.nowNs;
}

/** Bounds are known for jobs that all arrive at given times, and for the work that fits into a given time. */
function efficiencyOf(chip: ReadonlyChip): number | undefined {
	const { end, arrivals, machine } = chip.scenario;
	if (!chip.finished || chip.nowNs === 0) return undefined;
	if (end.type === "horizon") {
		const speeds = sumOf(machine.cores, ({ speed }) => speed);
		return workDoneAt(chip, chip.nowNs) / (speeds * chip.nowNs);
	}
	if (end.type !== "done" || arrivals.some(({ type }) => type !== "at")) return undefined;
	return lowerBounds(chip.scenario).leastNs / chip.nowNs;
}
