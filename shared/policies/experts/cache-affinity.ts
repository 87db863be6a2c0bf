import { at } from "../../lib/assert.ts";
import { NS_PER_PLAY_S } from "../../lib/units.ts";
import type { ReadonlyChip, ReadonlyThread } from "../../sim/chip/chip.ts";
import { createHumanPaced } from "../parts/human-paced.ts";
import { keepTogether } from "../parts/keep-together.ts";
import { reloadNs } from "../parts/reload.ts";

/** How much more work a packet may find where its set is: loading it elsewhere evicts another, to be loaded again. */
const WORTH_NS = 6 * NS_PER_PLAY_S;

/**
 * Expert policy of the lesson `cache-affinity`: packets go to the core that has or will have their data, and
 * tasks of one set run in a row.
 */
export const keepWarm = createHumanPaced("insight:cache-affinity", {
	deal: (chip, packet) => keepTogether(chip, packet, WORTH_NS),
	// Among equally warm ones the shorter first: all behind it wait less.
	rank: (chip, core, thread) =>
		(followsOwnKind(chip, core, thread) ? 0 : 1_000_000_000 + reloadNs(chip, core, thread)) + thread.workNs,
});

function followsOwnKind(chip: ReadonlyChip, core: number, thread: ReadonlyThread): boolean {
	return chip.threads[at(chip.cores, core).thread]?.spec.process === thread.spec.process;
}
