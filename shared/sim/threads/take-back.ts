import { at } from "../../lib/assert.ts";
import { NEVER_NS } from "../../lib/units.ts";
import {
	type Chip,
	type Core,
	NONE,
	type ReadonlyChip,
	type ReadonlyCore,
	type ReadonlyThread,
} from "../chip/chip.ts";
import type { EventSink } from "../chip/event.ts";
import { wokenAhead } from "../chip/jobs.ts";
import { mayRun } from "../chip/may-run.ts";
import { priorityOf } from "../chip/priority.ts";
import { preempt } from "./activity.ts";

/**
 * Whether a thread that woke at `wokenNs` and waits for the busy `core` may take it back: it ran there last, and the
 * thread that runs there now is inside no lock and no more urgent. From an equal only if that was begun before.
 */
export function mayTakeBack(
	chip: ReadonlyChip,
	core: ReadonlyCore,
	woken: ReadonlyThread,
	wokenNs: number,
): boolean {
	if (!chip.scenario.machine.wakePreempts || woken.core !== core.id) return false;
	const running = at(chip.threads, core.thread);
	// A spinner gets on with nothing, even if it owns another lock.
	if (core.activity !== "spinning" && running.held.length > 0) return false;
	const { preempts } = at(chip.seats, core.id + 1).policy;
	if (chip.pace === "machine" && preempts !== undefined) return preempts(chip, woken, running);
	const above = priorityOf(chip, woken) - priorityOf(chip, running);
	return above > 0 || (above === 0 && core.startedNs < wokenNs);
}

/**
 * A thread that has just freed its last lock lets the next thread of its core pass, if that could not take the core
 * back before, or made way for it: it has been woken, owns a lock, or waits for one that is free now.
 */
export function letNextPass(
	chip: Chip,
	core: Core,
	thread: ReadonlyThread,
	sink: EventSink | undefined,
): void {
	const next = chip.threads[core.queue[0] ?? NONE];
	// A thread at the end of its program finishes first.
	const isDone = thread.spec.program[thread.phase + 1] === undefined;
	if (isDone || thread.held.length > 0 || next?.state !== "ready" || !mayRun(core, next)) return;
	const isAwaited = next.isWoken || next.held.length > 0 || chip.locks[next.wanted]?.owner === NONE;
	if (isAwaited && mayTakeBack(chip, core, next, NEVER_NS))
		preempt(chip, core, Math.max(1, wokenAhead(chip, core)), sink);
}
