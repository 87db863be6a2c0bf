import { at } from "../../lib/assert.ts";
import { NONE, type ReadonlyChip, type ReadonlyThread } from "./chip.ts";

/** Longest chain of waiting threads that is followed; a longer one is a deadlock. */
const CHAIN_MAX = 16;

/**
 * The ready thread for which a waiting one waits, directly or through others. moving: one that runs or will come
 * back by itself. unknown: anyone's message or arrival, or nobody.
 */
export function awaitedBy(chip: ReadonlyChip, waiter: ReadonlyThread): ReadonlyThread | "moving" | "unknown" {
	let thread = waiter;
	for (let links = 0; links < CHAIN_MAX; links++) {
		const next = aheadOf(chip, thread);
		if (next === undefined || next === "nobody") return "unknown";
		if (next.state === "running") return "moving";
		if (mayGoOn(chip, next)) return next.state === "ready" ? next : "moving";
		thread = next;
	}
	return "unknown";
}

/** Whether the thread waits for no other: not for a lock that is taken, nor at a barrier or a channel. */
export function mayGoOn(chip: ReadonlyChip, thread: ReadonlyThread): boolean {
	return aheadOf(chip, thread) === undefined && !isAtMeeting(chip, thread);
}

/**
 * The thread whose turn it is before this one at the lock that it waits for: the owner, or who has been woken to take
 * it while this one sleeps on. nobody: somebody died with the lock. Undefined if it waits for none, or may take it.
 */
function aheadOf(
	{ locks, threads }: ReadonlyChip,
	{ state, wanted, held }: ReadonlyThread,
): ReadonlyThread | "nobody" | undefined {
	if (wanted === NONE || held.includes(wanted)) return undefined;
	const { owner, woken } = at(locks, wanted);
	if (owner === NONE) return state === "blocked" ? threads[woken] : undefined;
	const thread = at(threads, owner);
	return thread.isDead || !thread.held.includes(wanted) ? "nobody" : thread;
}

function isAtMeeting({ barriers, channels }: ReadonlyChip, { id }: ReadonlyThread): boolean {
	return (
		barriers.some((waiting) => waiting.includes(id)) ||
		channels.some(({ receivers, senders }) => receivers.includes(id) || senders.includes(id))
	);
}
