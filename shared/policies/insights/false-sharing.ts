import { at } from "../../lib/assert.ts";
import type { Chip, Thread } from "../../sim/chip.ts";
import { remainingWorkNs } from "../../sim/progress.ts";
import { NS_PER_PLAY_S } from "../../sim/units.ts";
import { backlogNs, cheapestCore, createPlayer } from "../player.ts";

/** A table that waits on another core costs about so much more: worth a longer queue, but not any. */
const APART_NS = 2.5 * NS_PER_PLAY_S;

/** A table that is shared for less is not worth its protection. */
const WORTH_NS = 2 * NS_PER_PLAY_S;

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
	// The last way protects best; it pays off where the table will be shared for long enough while the task runs.
	way: (chip, core, thread) => (sharedNs(chip, core, thread) > WORTH_NS ? thread.spec.ways.length : 0),
});

function isElsewhere(chip: Readonly<Chip>, core: number, name: string | undefined): boolean {
	return chip.cores.some(
		(other) =>
			other.id !== core && [other.thread, ...other.queue].some((id) => chip.threads[id]?.spec.name === name),
	);
}

/** For how long other cores will be at the thread's table while it runs, if all runs as it is planned. */
function sharedNs(chip: Readonly<Chip>, core: number, thread: Readonly<Thread>): number {
	const own = plannedOn(chip, core).find(({ id }) => id === thread.id);
	if (own === undefined) return 0;
	const others = chip.cores.filter(({ id }) => id !== core).flatMap(({ id }) => plannedOn(chip, id));
	return others
		.filter(({ id }) => chip.threads[id]?.spec.name === thread.spec.name)
		.reduce((sumNs, { fromNs, toNs }) => {
			const bothNs = Math.min(toNs, own.toNs) - Math.max(fromNs, own.fromNs);
			return sumNs + Math.max(0, bothNs);
		}, 0);
}

type Stay = { readonly id: number; readonly fromNs: number; readonly toNs: number };

/** When what runs and waits on the core will be at work, from now on. */
function plannedOn(chip: Readonly<Chip>, core: number): Stay[] {
	const { thread, queue } = at(chip.cores, core);
	let fromNs = 0;
	return [thread, ...queue].flatMap((id) => {
		const task = chip.threads[id];
		if (task === undefined) return [];
		const toNs = fromNs + remainingWorkNs(chip, task);
		const stay = { id, fromNs, toNs };
		fromNs = toNs;
		return stay;
	});
}

function runsElsewhere(chip: Readonly<Chip>, core: number, { spec }: Readonly<Thread>): boolean {
	return chip.cores.some(
		(other) =>
			other.id !== core &&
			[other.thread, other.queue[0] ?? -1].some((id) => chip.threads[id]?.spec.name === spec.name),
	);
}
