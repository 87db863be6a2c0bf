import { at } from "../../lib/assert.ts";
import { NS_PER_PLAY_S } from "../../lib/units.ts";
import type { ReadonlyChip, ReadonlyThread } from "../../sim/chip/chip.ts";
import { createHumanPaced } from "../parts/human-paced.ts";
import { keepTogether } from "../parts/keep-together.ts";
import { runsIn, untilNextNs } from "../parts/observations.ts";
import { reloadNs } from "../parts/reload.ts";
import { togetherNs } from "../parts/together.ts";

/** How much more work a packet may find where its table is than elsewhere. */
const APART_NS = 12 * NS_PER_PLAY_S;

/** A table shared for less than this is not worth its protection. */
const WORTH_NS = 2 * NS_PER_PLAY_S;

/** A table that loads in less counts as present. */
const COLD_NS = NS_PER_PLAY_S;

/**
 * Expert policy of the lesson `false-sharing`: tasks of one table on one core and in a row, and protection only
 * where another core uses the same table.
 */
export const sharedWithCare = createHumanPaced("insight:false-sharing", {
	deal: (chip, packet) => keepTogether(chip, packet, APART_NS),
	// First what nobody else uses and what is present already; among equals the first.
	rank: (chip, core, thread) =>
		Number(runsElsewhere(chip, core, thread)) + Number(isCold(chip, core, thread)),
	// The last way protects best, because locks make others wait. It pays off if the table will be shared for
	// long enough.
	way: (chip, core, thread) => (togetherNs(chip, core, thread) > WORTH_NS ? thread.spec.ways.length : 0),
});

/** Whether its table would have to be loaded first, at a noticeable cost. */
function isCold(chip: ReadonlyChip, core: number, thread: ReadonlyThread): boolean {
	const running = chip.threads[at(chip.cores, core).thread];
	return !isSame(running, thread) && reloadNs(chip, core, thread) > COLD_NS;
}

function isSame(one: ReadonlyThread | undefined, other: ReadonlyThread): boolean {
	return one?.spec.name === other.spec.name;
}

/** Whether several threads write it. */
function isContended(chip: ReadonlyChip, { spec }: ReadonlyThread): boolean {
	return at(chip.scenario.processes, spec.process).sharedWritesPerUs > 0 || spec.ways.length > 0;
}

/** Whether others will be writing the thread's table when the core has finished its running task. */
function runsElsewhere(chip: ReadonlyChip, core: number, thread: ReadonlyThread): boolean {
	if (!isContended(chip, thread)) return false;
	const startsInNs = untilNextNs(chip, at(chip.cores, core));
	return chip.cores.some(
		(other) => other.id !== core && isSame(chip.threads[runsIn(chip, other, startsInNs)], thread),
	);
}
