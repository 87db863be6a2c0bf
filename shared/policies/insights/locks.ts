import { at } from "../../lib/assert.ts";
import type { Chip, Thread } from "../../sim/chip.ts";
import { backlogNs, cheapestCore, createPlayer } from "../player.ts";

/** One core per lock: who holds a lock holds up everybody else who needs it, so its tasks queue on one core. */
export const oneCorePerLock = createPlayer("insight:locks", {
	deal: (chip, packet) => {
		const lock = lockOf(packet[0]);
		return cheapestCore(chip, packet, (core) => backlogNs(chip, core) + clashNs(chip, core, lock, packet));
	},
	// What needs no lock, or one that nobody else uses just now, goes first; then the shorter.
	rank: (chip, core, thread) =>
		(isWantedElsewhere(chip, core, lockOf(thread)) ? 1_000_000_000 : 0) + thread.workNs,
});

/** Two that want one lock lose about all the time that both are at it. */
const CLASH = 1;

/** The lock that the thread's program takes first, or -1. */
function lockOf(thread: Readonly<Thread> | undefined): number {
	const phase = thread?.spec.program.find(({ type }) => type === "lock");
	return phase?.type === "lock" ? phase.lock : -1;
}

/** What the packet would lose to others that wait for the same lock on other cores. */
function clashNs(chip: Readonly<Chip>, core: number, lock: number, packet: readonly Thread[]): number {
	if (lock < 0) return 0;
	const ownNs = packet.reduce((sum, { workNs }) => sum + workNs, 0);
	let elsewhereNs = 0;
	for (const other of chip.cores) if (other.id !== core) elsewhereNs += lockedNs(chip, other.id, lock);
	return CLASH * Math.min(ownNs, elsewhereNs);
}

function lockedNs(chip: Readonly<Chip>, core: number, lock: number): number {
	const { queue, thread } = at(chip.cores, core);
	let sumNs = 0;
	for (const id of [thread, ...queue]) {
		const other = chip.threads[id];
		if (other !== undefined && lockOf(other) === lock) sumNs += other.workNs;
	}
	return sumNs;
}

function isWantedElsewhere(chip: Readonly<Chip>, core: number, lock: number): boolean {
	return (
		lock >= 0 && chip.cores.some((other) => other.id !== core && lockOf(chip.threads[other.thread]) === lock)
	);
}
