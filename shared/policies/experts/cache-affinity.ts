import { at } from "../../lib/assert.ts";
import type { ReadonlyChip, ReadonlyThread } from "../../sim/chip/chip.ts";
import { createHumanPaced } from "../parts/human-paced.ts";
import { backlogNs, cheapestWithRoom } from "../parts/observations.ts";
import { reloadNs } from "../parts/reload.ts";

/**
 * Expert policy of the lesson `cache-affinity`: packets go to the core that has or will have their data, and
 * tasks of one set run in a row.
 */
export const keepWarm = createHumanPaced("insight:cache-affinity", {
	deal: (chip, packet) =>
		cheapestWithRoom(chip, packet, (core) => backlogNs(chip, core) + packetReloadNs(chip, core, packet)),
	rank: (chip, core, thread) => (followsOwnKind(chip, core, thread) ? 0 : 1 + reloadNs(chip, core, thread)),
});

/**
 * Time to load the packet's sets, each once, in ns. A set already running or queued there costs nothing: the
 * first task pays for all.
 */
function packetReloadNs(chip: ReadonlyChip, core: number, packet: readonly ReadonlyThread[]): number {
	const { queue, thread } = at(chip.cores, core);
	const seen = new Set([thread, ...queue].map((id) => chip.threads[id]?.spec.process));
	let sumNs = 0;
	for (const task of packet) {
		if (seen.has(task.spec.process)) continue;
		seen.add(task.spec.process);
		sumNs += reloadNs(chip, core, task);
	}
	return sumNs;
}

function followsOwnKind(chip: ReadonlyChip, core: number, thread: ReadonlyThread): boolean {
	return chip.threads[at(chip.cores, core).thread]?.spec.process === thread.spec.process;
}
