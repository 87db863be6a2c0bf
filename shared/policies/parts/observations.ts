import { at } from "../../lib/assert.ts";
import { NONE, type ReadonlyChip, type ReadonlyCore, type ReadonlyThread } from "../../sim/chip/chip.ts";
import { mayRun } from "../../sim/chip/may-run.ts";
import { remainingWorkNs } from "../../sim/chip/progress.ts";
import { SCENARIO_MAX } from "../../sim/scenario/limits.ts";

/** What players look at before they decide. */

/** The threads of the job that no core has planned. */
export function packetOf(chip: ReadonlyChip, job: number): ReadonlyThread[] {
	return chip.shared.map((id) => at(chip.threads, id)).filter((thread) => thread.job === job);
}

/** In how many ways the thread could be done. */
export function waysOf(thread: ReadonlyThread): number {
	return thread.spec.ways.length + 1;
}

/** Work that waits for or runs on the core, in ns on an ideal core: what a dealer looks at. */
export function backlogNs(chip: ReadonlyChip, core: number): number {
	let sumNs = 0;
	for (const id of at(chip.cores, core).queue) sumNs += at(chip.threads, id).workNs;
	return sumNs + untilNextNs(chip, at(chip.cores, core));
}

/** What the core will run so much later: what it runs now, or what it has planned next. */
export function runsIn(chip: ReadonlyChip, core: ReadonlyCore, ns: number): number {
	const [next = core.thread] = core.queue;
	return untilNextNs(chip, core) < ns ? next : core.thread;
}

/** Work that is left of what the core runs. */
export function untilNextNs(chip: ReadonlyChip, { thread }: ReadonlyCore): number {
	const running = chip.threads[thread];
	return running === undefined ? 0 : remainingWorkNs(chip, running);
}

/** Whether the core's queue takes the whole packet: a deal that it does not take is a look for nothing. */
export function hasRoom(chip: ReadonlyChip, core: number, packet: readonly ReadonlyThread[]): boolean {
	return at(chip.cores, core).queue.length + packet.length <= SCENARIO_MAX.runQueue;
}

/** The core with the least of `cost` among those that may run the whole packet, or -1. */
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

/** The same among those whose queue has room for the packet. */
export function cheapestWithRoom(
	chip: ReadonlyChip,
	packet: readonly ReadonlyThread[],
	cost: (core: number) => number,
): number {
	return cheapestCore(chip, packet, (core) =>
		hasRoom(chip, core, packet) ? cost(core) : Number.POSITIVE_INFINITY,
	);
}
