import { at } from "../../lib/assert.ts";
import { NONE, type ReadonlyChip, type ReadonlyCore, type ReadonlyThread } from "../../sim/chip/chip.ts";
import { mayRun } from "../../sim/chip/may-run.ts";
import { remainingWorkNs } from "../../sim/chip/progress.ts";

/** What policies observe before they decide. */

/** Threads of the job that no core has planned, in the order of the shared queue. */
export function packetOf(chip: ReadonlyChip, job: number): ReadonlyThread[] {
	return chip.shared.map((id) => at(chip.threads, id)).filter((thread) => thread.job === job);
}

/** Number of ways of the thread, its own included. */
export function waysOf(thread: ReadonlyThread): number {
	return thread.spec.ways.length + 1;
}

/** Work that runs or waits on the core, in ns on an ideal core. */
export function backlogNs(chip: ReadonlyChip, core: number): number {
	let sumNs = 0;
	for (const id of at(chip.cores, core).queue) sumNs += at(chip.threads, id).workNs;
	return sumNs + untilNextNs(chip, at(chip.cores, core));
}

/** The thread that the core will run after `ns`: the running one, or the next planned one; NONE if neither. */
export function runsIn(chip: ReadonlyChip, core: ReadonlyCore, ns: number): number {
	const [next = core.thread] = core.queue;
	return untilNextNs(chip, core) < ns ? next : core.thread;
}

/** Work left of the thread that the core runs, in ns; 0 if it is idle. */
export function untilNextNs(chip: ReadonlyChip, { thread }: ReadonlyCore): number {
	const running = chip.threads[thread];
	return running === undefined ? 0 : remainingWorkNs(chip, running);
}

/**
 * Whether the core's queue has room for the whole packet: otherwise dealing it would be refused and the look
 * wasted.
 */
export function hasRoom(chip: ReadonlyChip, core: number, packet: readonly ReadonlyThread[]): boolean {
	return at(chip.cores, core).queue.length + packet.length <= chip.scenario.runQueueMax;
}

/** The core with the least `cost` among those that may run the whole packet, or NONE. */
export function cheapestCore(
	chip: ReadonlyChip,
	packet: readonly ReadonlyThread[],
	cost: (core: number) => number,
): number {
	let best = NONE;
	let least = Number.POSITIVE_INFINITY;
	for (const core of chip.cores) {
		if (!packet.every((thread) => mayRun(core, thread))) continue;
		const value = cost(core.id);
		if (value >= least) continue;
		best = core.id;
		least = value;
	}
	return best;
}

/** The same among cores whose queue has room for the packet; NONE if none has. */
export function cheapestWithRoom(
	chip: ReadonlyChip,
	packet: readonly ReadonlyThread[],
	cost: (core: number) => number,
): number {
	return cheapestCore(chip, packet, (core) =>
		hasRoom(chip, core, packet) ? cost(core) : Number.POSITIVE_INFINITY,
	);
}
