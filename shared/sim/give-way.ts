import { at } from "../lib/assert.ts";
import { mayGoOn } from "./chip/awaited.ts";
import { type Chip, type Core, NONE, type ReadonlyCore, type Thread } from "./chip/chip.ts";
import type { EventSink } from "./chip/event.ts";
import { wokenAhead } from "./chip/jobs.ts";
import { mayRun } from "./chip/may-run.ts";
import type { Policy } from "./chip/policy.ts";
import { priorityOf } from "./chip/priority.ts";
import { seatChance } from "./chip/seat-chance.ts";
import { isAnySliceOver } from "./chip/slice.ts";
import { preempt } from "./threads/activity.ts";
import { startThread } from "./threads/dispatch.ts";
import { endSpin } from "./threads/end-spin.ts";
import { mayTakeBack } from "./threads/take-back.ts";

/**
 * Lets one running thread make way, if one has to: for a woken one whose core it has, for a more urgent one, or
 * because it spins and nothing gets on. False if none has to.
 */
export function giveWay(chip: Chip, sink: EventSink | undefined): boolean {
	// Whoever has used up a slice is not preempted but goes behind, later at this same instant.
	if (chip.ready === 0 || isAnySliceOver(chip)) return false;
	return (
		giveBack(chip, sink) ||
		(chip.pace === "machine" ? giveToUrgent(chip, sink) : giveToOwner(chip, sink)) ||
		endSpin(chip, sink)
	);
}

/** A thread makes way for one that has been woken, if that may take its core back. */
function giveBack(chip: Chip, sink: EventSink | undefined): boolean {
	for (const core of chip.cores) {
		const next = isPreemptible(core) ? wokenFor(chip, core) : undefined;
		if (next === undefined || !mayTakeBack(chip, core, next, next.readyNs)) continue;
		preempt(chip, core, wokenAhead(chip, core), sink);
		startThread(chip, core, next, sink);
		return true;
	}
	return false;
}

/** A switch or a wake-up is not interrupted. */
function isPreemptible({ activity }: ReadonlyCore): boolean {
	return activity === "computing" || activity === "spinning";
}

/** The woken thread that is next in the core's run queue, else the first of the shared queue that ran there last. */
function wokenFor(chip: Chip, core: Core): Thread | undefined {
	for (const id of core.queue) {
		const thread = at(chip.threads, id);
		if (thread.state !== "ready" || !mayRun(core, thread)) continue;
		if (thread.isWoken) return thread;
		break;
	}
	if (chip.wokenShared === 0) return undefined;
	for (const id of chip.shared) {
		const thread = at(chip.threads, id);
		if (thread.isWoken && thread.core === core.id && mayRun(core, thread)) return thread;
	}
	return undefined;
}

/**
 * Under a policy that preempts, the least urgent running thread makes way for a more urgent one; of equals the one
 * that queued last.
 */
function giveToUrgent(chip: Chip, sink: EventSink | undefined): boolean {
	const weakest = weakestCore(chip);
	if (weakest === undefined) return false;
	preempt(chip, weakest.core, 0, sink);
	// Before the core looks into its own run queue: that might start another thread, which would be preempted
	// again without end.
	startThread(chip, weakest.core, weakest.next, sink);
	return true;
}

function weakestCore(chip: Chip): { readonly core: Core; readonly next: Thread } | undefined {
	let weakest: { readonly core: Core; readonly next: Thread } | undefined;
	for (const core of chip.cores) {
		const seat = at(chip.seats, core.id + 1);
		const { pick, preempts } = seat.policy;
		if (preempts === undefined || !isPreemptible(core)) continue;
		const running = at(chip.threads, core.thread);
		if (weakest !== undefined && !isWeaker(chip, preempts, running, at(chip.threads, weakest.core.thread)))
			continue;
		const picked = pick(chip, core.id, false, seatChance(seat));
		if (picked === NONE || !preempts(chip, at(chip.threads, picked), running)) continue;
		const next = ableOf(chip, core, picked, preempts);
		if (next !== undefined && preempts(chip, next, running)) weakest = { core, next };
	}
	return weakest;
}

/** The picked thread, or the most urgent one that would not only spin, if the picked one would. */
function ableOf(
	chip: Chip,
	core: Core,
	picked: number,
	preempts: NonNullable<Policy["preempts"]>,
): Thread | undefined {
	let best: Thread | undefined = at(chip.threads, picked);
	if (mayGoOn(chip, best)) return best;
	best = undefined;
	for (const id of [...core.queue, ...chip.shared]) {
		const thread = at(chip.threads, id);
		if (thread.state !== "ready" || !mayRun(core, thread) || !mayGoOn(chip, thread)) continue;
		if (best === undefined || preempts(chip, thread, best)) best = thread;
	}
	return best;
}

/** Whether `running` is less urgent than `than`, or as urgent and queued after it. */
function isWeaker(
	chip: Chip,
	preempts: NonNullable<Policy["preempts"]>,
	running: Thread,
	than: Thread,
): boolean {
	if (preempts(chip, than, running)) return true;
	return running.ticket > than.ticket && !preempts(chip, running, than);
}

/**
 * At human pace no policy preempts, but the owner of an inheriting lock takes the core it is queued on from a
 * less urgent thread.
 */
function giveToOwner(chip: Chip, sink: EventSink | undefined): boolean {
	for (const { spec, owner } of chip.locks) {
		if (!spec.inherits || owner === NONE) continue;
		const thread = at(chip.threads, owner);
		const core = chip.cores[thread.queue];
		if (thread.state !== "ready" || core === undefined || !mayRun(core, thread)) continue;
		if (!isPreemptible(core)) continue;
		if (priorityOf(chip, thread) <= priorityOf(chip, at(chip.threads, core.thread))) continue;
		if (!mayGoOn(chip, thread)) continue;
		preempt(chip, core, 0, sink);
		startThread(chip, core, thread, sink);
		return true;
	}
	return false;
}
