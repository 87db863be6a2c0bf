import { at } from "../../lib/assert.ts";
import { NEVER_NS } from "../../lib/units.ts";
import { book } from "../chip/accounting.ts";
import type { Cause, Chip, Core, CoreActivity, Thread } from "../chip/chip.ts";
import { SHARED } from "../chip/chip.ts";
import type { Activity, EventSink } from "../chip/event.ts";
import { makeReady } from "../chip/jobs.ts";
import { plan, share } from "../chip/queues.ts";
import { keepSlice } from "../chip/slice.ts";
import { beginComputing, creditWork } from "../memory/compute.ts";

const ACTIVITY: Partial<Record<CoreActivity, Activity>> = {
	switching: "switching",
	waking: "waking",
	computing: "running",
	spinning: "spinning",
};

/** Puts the core into `activity` from now on, for `lastsNs`, or NEVER_NS. */
export function enterActivity(
	chip: Chip,
	core: Core,
	activity: CoreActivity,
	lastsNs: number,
	sink: EventSink | undefined,
): void {
	book(chip, core);
	core.activity = activity;
	core.anchorNs = chip.nowNs;
	core.nextNs = lastsNs === NEVER_NS ? NEVER_NS : chip.nowNs + lastsNs;
	if (sink === undefined || (lastsNs === 0 && activity !== "computing")) return;
	const told = ACTIVITY[activity];
	// An idle core's activity is reported with its cause, once that is known.
	if (told !== undefined)
		sink({ type: "activity", atNs: chip.nowNs, core: core.id, told, thread: core.thread });
}

/** The core spends `ns` on overhead for its thread, booked to `cause`. The thread's phase continues afterwards. */
export function enterOverhead(
	chip: Chip,
	core: Core,
	ns: number,
	cause: Cause,
	sink: EventSink | undefined,
): void {
	enterActivity(chip, core, "waking", ns, sink);
	core.overheadCause = cause;
}

/** Starts computing the current phase of the core's thread, at a speed that the next refresh sets. */
export function enterCompute(chip: Chip, core: Core, sink: EventSink | undefined): void {
	enterActivity(chip, core, "computing", 0, sink);
	beginComputing(chip, core);
}

/** Takes the thread off its core. The caller sets the thread's new state and queue. */
export function leaveCore(
	chip: Chip,
	core: Core,
	why: "done" | "yielded" | "blocked",
	sink: EventSink | undefined,
): Thread {
	const thread = at(chip.threads, core.thread);
	if (core.activity === "computing" && chip.nowNs > core.anchorNs) creditWork(chip, core);
	const spins = core.activity === "spinning" && core.workEndNs !== NEVER_NS;
	thread.spinLeftNs = spins ? Math.max(0, core.workEndNs - chip.nowNs) : 0;
	chip.memory.isStale = true;
	if (thread.spec.serial) chip.serialRunning--;
	sink?.({ type: "stopped", atNs: chip.nowNs, thread: thread.id, core: core.id, why });
	const { sleepAfterNs } = core.spec;
	enterActivity(chip, core, "idle", sleepAfterNs > 0 ? sleepAfterNs : NEVER_NS, sink);
	core.thread = -1;
	return thread;
}

/** The running thread goes to the end of its core's own run queue. */
export function yieldThread(chip: Chip, core: Core, sink: EventSink | undefined): void {
	const thread = leaveCore(chip, core, "yielded", sink);
	thread.ticket = chip.nextTicket++;
	plan(chip, thread, core.id, core.queue.length);
	makeReady(chip, thread, sink);
}

/** The running thread lets `next`, of its core's run queue, pass, and queues right behind it. */
export function letPass(chip: Chip, core: Core, next: Thread, sink: EventSink | undefined): void {
	plan(chip, next, core.id, 0);
	const thread = leaveCore(chip, core, "yielded", sink);
	plan(chip, thread, core.id, 1);
	makeReady(chip, thread, sink);
}

/** The running thread's slice is over: it goes to the end of the queue it came from. */
export function goBehind(chip: Chip, core: Core, sink: EventSink | undefined): void {
	const thread = leaveCore(chip, core, "yielded", sink);
	thread.ticket = chip.nextTicket++;
	if (thread.from === SHARED) share(chip, thread);
	else plan(chip, thread, core.id, core.queue.length);
	makeReady(chip, thread, sink);
}

/**
 * Preempts the running thread: it keeps its ticket, and so its place before its equals, at `position` of the
 * run queue it came from, and the rest of its slice.
 */
export function preempt(chip: Chip, core: Core, position: number, sink: EventSink | undefined): void {
	const thread = leaveCore(chip, core, "yielded", sink);
	keepSlice(chip, core, thread);
	if (thread.from === SHARED) share(chip, thread);
	else plan(chip, thread, core.id, position);
	makeReady(chip, thread, sink);
}
