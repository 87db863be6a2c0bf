import { at } from "../../lib/assert.ts";
import { appended } from "../../lib/lists.ts";
import { unreachable } from "../../lib/unreachable.ts";
import { type Chip, NONE, type Thread } from "../chip/chip.ts";
import type { EventSink } from "../chip/event.ts";
import type { Lock } from "../chip/lock-state.ts";
import { mayRun } from "../chip/may-run.ts";
import { priorityOf } from "../chip/priority.ts";
import { mayTakeBack } from "./take-back.ts";
import { wakeThread } from "./wake.ts";

/** Frees a stripe whose owner has left it, and hands it on as the lock says. */
export function passOn(chip: Chip, index: number, sink: EventSink | undefined): void {
	const lock = at(chip.locks, index);
	lock.owner = NONE;
	if (lock.waiters.length === 0) return;
	const heir = heirOf(chip, lock);
	if (heir === undefined) {
		wakeOne(chip, lock, sink);
		return;
	}
	own(chip, index, heir, sink);
	lock.handOffs++;
	wakeThread(chip, heir, sink);
}

/** The thread owns the free stripe from now on, whether it waited for it or not. */
export function own(chip: Chip, index: number, thread: Thread, sink: EventSink | undefined): void {
	const lock = at(chip.locks, index);
	leaveWaiters(lock, thread.id);
	lock.owner = thread.id;
	lock.taken++;
	thread.held = appended(thread.held, index);
	sink?.({ type: "lockTaken", atNs: chip.nowNs, lock: index, thread: thread.id });
}

/** The thread no longer waits for the stripe. */
export function leaveWaiters(lock: Lock, thread: number): void {
	const place = lock.waiters.indexOf(thread);
	if (place >= 0) lock.waiters.splice(place, 1);
	if (lock.woken === thread) lock.woken = NONE;
}

/** The waiter that owns the freed stripe at once; undefined: it stays free until somebody takes it. */
function heirOf(chip: Chip, lock: Lock): Thread | undefined {
	const { handOff } = lock.spec;
	switch (handOff) {
		case "fifo":
			return first(chip, lock);
		case "able":
			return first(chip, lock, (waiter) => isAble(chip, waiter)) ?? first(chip, lock);
		case "barging":
			// It looks at the lock all the time.
			return first(chip, lock, ({ state }) => state === "spinning");
		default:
			return unreachable(handOff);
	}
}

/** Wakes one sleeper to take the free stripe, unless one is on its way. */
function wakeOne(chip: Chip, lock: Lock, sink: EventSink | undefined): void {
	if (lock.woken !== NONE) return;
	const sleeper = first(chip, lock, ({ state }) => state === "blocked");
	if (sleeper === undefined) return;
	lock.woken = sleeper.id;
	wakeThread(chip, sleeper, sink);
}

/** Whether a waiter could go on at once: it spins, or its core is idle or would be taken back. */
function isAble(chip: Chip, waiter: Thread): boolean {
	if (waiter.state !== "blocked") return waiter.state === "spinning";
	const own = chip.cores[waiter.from];
	const last = at(chip.cores, waiter.core);
	const candidates = own === undefined ? chip.cores : [own];
	if (candidates.some((core) => core.activity === "idle" && mayRun(core, waiter))) return true;
	return last.thread !== NONE && (own ?? last) === last && mayTakeBack(chip, last, waiter, chip.nowNs);
}

/** The first waiter in the lock's order, of those that qualify. */
function first(
	chip: Chip,
	{ waiters, spec }: Lock,
	qualifies: (waiter: Thread) => boolean = () => true,
): Thread | undefined {
	let best: Thread | undefined;
	for (const id of waiters) {
		const waiter = at(chip.threads, id);
		if (!qualifies(waiter)) continue;
		if (
			best === undefined ||
			(spec.order === "priority" && priorityOf(chip, waiter) > priorityOf(chip, best))
		)
			best = waiter;
	}
	return best;
}
