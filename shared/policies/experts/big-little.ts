import { at, numberAt } from "../../lib/assert.ts";
import { NS_PER_PLAY_S } from "../../lib/units.ts";
import { NONE, type ReadonlyChip, type ReadonlyCore, type ReadonlyThread } from "../../sim/chip/chip.ts";
import type { Command } from "../../sim/chip/command.ts";
import { remainingWorkNs } from "../../sim/chip/progress.ts";
import type { OperatingPoint } from "../../sim/scenario/scenario.ts";
import { createHumanPaced } from "../parts/human-paced.ts";
import { backlogNs, cheapestWithRoom } from "../parts/observations.ts";

/** Price of a late task in pJ: what avoiding one is worth. */
const LATE_PJ = 6e9;
/** Margin before its deadline by which a task is meant to be done. */
const MARGIN_NS = 7 * NS_PER_PLAY_S;
/** A task with less time left than this is worth a big core's energy. */
const PRESSING_NS = 12 * NS_PER_PLAY_S;

/** Operating point of a core without work: more economical than the fastest, yet not much too slow. */
const IDLE_POINT = 1;

/**
 * Expert policy of the lesson `big-little`: the most economical core and clock that still meet the deadlines;
 * the most pressing task first.
 */
export const slowEnough = createHumanPaced("insight:big-little", {
	deal: (chip, packet) =>
		isMostPressing(chip, packet)
			? cheapestWithRoom(
					chip,
					packet,
					(core) => costOf(chip, at(chip.cores, core), packet) + 60 * backlogNs(chip, core),
				)
			: NONE,
	rank: (_chip, _core, thread) => dueNs(thread),
	modes: [(chip, seat) => (seat === 0 ? undefined : clockDown(chip, at(chip.cores, seat - 1)))],
	// A big core without work leaves tasks with time alone: a little one does them for less.
	takesAlone: (chip, core, thread) =>
		at(chip.cores, core).spec.kind === "E" || dueNs(thread) - chip.nowNs < PRESSING_NS,
});

/** Additional cost of the core's plan with the packet, each at its best operating point, in pJ. */
function costOf(chip: ReadonlyChip, core: ReadonlyCore, packet: readonly ReadonlyThread[]): number {
	const planned = planOf(chip, core);
	return bestPoint(chip, core, [...planned, ...packet]).costPj - bestPoint(chip, core, planned).costPj;
}

function clockDown(chip: ReadonlyChip, core: ReadonlyCore): Command | undefined {
	const planned = planOf(chip, core);
	// Reordering costs nothing, so it comes before the clock.
	if (core.spec.points.length === 0 || isOutOfOrder(chip, core)) return undefined;
	const idlePoint = Math.min(IDLE_POINT, core.spec.points.length - 1);
	const point = planned.length === 0 ? idlePoint : bestPoint(chip, core, planned).point;
	if (at(core.spec.points, point).speed === core.spec.speed) return undefined;
	return { type: "clock", core: core.id, point };
}

/** Whether a task in the queue is due before the next one. */
function isOutOfOrder(chip: ReadonlyChip, { queue }: ReadonlyCore): boolean {
	const due = queue.map((id) => dueNs(at(chip.threads, id)));
	return due.some((ns) => ns < numberAt(due, 0));
}

/** Whether no other undealt packet has a task that is due earlier. */
function isMostPressing(chip: ReadonlyChip, packet: readonly ReadonlyThread[]): boolean {
	const firstNs = Math.min(...packet.map(dueNs));
	return chip.shared.every((id) => dueNs(at(chip.threads, id)) >= firstNs);
}

/** The thread the core runs and those in its queue. */
function planOf(chip: ReadonlyChip, { thread, queue }: ReadonlyCore): ReadonlyThread[] {
	return (thread === NONE ? queue : [thread, ...queue]).map((id) => at(chip.threads, id));
}

/** The operating point at which these tasks, most pressing first, cost least; the cost in pJ. */
function bestPoint(
	chip: ReadonlyChip,
	core: ReadonlyCore,
	tasks: readonly ReadonlyThread[],
): { readonly point: number; readonly costPj: number } {
	const ordered = [...tasks].sort((one, other) => dueNs(one) - dueNs(other));
	const points = core.spec.points.length > 0 ? core.spec.points : [core.spec];
	const costs = points.map((point) => costAt(chip, point, ordered));
	const costPj = Math.min(...costs);
	return { point: costs.indexOf(costPj), costPj };
}

function costAt(
	chip: ReadonlyChip,
	{ speed, activeMw }: OperatingPoint,
	tasks: readonly ReadonlyThread[],
): number {
	let atNs = chip.nowNs;
	let costPj = 0;
	for (const task of tasks) {
		const ns = remainingWorkNs(chip, task) * (1 / speed + stallPerWork(chip, task));
		atNs += ns;
		costPj += ns * activeMw + (atNs + MARGIN_NS > dueNs(task) ? LATE_PJ : 0);
	}
	return costPj;
}

/** Time the task waits for memory per unit of work, on any core. */
function stallPerWork({ scenario }: ReadonlyChip, { spec }: ReadonlyThread): number {
	const { accessesPerUs, missesInFlight } = at(scenario.processes, spec.process);
	return ((accessesPerUs / 1_000) * scenario.machine.dramNs) / missesInFlight;
}

function dueNs({ announcedNs, spec }: ReadonlyThread): number {
	return announcedNs + spec.deadlineNs;
}
