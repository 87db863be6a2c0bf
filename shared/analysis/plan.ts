import { at } from "../lib/assert.ts";
import { NEVER_NS } from "../lib/units.ts";
import { NONE, type ReadonlyChip, type ReadonlyCore, type ReadonlyThread } from "../sim/chip/chip.ts";
import type { Command } from "../sim/chip/command.ts";
import { mayRun } from "../sim/chip/may-run.ts";
import type { Policy } from "../sim/chip/policy.ts";
import type { Scenario } from "../sim/scenario/scenario.ts";
import { byTarget, isSet, type Mode } from "./plan-modes.ts";

/**
 * A whole round decided in advance. By thread id: `cores` says where it runs (NONE: on whichever core is free
 * first), `ways` in which way, `points` at which operating point of its core (NONE: as it is). Threads without
 * an entry run last, anywhere, their own way.
 */
export type Plan = {
	/** Thread ids in the order in which they are to start. */
	readonly order: readonly number[];
	readonly cores: readonly number[];
	readonly ways: readonly number[];
	readonly points: readonly number[];
	/** Modes, and when they are set. */
	readonly modes: readonly Mode[];
	/** Threads that, while running, make way for new threads earlier in `order` that wait for their core. */
	readonly yields: readonly number[];
	/** Whether the scheduler restarts crashed processes at once. */
	readonly restarts: boolean;
	/** Whether threads take turns by slices, in scenarios with a quantum. */
	readonly slices: boolean;
};

/** Commands that the lesson allows, by kind of seat. */
export type Actions = {
	readonly scheduler: readonly Command["type"][];
	readonly core: readonly Command["type"][];
	/** Whether a way may go with the deal of a packet. */
	readonly dealsWays?: boolean;
};

/**
 * A policy that plays the plan at machine pace: every idle core plans the next thread of the plan, then sets
 * its way and operating point.
 */
export function carriedOut(plan: Plan): Policy {
	const ranks = ranksOf(plan);
	const rankOf = (id: number): number => ranks[id] ?? plan.order.length + id;
	const coreOf = (id: number): number => plan.cores[id] ?? NONE;
	const makesWay: boolean[] = [];
	for (const id of plan.yields) makesWay[id] = true;
	const targets = targetsOf(plan);
	// The first thread in the order that the core may start now, if it comes before `rank`.
	const nextFor = (chip: ReadonlyChip, core: ReadonlyCore, rank: number): ReadonlyThread | undefined => {
		let next = NONE;
		let first = rank;
		// The cheapest question comes first: this is asked of every thread after every event.
		for (const id of core.queue) {
			const own = rankOf(id);
			if (own >= first || !mayStart(chip, core, id)) continue;
			next = id;
			first = own;
		}
		for (const id of chip.shared) {
			const own = rankOf(id);
			if (own >= first || !isFor(core.id, coreOf(id)) || !mayStart(chip, core, id)) continue;
			next = id;
			first = own;
		}
		return chip.threads[next];
	};
	const actOf = (chip: ReadonlyChip, core: ReadonlyCore): Command | undefined => {
		const { thread } = core;
		if (chip.ready === 0 || (thread !== NONE && makesWay[thread] !== true)) return undefined;
		const next = nextFor(chip, core, thread === NONE ? NEVER_NS : rankOf(thread));
		if (next === undefined) return undefined;
		if (thread === NONE) return setUp(core, next, plan);
		// Only to one that has never run: two that have could let each other pass for ever.
		return next.startNs === NEVER_NS ? { type: "yield" } : undefined;
	};
	return {
		id: "plan",
		// `act` plans what is to start, unless the run queue has no room for it.
		pick: (chip, core) => {
			const runner = at(chip.cores, core);
			return runner.queue.length < chip.scenario.runQueueMax
				? NONE
				: (nextFor(chip, runner, NEVER_NS)?.id ?? NONE);
		},
		// A thread with a home would go there, and be out of reach of its planned core.
		place: (chip, thread) => (at(chip.threads, thread).spec.home >= 0 ? coreOf(thread) : NONE),
		slices: plan.slices,
		changesMind: (fromNs, toNs) => plan.modes.some(({ sinceNs }) => sinceNs > fromNs && sinceNs <= toNs),
		act: (chip, seat) => {
			const command = seat === 0 ? restart(chip, plan) : actOf(chip, at(chip.cores, seat - 1));
			if (command !== undefined) return command;
			const own = targets.get(seat);
			return own && setMode(chip, own);
		},
	};
}

/** Modes by seat and target. */
function targetsOf({ modes }: Plan): ReadonlyMap<number, readonly (readonly Mode[])[]> {
	const targets = new Map<number, readonly (readonly Mode[])[]>();
	for (const settings of byTarget(modes)) {
		const { seat } = at(settings, 0);
		targets.set(seat, [...(targets.get(seat) ?? []), settings]);
	}
	return targets;
}

/** Place in the order by thread id; threads that are not in it have none. */
function ranksOf({ order }: Plan): number[] {
	const ranks: number[] = [];
	order.forEach((id, rank) => {
		ranks[id] = rank;
	});
	return ranks;
}

function mayStart(chip: ReadonlyChip, core: ReadonlyCore, id: number): boolean {
	const thread = at(chip.threads, id);
	return thread.state === "ready" && mayRun(core, thread);
}

function isFor(core: number, planned: number): boolean {
	return planned === core || planned === NONE;
}

/** Restarts at once what would begin again later, or never. */
function restart({ timers, threads, scenario }: ReadonlyChip, { restarts }: Plan): Command | undefined {
	if (!restarts) return undefined;
	for (const { what, id } of timers) if (what === "process") return { type: "restart", process: id };
	if (!mayStayDead(scenario)) return undefined;
	const dead = threads.find(({ isDead }) => isDead);
	return dead === undefined ? undefined : { type: "restart", process: dead.spec.process };
}

/** By scenario, because it is asked after every event. */
const STAYS_DEAD = new WeakMap<Scenario, boolean>();

/** Whether threads crash that do not begin again by themselves. */
function mayStayDead(scenario: Scenario): boolean {
	const known = STAYS_DEAD.get(scenario);
	if (known !== undefined) return known;
	const ways = scenario.jobs.flatMap(({ threads }) => threads.flatMap((thread) => [thread, ...thread.ways]));
	const may = ways.some(
		({ process, program }) =>
			at(scenario.processes, process).restartNs === 0 && program.some(({ type }) => type === "crash"),
	);
	STAYS_DEAD.set(scenario, may);
	return may;
}

/** An idle core puts the thread it runs next first in its queue, then chooses its way and its own operating point. */
function setUp(core: ReadonlyCore, next: ReadonlyThread, plan: Plan): Command | undefined {
	if (core.queue[0] !== next.id) return { type: "plan", thread: next.id, core: core.id, position: 0 };
	const way = plan.ways[next.id] ?? 0;
	if (next.startNs === NEVER_NS && next.way !== way && way <= next.spec.ways.length)
		return { type: "choose", thread: next.id, way };
	const point = plan.points[next.id] ?? NONE;
	const wanted = core.spec.points[point];
	return wanted !== undefined && wanted.speed !== core.spec.speed
		? { type: "clock", core: core.id, point }
		: undefined;
}

/** The first mode that is due and not yet set; of each target the latest one counts. */
function setMode(chip: ReadonlyChip, targets: readonly (readonly Mode[])[]): Command | undefined {
	for (const settings of targets)
		for (const mode of settings) {
			if (mode.sinceNs > chip.nowNs) continue;
			if (!isSet(chip, mode)) return mode.command;
			break;
		}
	return undefined;
}
