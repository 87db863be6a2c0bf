import { at } from "../../lib/assert.ts";
import type { Chip, Thread } from "../../sim/chip.ts";
import { backlogNs, cheapestCore, createPlayer } from "../player.ts";
import { reloadNs } from "../reload.ts";

/** Where its data are warm: packets go to the core that has or will have them, tasks of one data set in a row. */
export const keepWarm = createPlayer("insight:cache-affinity", {
	deal: (chip, packet) =>
		cheapestCore(chip, packet, (core) => backlogNs(chip, core) + packetReloadNs(chip, core, packet)),
	rank: (chip, core, thread) =>
		followsOwnKind(chip, core, thread) ? 0 : reloadNs(chip, core, thread) + thread.workNs,
});

/** Nothing where the same data wait or run already: who comes first pays for all. */
function packetReloadNs(chip: Readonly<Chip>, core: number, packet: readonly Thread[]): number {
	const [first] = packet;
	if (first === undefined) return 0;
	const { queue, thread } = at(chip.cores, core);
	const isSame = (id: number): boolean => chip.threads[id]?.spec.process === first.spec.process;
	return isSame(thread) || queue.some(isSame) ? 0 : reloadNs(chip, core, first);
}

function followsOwnKind(chip: Readonly<Chip>, core: number, thread: Readonly<Thread>): boolean {
	return chip.threads[at(chip.cores, core).thread]?.spec.process === thread.spec.process;
}
