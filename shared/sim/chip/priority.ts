import { at } from "../../lib/assert.ts";
import type { ReadonlyChip, ReadonlyThread } from "./chip.ts";

/** Longest chain of owners that wait for each other; a deadlock would have none. */
const CHAIN_MAX = 16;

/** The thread's own priority, or that of the most urgent thread which waits for an inheriting lock that it has. */
export function priorityOf(chip: ReadonlyChip, thread: ReadonlyThread, depth = 0): number {
	let priority = thread.spec.priority;
	if (depth >= CHAIN_MAX) return priority;
	for (const index of thread.held) {
		const lock = at(chip.locks, index);
		if (!lock.spec.inherits) continue;
		for (const waiter of lock.waiters)
			priority = Math.max(priority, priorityOf(chip, at(chip.threads, waiter), depth + 1));
	}
	return priority;
}
