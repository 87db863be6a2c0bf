import { at } from "../../lib/assert.ts";
import { NS_PER_PLAY_S } from "../../lib/units.ts";
import type { ReadonlyChip, ReadonlyCore, ReadonlyThread } from "../../sim/chip/chip.ts";
import { createHumanPaced } from "../parts/human-paced.ts";
import { backlogNs, cheapestCore, runsIn, untilNextNs } from "../parts/observations.ts";
import { reloadNs } from "../parts/reload.ts";
import { togetherNs } from "../parts/together.ts";

/** A table that others write on another core costs about so much more: worth a longer queue, but not any. */
const APART_NS = 2.5 * NS_PER_PLAY_S;

/** A table that is shared for less is not worth its protection. */
const WORTH_NS = 2 * NS_PER_PLAY_S;

/** A table that a core loads throws out another, which has to be loaded again. */
const LOADS = 2;

/** A table that is loaded again in less is as good as there. */
const COLD_NS = NS_PER_PLAY_S;

/** Tasks of one table on one core and in a row, and protection only where another core is on the same table. */
export const sharedWithCare = createHumanPaced("insight:false-sharing", {
	deal: (chip, packet) =>
		cheapestCore(
			chip,
			packet,
			(core) =>
				backlogNs(chip, core) +
				tablesOf(packet).reduce((sumNs, first) => sumNs + apartNs(chip, core, first), 0),
		),
	// First what nobody else is at and what is there already; among those the first.
	rank: (chip, core, thread) =>
		Number(runsElsewhere(chip, core, thread)) + Number(isCold(chip, core, thread)),
	// The last way protects best: who locks waits for others. It pays off where the table will be shared for long enough.
	way: (chip, core, thread) => (togetherNs(chip, core, thread) > WORTH_NS ? thread.spec.ways.length : 0),
});

/** Its table is to be loaded first, for what that costs. */
function isCold(chip: ReadonlyChip, core: number, thread: ReadonlyThread): boolean {
	const running = chip.threads[at(chip.cores, core).thread];
	return !isSame(running, thread) && reloadNs(chip, core, thread) > COLD_NS;
}

function isSame(one: ReadonlyThread | undefined, other: ReadonlyThread): boolean {
	return one?.spec.name === other.spec.name;
}

/** The first task of each table. */
function tablesOf(packet: readonly ReadonlyThread[]): ReadonlyThread[] {
	return packet.filter((task, index) => packet.findIndex((other) => isSame(other, task)) === index);
}

/** What it costs more to have that task's table there, too: to load it, and what others write in it elsewhere. */
function apartNs(chip: ReadonlyChip, core: number, first: ReadonlyThread): number {
	const loadsNs = hasTable(chip, at(chip.cores, core), first) ? 0 : LOADS * reloadNs(chip, core, first);
	return loadsNs + (isElsewhere(chip, core, first) ? APART_NS : 0);
}

/** Whether the core is at the task's table, or will be. */
function hasTable(chip: ReadonlyChip, { thread, queue }: ReadonlyCore, task: ReadonlyThread): boolean {
	return [thread, ...queue].some((id) => isSame(chip.threads[id], task));
}

/** Whether it is written where others write, too. */
function isContended(chip: ReadonlyChip, { spec }: ReadonlyThread): boolean {
	return at(chip.scenario.processes, spec.process).sharedWritesPerUs > 0 || spec.ways.length > 0;
}

function isElsewhere(chip: ReadonlyChip, core: number, first: ReadonlyThread): boolean {
	if (!isContended(chip, first)) return false;
	return chip.cores.some((other) => other.id !== core && hasTable(chip, other, first));
}

/** Whether others will write the thread's table when the core is done with what it runs now. */
function runsElsewhere(chip: ReadonlyChip, core: number, thread: ReadonlyThread): boolean {
	if (!isContended(chip, thread)) return false;
	const startsInNs = untilNextNs(chip, at(chip.cores, core));
	return chip.cores.some(
		(other) => other.id !== core && isSame(chip.threads[runsIn(chip, other, startsInNs)], thread),
	);
}
