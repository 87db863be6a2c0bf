import { at } from "../../lib/assert.ts";
import { NS_PER_PLAY_S } from "../../lib/units.ts";
import type { ReadonlyChip, ReadonlyThread } from "../../sim/chip/chip.ts";
import { createHumanPaced } from "../parts/human-paced.ts";
import { backlogNs, cheapestWithRoom } from "../parts/observations.ts";

/** Beginners of one plausible rule, by which the evaluation of a lesson is held against half an idea. */

/** Beginner: each name has a core for good, as long as that has room; cores run what they have most of. */
export const fixedHome = createHumanPaced("fixed-home", {
	deal: (chip, packet) => {
		const home = numberOf(chip, packet[0]) % chip.cores.length;
		return cheapestWithRoom(chip, packet, (core) => (core === home ? -1 : backlogNs(chip, core)));
	},
	rank: (chip, core, thread) => -countOf(chip, core, thread),
});

/** Beginner: each name has half of the cores, of which the less loaded gets it; a core goes on with its name if the next two have one. */
export const halfHome = createHumanPaced("half-home", {
	deal: (chip, packet) => {
		const half = numberOf(chip, packet[0]) % 2;
		return cheapestWithRoom(
			chip,
			packet,
			(core) => backlogNs(chip, core) + (core % 2 === half ? 0 : OTHER_HALF_NS),
		);
	},
	rank: (chip, core, thread) => {
		const next = at(chip.cores, core).queue.slice(0, LOOKS_AHEAD);
		return Number(!(next.includes(thread.id) && isOfRunning(chip, core, thread)));
	},
});

const LOOKS_AHEAD = 2;
/** Only when the own half is full. */
const OTHER_HALF_NS = 1_000 * NS_PER_PLAY_S;

/** The reverse of keeping warm: packets go where nothing of their name is, and a core changes names with every task. */
export const scattered = createHumanPaced("scattered", {
	deal: (chip, packet) =>
		cheapestWithRoom(chip, packet, (core) => backlogNs(chip, core) * (1 + countOf(chip, core, packet[0]))),
	rank: (chip, core, thread) => Number(isOfRunning(chip, core, thread)),
});

function isOfRunning(chip: ReadonlyChip, core: number, thread: ReadonlyThread): boolean {
	return chip.threads[at(chip.cores, core).thread]?.spec.name === thread.spec.name;
}

/** How many tasks of that name run or wait on the core. */
function countOf(chip: ReadonlyChip, core: number, task: ReadonlyThread | undefined): number {
	const { thread, queue } = at(chip.cores, core);
	return [thread, ...queue].filter((id) => chip.threads[id]?.spec.name === task?.spec.name).length;
}

/** Number of the task's name in alphabetical order. */
function numberOf(chip: ReadonlyChip, task: ReadonlyThread | undefined): number {
	const names = [...new Set(chip.threads.map(({ spec }) => spec.name))].sort();
	return names.indexOf(task?.spec.name ?? "");
}
