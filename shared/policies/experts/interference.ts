import { at } from "../../lib/assert.ts";
import { NS_PER_PLAY_S } from "../../lib/units.ts";
import { NONE, type ReadonlyChip, type ReadonlyThread } from "../../sim/chip/chip.ts";
import type { Command } from "../../sim/chip/command.ts";
import { inheritAtLocks } from "../naive/isolation.ts";
import { createHumanPaced } from "../parts/human-paced.ts";
import { nextInLine } from "../parts/next-in-line.ts";
import { backlogNs, cheapestWithRoom } from "../parts/observations.ts";

/** How much busier all other cores must be before a control task goes to a core that already has one. */
const CROWDED_NS = 3 * NS_PER_PLAY_S;
/** A core with more to do gets nothing but control: what lies in its queue would be before the next control task. */
const DRY_NS = 1 * NS_PER_PLAY_S;

/**
 * Expert policy of the lesson `interference`: control first, dealt before all else and to short queues; streamers one
 * at a time, away from control; the lock inherits priorities.
 */
export const apartInTime = createHumanPaced("insight:interference", {
	modes: [
		(chip, seat) => (seat === 0 ? inheritAtLocks(chip) : undefined),
		(chip, seat) => (seat === 0 ? undefined : makeWay(chip, seat - 1)),
	],
	deal: (chip, packet) => {
		if (packet.some(isUrgent))
			return cheapestWithRoom(
				chip,
				packet,
				(core) => backlogNs(chip, core) + (hasUrgent(chip, core) ? CROWDED_NS : 0),
			);
		if (chip.shared.some((id) => isUrgent(at(chip.threads, id)))) return NONE;
		const isNoisy = 2 * packet.filter((task) => floods(chip, task)).length > packet.length;
		if (isNoisy && chip.cores.some(({ id }) => hasFlood(chip, id))) return NONE;
		return cheapestWithRoom(chip, packet, (core) => {
			const beforeNs = backlogNs(chip, core);
			return beforeNs > DRY_NS ? Number.POSITIVE_INFINITY : beforeNs;
		});
	},
	rank: (chip, core, thread) => {
		// A thread that owns control's lock comes first: control may be waiting for it.
		if (thread.held.length > 0) return -2;
		if (isUrgent(thread)) return -1;
		if (locks(thread) && isControlAbout(chip)) return 3;
		if (!floods(chip, thread)) return 1;
		return isBadMoment(chip, core) ? 2 : 0;
	},
});

function isUrgent({ spec }: ReadonlyThread): boolean {
	return spec.deadlineNs > 0;
}

/**
 * Yields to a control task that is next; a streamer also yields to a calm task while a control task is present
 * anywhere.
 */
function makeWay(chip: ReadonlyChip, core: number): Command | undefined {
	const running = chip.threads[at(chip.cores, core).thread];
	const next = nextInLine(chip, core);
	if (running === undefined || next === undefined || running.held.length > 0 || isUrgent(running))
		return undefined;
	const isInTheWay = floods(chip, running) && isControlAbout(chip) && !floods(chip, next) && !locks(next);
	return isUrgent(next) || isInTheWay ? { type: "yield" } : undefined;
}

/** Whether its program takes a lock. */
function locks({ spec }: ReadonlyThread): boolean {
	return spec.program.some(({ type }) => type === "lock");
}

/** Whether a control task runs or waits anywhere. */
function isControlAbout(chip: ReadonlyChip): boolean {
	return chip.threads.some(
		(thread) => isUrgent(thread) && thread.state !== "done" && thread.state !== "hidden",
	);
}

/** Whether it reuses nothing: it takes room in the L3 and on the bus in vain. */
function floods(chip: ReadonlyChip, { spec }: ReadonlyThread): boolean {
	return at(chip.scenario.processes, spec.process).missCurve.type === "stream";
}

/** Whether another core streams or a control task is present anywhere. */
function isBadMoment(chip: ReadonlyChip, core: number): boolean {
	const isStreaming = chip.cores.some(({ id, thread }) => {
		const running = chip.threads[thread];
		return id !== core && running !== undefined && floods(chip, running);
	});
	return isStreaming || isControlAbout(chip);
}

function hasUrgent(chip: ReadonlyChip, core: number): boolean {
	return at(chip.cores, core).queue.some((id) => isUrgent(at(chip.threads, id)));
}

function hasFlood(chip: ReadonlyChip, core: number): boolean {
	const { queue, thread } = at(chip.cores, core);
	return [thread, ...queue].some((id) => {
		const task = chip.threads[id];
		return task !== undefined && floods(chip, task);
	});
}
