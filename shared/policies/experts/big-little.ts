import { at } from "../../lib/assert.ts";
import { NS_PER_PLAY_S } from "../../lib/units.ts";
import { NONE, type ReadonlyChip, type ReadonlyCore, type ReadonlyThread } from "../../sim/chip/chip.ts";
import type { Command } from "../../sim/chip/command.ts";
import {
	clockTo,
	dueNs,
	isForKind,
	isUrgent,
	slowestOf,
	soonestOfKind,
	takesNs,
	waitsForMemory,
} from "../parts/clusters.ts";
import { createHumanPaced } from "../parts/human-paced.ts";
import { backlogNs, cheapestWithRoom, untilNextNs } from "../parts/observations.ts";

/** A big core plans what has time only when it is done so soon: until then its place is for something urgent. */
const SOON_NS = 1.2 * NS_PER_PLAY_S;
/** Added to the rank of what comes after all else. */
const LATER_NS = 1_000 * NS_PER_PLAY_S;

/**
 * Expert policy of the lesson `big-little`: each task to the kind of core that suits it, and each core as slow as
 * the deadlines of what it has planned allow. Urgent tasks go to big cores and never to little ones, which would be
 * late with them; tasks that wait for memory go to little cores.
 */
export const slowEnough = createHumanPaced("insight:big-little", {
	deal: dealTo,
	take: (chip, core, thread) => rankOn(chip, at(chip.cores, core), thread),
	modes: [(chip, seat) => (seat === 0 ? undefined : clock(chip, at(chip.cores, seat - 1)))],
	takesAlone: (chip, core, thread) => suits(chip, at(chip.cores, core), thread),
});

/** What is urgent before all else. */
function dealTo(chip: ReadonlyChip, packet: readonly ReadonlyThread[]): number {
	if (packet.some(isUrgent)) return soonestOfKind(chip, packet, "P");
	if (chip.shared.some((id) => isUrgent(at(chip.threads, id)))) return NONE;
	if (packet.some((thread) => waitsForMemory(chip, thread))) return soonestOfKind(chip, packet, "E");
	return cheapestWithRoom(chip, packet, (core) => {
		const { spec } = at(chip.cores, core);
		return backlogNs(chip, core) / (spec.points[0] ?? spec).speed;
	});
}

/** Rank by which the core takes what waits, least first. */
function rankOn(chip: ReadonlyChip, core: ReadonlyCore, thread: ReadonlyThread): number {
	if (!suits(chip, core, thread)) return Number.POSITIVE_INFINITY;
	if (core.spec.kind === "E") return dueNs(thread) + (waitsForMemory(chip, thread) ? 0 : LATER_NS);
	if (isUrgent(thread)) return dueNs(thread);
	return untilNextNs(chip, core) > SOON_NS ? Number.POSITIVE_INFINITY : dueNs(thread) + LATER_NS;
}

/** Whether the other kind of core would not do the task better. */
function suits(chip: ReadonlyChip, { spec }: ReadonlyCore, thread: ReadonlyThread): boolean {
	if (spec.kind === "P") return !waitsForMemory(chip, thread) || !isForKind(chip, thread, "E");
	// Nobody needs to hurry for what is late already.
	return !isUrgent(thread) || dueNs(thread) < chip.nowNs || !isForKind(chip, thread, "P");
}

/** Full clock if the plan would be late at the lowest. */
function clock(chip: ReadonlyChip, core: ReadonlyCore): Command | undefined {
	const slowest = slowestOf(core);
	const { speed } = core.spec.points[slowest] ?? core.spec;
	let atNs = chip.nowNs;
	const isLate = [core.thread, ...core.queue].some((id) => {
		const task = chip.threads[id];
		if (task === undefined) return false;
		atNs += takesNs(chip, task, speed);
		return dueNs(task) > chip.nowNs && dueNs(task) < atNs;
	});
	return clockTo(core, isLate ? 0 : slowest);
}
