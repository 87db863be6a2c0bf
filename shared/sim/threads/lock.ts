import { at, numberAt } from "../../lib/assert.ts";
import { nextState, randomOf, scaled } from "../../lib/random.ts";
import { NEVER_NS } from "../../lib/units.ts";
import { type Chip, type Core, NONE, type ReadonlyThread, type Thread } from "../chip/chip.ts";
import type { EventSink } from "../chip/event.ts";
import { priorityOf } from "../chip/priority.ts";
import { plan } from "../chip/queues.ts";
import type { LockWaiting, ProgramPhase } from "../scenario/scenario.ts";
import { enterActivity, leaveCore, makeWay } from "./activity.ts";
import { wakeThread } from "./wake.ts";

/** The thread asks for a stripe of the lock. True if it owns one now; otherwise it spins or has left its core. */
export function enterLock(
	chip: Chip,
	core: Core,
	thread: Thread,
	{ lock: lockIndex, waiting }: Extract<ProgramPhase, { type: "lock" }>,
	sink: EventSink | undefined,
): boolean {
	if (thread.wanted === NONE) thread.wanted = chooseStripe(chip, thread, lockIndex);
	const index = thread.wanted;
	const lock = at(chip.locks, index);
	if (lock.owner === NONE) {
		give(lock, index, thread);
		sink?.({ type: "lockTaken", atNs: chip.nowNs, lock: index, thread: thread.id });
	}
	// A restarted thread no longer owns the lock it died with.
	if (lock.owner === thread.id && thread.held.includes(index)) {
		thread.wanted = NONE;
		return true;
	}
	// A spinner that was preempted and comes back is in the queue already.
	if (!lock.waiters.includes(thread.id)) lock.waiters.push(thread.id);
	sink?.({ type: "lockWait", atNs: chip.nowNs, lock: index, thread: thread.id });
	const spinNs = core.spinForNs >= 0 ? core.spinForNs : spinNsOf(chip, waiting ?? lock.spec.waiting);
	if (spinNs === 0) block(chip, core, sink);
	else {
		thread.state = "spinning";
		spin(chip, core, spinNs, sink);
		// Otherwise it might spin for ever: an owner that it waits for, directly or not, may be queued on this
		// very core.
		const owner = core.queue.find((id) => mayGoOn(at(chip.threads, id)));
		if (owner !== undefined) takeOver(chip, at(chip.threads, owner), sink);
	}
	return false;
}

/** Whether it owns a lock and waits for no other: two that wait for each other would let each other pass for ever. */
function mayGoOn({ state, held, wanted }: ReadonlyThread): boolean {
	return state === "ready" && held.length > 0 && (wanted === NONE || held.includes(wanted));
}

/** The owner takes over the core in whose run queue it waits, if it is ready. */
function takeOver(chip: Chip, owner: Thread, sink: EventSink | undefined): void {
	const core = chip.cores[owner.queue];
	if (owner.state !== "ready" || core === undefined) return;
	if (core.activity !== "computing" && core.activity !== "spinning") return;
	plan(chip, owner, core.id, 0);
	makeWay(chip, core, sink);
}

/**
 * A thread that owns no lock any more lets the next thread of its core pass, if that has been handed a lock
 * meanwhile.
 */
export function letOwnerPass(chip: Chip, core: Core, thread: Thread, sink: EventSink | undefined): void {
	const next = chip.threads[core.queue[0] ?? NONE];
	// A thread at the end of its program finishes first.
	const isDone = thread.spec.program[thread.phase + 1] === undefined;
	if (!isDone && thread.held.length === 0 && next !== undefined && next.held.length > 0)
		takeOver(chip, next, sink);
}

/** How long a thread spins at a taken lock before it blocks; NEVER_NS: it never blocks. */
function spinNsOf(chip: Chip, waiting: LockWaiting): number {
	if (waiting !== "adaptive") return waiting === "spin" ? NEVER_NS : 0;
	const { processSwitchNs, wakeNs } = chip.scenario.machine;
	// Spinning for as long as blocking costs is at most twice as bad as the better choice.
	return processSwitchNs + wakeNs;
}

/** Keeps the core spinning for `spinNs`, or until its slice ends. */
export function spin(chip: Chip, core: Core, spinNs: number, sink: EventSink | undefined): void {
	enterActivity(chip, core, "spinning", NEVER_NS, sink);
	core.workEndNs = spinNs === NEVER_NS ? NEVER_NS : chip.nowNs + spinNs;
	core.nextNs = Math.max(chip.nowNs, Math.min(core.workEndNs, core.sliceEndNs));
}

/** The thread frees its core and waits. */
export function block(chip: Chip, core: Core, sink: EventSink | undefined): void {
	leaveCore(chip, core, "blocked", sink).state = "blocked";
}

/**
 * The thread frees the stripe it owns of the lock. The next waiter owns it from now on and pays for the
 * hand-off or wake-up.
 */
export function leaveLock(chip: Chip, thread: Thread, lockIndex: number, sink: EventSink | undefined): void {
	const first = numberAt(chip.lockBase, lockIndex);
	const end = first + at(chip.scenario.locks, lockIndex).stripes;
	const place = thread.held.findIndex((index) => index >= first && index < end);
	if (place < 0) return;
	const [index = first] = thread.held.splice(place, 1);
	passOn(chip, index, sink);
}

/** Passes a stripe whose owner has left it to the next waiter, or to nobody. */
export function passOn(chip: Chip, index: number, sink: EventSink | undefined): void {
	const lock = at(chip.locks, index);
	const next = nextOwner(chip, lock.waiters, lock.spec.order);
	const before = lock.owner;
	lock.owner = NONE;
	if (next === NONE) return;
	lock.waiters.splice(lock.waiters.indexOf(next), 1);
	const thread = at(chip.threads, next);
	give(lock, index, thread);
	lock.handOffs++;
	sink?.({ type: "lockTaken", atNs: chip.nowNs, lock: index, thread: next });
	const wasBlocked = thread.state === "blocked";
	wakeThread(chip, thread, sink);
	// The core of the thread that frees the lock is left to `letOwnerPass`: that thread is in the middle of its
	// program.
	const core = chip.cores[thread.queue];
	const running = chip.threads[core?.thread ?? NONE];
	const isInside = core?.activity === "computing" && (running?.held.length ?? 0) > 0;
	if (wasBlocked && running?.id !== before && !isInside) takeOver(chip, thread, sink);
}

function give(lock: { owner: number; taken: number }, index: number, thread: Thread): void {
	lock.owner = thread.id;
	lock.taken++;
	thread.held.push(index);
}

function nextOwner(chip: Chip, waiters: readonly number[], order: "arrival" | "priority"): number {
	const [first = NONE] = waiters;
	if (order === "arrival" || first === NONE) return first;
	return waiters.reduce((best, waiter) =>
		priorityOf(chip, at(chip.threads, waiter)) > priorityOf(chip, at(chip.threads, best)) ? waiter : best,
	);
}

function chooseStripe(chip: Chip, thread: Thread, lockIndex: number): number {
	const { stripes } = at(chip.scenario.locks, lockIndex);
	const first = numberAt(chip.lockBase, lockIndex);
	if (stripes === 1) return first;
	thread.random = nextState(thread.random);
	return first + scaled(randomOf(thread.random), stripes);
}
