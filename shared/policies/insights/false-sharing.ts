import type { Chip, Thread } from "../../sim/chip.ts";
import { NS_PER_PLAY_S } from "../../sim/units.ts";
import { backlogNs, cheapestCore, createPlayer } from "../player.ts";

/** A table that waits on another core costs about so much more: worth a longer queue, but not any. */
const APART_NS = 2.5 * NS_PER_PLAY_S;

/** Tasks of one table on one core, and protection only where another core is on the same table. */
export const sharedWithCare = createPlayer("insight:false-sharing", {
	deal: (chip, packet) => {
		const name = packet[0]?.spec.name;
		return cheapestCore(
			chip,
			packet,
			(core) => backlogNs(chip, core) + (isElsewhere(chip, core, name) ? APART_NS : 0),
		);
	},
	// First what nobody else is at; among those the longer, so that the end is even.
	rank: (chip, core, thread) => (runsElsewhere(chip, core, thread) ? 1 : 0),
	// The last way protects best; it pays off where the table is shared while the task runs.
	way: (chip, core, thread) => (runsElsewhere(chip, core, thread) ? thread.spec.ways.length : 0),
});

function isElsewhere(chip: Readonly<Chip>, core: number, name: string | undefined): boolean {
	return chip.cores.some(
		(other) =>
			other.id !== core && [other.thread, ...other.queue].some((id) => chip.threads[id]?.spec.name === name),
	);
}

function runsElsewhere(chip: Readonly<Chip>, core: number, { spec }: Readonly<Thread>): boolean {
	return chip.cores.some(
		(other) =>
			other.id !== core &&
			[other.thread, other.queue[0] ?? -1].some((id) => chip.threads[id]?.spec.name === spec.name),
	);
}
