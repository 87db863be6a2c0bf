import { at } from "../../lib/assert.ts";
import type { ReadonlyChip, ReadonlyCore, ReadonlyThread } from "../../sim/chip/chip.ts";
import { backlogNs, cheapestWithRoom } from "./observations.ts";

/**
 * The core with room for the packet that is done with it soonest, if each name that runs or waits on another core
 * and not there counts as `worthNs` more work. NONE if no core has room.
 */
export function keepTogether(
	chip: ReadonlyChip,
	packet: readonly ReadonlyThread[],
	worthNs: number,
	isShared: (task: ReadonlyThread) => boolean = () => true,
): number {
	const tasks = firstOfEachName(packet).filter(isShared);
	return cheapestWithRoom(chip, packet, (core) => {
		const astray = tasks.filter(
			(task) =>
				!holdsName(chip, at(chip.cores, core), task) &&
				chip.cores.some((other) => holdsName(chip, other, task)),
		);
		return backlogNs(chip, core) + astray.length * worthNs;
	});
}

/** Whether the core runs or has queued a task of the same name. */
export function holdsName(
	chip: ReadonlyChip,
	{ thread, queue }: ReadonlyCore,
	{ spec }: ReadonlyThread,
): boolean {
	return [thread, ...queue].some((id) => chip.threads[id]?.spec.name === spec.name);
}

/** The first task of each name. */
export function firstOfEachName(packet: readonly ReadonlyThread[]): ReadonlyThread[] {
	return packet.filter(
		({ spec }, index) => packet.findIndex((other) => other.spec.name === spec.name) === index,
	);
}
