import { at } from "../../lib/assert.ts";
import { NS_PER_PLAY_S } from "../../lib/units.ts";
import type { ReadonlyChip, ReadonlyThread } from "../../sim/chip/chip.ts";
import { createHumanPaced } from "../parts/human-paced.ts";
import { lockOf } from "../parts/lock-of.ts";
import { backlogNs, cheapestWithRoom, runsIn, untilNextNs } from "../parts/observations.ts";

/** Expert policy of the lesson `locks`: tasks of one lock one after the other on one core. */
export const oneCorePerLock = createHumanPaced("insight:locks", {
	deal: (chip, packet) =>
		cheapestWithRoom(chip, packet, (core) => backlogNs(chip, core) + clashNs(chip, core, packet)),
	// A thread that owns a lock goes first; then tasks that need no lock, or one that nobody else will use then;
	// then the shorter ones.
	rank: (chip, core, thread) => {
		if (thread.held.length > 0) return -1;
		return (isWantedElsewhere(chip, core, lockOf(thread.spec.program)) ? 1_000_000_000 : 0) + thread.workNs;
	},
});

/** Share of the common time that two tasks of one lock lose; meanwhile some of them wait for other things. */
const CLASH = 0.7;
/** What another core finishes within this time is no longer in the way; its next task is. */
const SOON_NS = 0.5 * NS_PER_PLAY_S;

/** Time that the tasks of the packet would lose to tasks of the same locks on other cores, in ns. */
function clashNs(chip: ReadonlyChip, core: number, packet: readonly ReadonlyThread[]): number {
	let sumNs = 0;
	for (const lock of new Set(packet.map(({ spec }) => lockOf(spec.program)))) {
		if (lock < 0) continue;
		let elsewhereNs = 0;
		for (const { id, queue, thread } of chip.cores)
			if (id !== core) elsewhereNs += wantedNs(threadsOf(chip, [thread, ...queue]), lock);
		sumNs += CLASH * Math.min(wantedNs(packet, lock), elsewhereNs);
	}
	return sumNs;
}

function threadsOf(chip: ReadonlyChip, ids: readonly number[]): ReadonlyThread[] {
	return ids.flatMap((id) => chip.threads[id] ?? []);
}

/** Work of the tasks that need the lock, in ns. */
function wantedNs(threads: readonly ReadonlyThread[], lock: number): number {
	return threads.reduce((sumNs, { spec, workNs }) => sumNs + (lockOf(spec.program) === lock ? workNs : 0), 0);
}

/** Whether another core will use the lock when this one next starts something. */
function isWantedElsewhere(chip: ReadonlyChip, core: number, lock: number): boolean {
	if (lock < 0) return false;
	const thenNs = untilNextNs(chip, at(chip.cores, core)) + SOON_NS;
	return chip.cores.some((other) => {
		const rival = chip.threads[runsIn(chip, other, thenNs)];
		return other.id !== core && rival !== undefined && lockOf(rival.spec.program) === lock;
	});
}
