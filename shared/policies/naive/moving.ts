import { at } from "../../lib/assert.ts";
import { NONE, type ReadonlyChip, type ReadonlyThread } from "../../sim/chip/chip.ts";
import { mayRun } from "../../sim/chip/may-run.ts";
import { createHumanPaced, type Move } from "../parts/human-paced.ts";
import { victimBy } from "../parts/moves.ts";
import { backlogNs } from "../parts/observations.ts";

/** Beginners where tasks wait in queues of the cores and may move. */

/** Queues whose lengths differ by fewer tasks count as even. */
const UNEVEN_TASKS = 3;

/** Beginner: as many tasks in every queue, whatever they are. */
export const evenQueues = createHumanPaced("even-queues", {
	move: (chip) => {
		const [longest, shortest] = extremes(chip);
		const last = longest.queue.at(-1);
		if (last === undefined || longest.queue.length - shortest.queue.length < UNEVEN_TASKS) return undefined;
		return mayRun(shortest, at(chip.threads, last)) ? { thread: last, core: shortest.id } : undefined;
	},
	steal: (chip, core) =>
		backlogNs(chip, core) > 0
			? NONE
			: victimBy(chip, core, (_, from) => at(chip.cores, from).queue.length, 0),
});

/** Beginner: short tasks first, and only short ones move, whoever may have their data. */
export const shortMoves = createHumanPaced("short-moves", {
	move: shortestOfLongest,
	rank: (_chip, _core, { workNs }) => workNs,
	steal: (chip, core) =>
		backlogNs(chip, core) > 0 ? NONE : victimBy(chip, core, ({ workNs }) => 1 / workNs, 0),
});

function shortestOfLongest(chip: ReadonlyChip): Move | undefined {
	const [longest, shortest] = extremes(chip);
	if (longest.queue.length - shortest.queue.length < UNEVEN_TASKS) return undefined;
	const [moved] = longest.queue
		.map((id): ReadonlyThread => at(chip.threads, id))
		.filter((thread) => mayRun(shortest, thread))
		.sort((one, other) => one.workNs - other.workNs || one.id - other.id);
	return moved && { thread: moved.id, core: shortest.id };
}

/** The cores with the longest and the shortest queue; the first of equals. */
function extremes({ cores }: ReadonlyChip) {
	const first = at(cores, 0);
	return [
		cores.reduce((most, core) => (core.queue.length > most.queue.length ? core : most), first),
		cores.reduce((least, core) => (core.queue.length < least.queue.length ? core : least), first),
	] as const;
}
