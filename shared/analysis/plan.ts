import { at } from "../lib/assert.ts";
import { NEVER_NS } from "../lib/units.ts";
import { NONE, type ReadonlyChip, type ReadonlyCore, type ReadonlyThread } from "../sim/chip/chip.ts";
import type { Command } from "../sim/chip/command.ts";
import { mayRun } from "../sim/chip/may-run.ts";
import type { Policy } from "../sim/chip/policy.ts";
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
	/** Whether the scheduler restarts at once crashed processes that would begin again later. */
	readonly restarts: boolean;
	/** Whether threads take turns by slices, in scenarios with a quantum. */
	readonly slices: boolean;
};

/** Commands that the lesson allows, by kind of seat. */
export type Actions = {
	readonly scheduler: readonly Command["type"][];
	readonly core: readonly Command["type"][];
};

/**
 * A policy that plays the plan at machine pace: every idle core plans the next thread of the plan, then sets
 * its way and operating point.
 */
export function carriedOut(plan: Plan): Policy {
	const rankById: number[] = [];
	plan.order.forEach((id, rank) => {
		rankById[id] = rank;
	});
	const rankOf = (id: number): number => rankById[id] ?? plan.order.length + id;
	const isFirst = (thread: ReadonlyThread, than: ReadonlyThread) => rankOf(thread.id) < rankOf(than.id);
	const coreOf = (id: number): number => plan.cores[id] ?? NONE;
	const mayTake = (id: number, core: number): boolean => coreOf(id) === core || coreOf(id) === NONE;
	const makesWay: boolean[] = [];
	for (const id of plan.yields) makesWay[id] = true;
	const targets = byTarget(plan.modes);
	const nextFor = (chip: ReadonlyChip, core: ReadonlyCore): ReadonlyThread | undefined => {
		let next: ReadonlyThread | undefined;
		const look = (id: number): void => {
			const thread = at(chip.threads, id);
			if (thread.state !== "ready" || !mayRun(core, thread)) return;
			if (next === undefined || isFirst(thread, next)) next = thread;
		};
		for (const id of core.queue) look(id);
		for (const id of chip.shared) if (mayTake(id, core.id)) look(id);
		return next;
	};
	const actOf = (chip: ReadonlyChip, core: ReadonlyCore): Command | undefined => {
		if (chip.ready === 0 || (core.thread !== NONE && makesWay[core.thread] !== true)) return undefined;
		const running = chip.threads[core.thread];
		const next = nextFor(chip, core);
		if (next === undefined) return undefined;
		if (running === undefined) return setUp(core, next, plan);
		// Only to one that has never run: two that have could let each other pass for ever.
		return next.startNs === NEVER_NS && isFirst(next, running) ? { type: "yield" } : undefined;
	};
	return {
		id: "plan",
		// Threads of the shared queue; threads on its own run queue are planned by `act`.
		pick: (chip, core) => nextFor(chip, at(chip.cores, core))?.id ?? NONE,
		// A thread with a home would go there, and be out of reach of its planned core.
		place: (chip, thread) => (at(chip.threads, thread).spec.home >= 0 ? coreOf(thread) : NONE),
		slices: plan.slices,
		act: (chip, seat) =>
			(seat === 0 ? restart(chip, plan) : actOf(chip, at(chip.cores, seat - 1))) ??
			setMode(chip, seat, targets),
	};
}

/** Restarts at once what would begin again later. */
function restart({ timers }: ReadonlyChip, { restarts }: Plan): Command | undefined {
	if (!restarts) return undefined;
	for (const { what, id } of timers) if (what === "process") return { type: "restart", process: id };
	return undefined;
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

/** The first mode of the seat that is due and not yet set. */
function setMode(
	chip: ReadonlyChip,
	seat: number,
	targets: readonly (readonly Mode[])[],
): Command | undefined {
	for (const settings of targets) {
		const mode = settings.find(({ sinceNs }) => sinceNs <= chip.nowNs);
		if (mode?.seat === seat && !isSet(chip, mode)) return mode.command;
	}
	return undefined;
}
