import { at } from "../../lib/assert.ts";
import { NS_PER_PLAY_S } from "../../lib/units.ts";
import type { ReadonlyChip } from "../../sim/chip/chip.ts";
import { createHumanPaced } from "../parts/human-paced.ts";
import { keepTogether } from "../parts/keep-together.ts";
import { lockOf } from "../parts/lock-of.ts";
import { runsIn, untilNextNs } from "../parts/observations.ts";

/** Expert policy of the lesson `locks`: tasks of one lock one after the other on one core. */
export const oneCorePerLock = createHumanPaced("insight:locks", {
	deal: (chip, packet) => keepTogether(chip, packet, WORTH_NS, ({ spec }) => lockOf(spec.program) >= 0),
	// A thread that owns a lock goes first; then tasks that need no lock, or one that nobody else will use then;
	// then the shorter ones.
	rank: (chip, core, thread) => {
		if (thread.held.length > 0) return -1;
		return (isWantedElsewhere(chip, core, lockOf(thread.spec.program)) ? 1_000_000_000 : 0) + thread.workNs;
	},
});

/** How much more work a packet may find where tasks of its lock are than elsewhere. */
const WORTH_NS = 20 * NS_PER_PLAY_S;
/** What another core finishes within this time is no longer in the way; its next task is. */
const SOON_NS = 0.5 * NS_PER_PLAY_S;

/** Whether another core will use the lock when this one next starts something. */
function isWantedElsewhere(chip: ReadonlyChip, core: number, lock: number): boolean {
	if (lock < 0) return false;
	const thenNs = untilNextNs(chip, at(chip.cores, core)) + SOON_NS;
	return chip.cores.some((other) => {
		const rival = chip.threads[runsIn(chip, other, thenNs)];
		return other.id !== core && rival !== undefined && lockOf(rival.spec.program) === lock;
	});
}
