import { at } from "../lib/assert.ts";
import type { Chip } from "./chip.ts";

/** Takes the lock for `thread` if it is free, else queues the thread, first come first served. */
export function takeLock(chip: Chip, lockIndex: number, thread: number): boolean {
	const lock = at(chip.locks, lockIndex);
	if (lock.owner === thread) return true;
	if (lock.owner < 0) {
		lock.owner = thread;
		return true;
	}
	// A spinner that was taken off its core and comes back is in the queue already.
	if (!lock.waiters.includes(thread)) lock.waiters.push(thread);
	return false;
}

/** Gives the lock to the first waiter, whose id is returned, or frees it (-1). */
export function releaseLock(chip: Chip, lockIndex: number): number {
	const lock = at(chip.locks, lockIndex);
	lock.owner = lock.waiters.shift() ?? -1;
	return lock.owner;
}
