import { at } from "../../lib/assert.ts";
import type { ReadonlyChip, ReadonlyThread } from "./chip.ts";

/**
 * Most owners followed in a chain of threads waiting for each other's locks; a deadlock would be an endless
 * one.
 */
const CHAIN_MAX = 16;

/**
 * The thread's own priority, or that of the most urgent thread waiting for an inheriting lock it owns,
 * whichever is higher.
 */
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
