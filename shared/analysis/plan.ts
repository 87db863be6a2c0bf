import { at } from "../lib/assert.ts";
import { NEVER_NS } from "../lib/units.ts";
import { bestOf } from "../policies/parts/candidates.ts";
import { NONE, type ReadonlyChip, type ReadonlyCore, type ReadonlyThread } from "../sim/chip/chip.ts";
import type { Command } from "../sim/chip/command.ts";
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
	/** Threads that, while running, make way for threads earlier in `order` that wait for their core. */
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
	const own = (chip: ReadonlyChip, core: number) =>
		chip.shared.filter((id) => coreOf(id) === core || coreOf(id) === NONE);
	const targets = byTarget(plan.modes);
	const actOf = (chip: ReadonlyChip, core: ReadonlyCore): Command | undefined => {
		const running = chip.threads[core.thread];
		const isOpen = running === undefined ? core.activity === "idle" : plan.yields.includes(running.id);
		if (!isOpen) return undefined;
		const next = chip.threads[bestOf(chip, core.id, [...core.queue, ...own(chip, core.id)], false, isFirst)];
		if (next === undefined) return undefined;
		if (running === undefined) return setUp(core, next, plan);
		return isFirst(next, running) ? { type: "yield" } : undefined;
	};
	return {
		id: "plan",
		// Threads of the shared queue; threads on its own run queue are planned by `act`.
		pick: (chip, core, ahead) => bestOf(chip, core, own(chip, core), ahead, isFirst),
		place: () => NONE,
		slices: plan.slices,
		act: (chip, seat) =>
			(seat === 0
				? (sendAway(chip, coreOf) ?? restart(chip, plan))
				: actOf(chip, at(chip.cores, seat - 1))) ?? setMode(chip, seat, targets),
	};
}

/** The scheduler moves a thread queued on another core than its planned one. */
function sendAway(chip: ReadonlyChip, coreOf: (id: number) => number): Command | undefined {
	for (const { id, queue } of chip.cores)
		for (const thread of queue) {
			const core = coreOf(thread);
			if (core !== NONE && core !== id)
				return { type: "plan", thread, core, position: at(chip.cores, core).queue.length };
		}
	return undefined;
}

function restart({ threads }: ReadonlyChip, { restarts }: Plan): Command | undefined {
	const dead = restarts ? threads.find(({ isDead }) => isDead) : undefined;
	return dead === undefined ? undefined : { type: "restart", process: dead.spec.process };
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
