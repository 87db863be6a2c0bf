import { at } from "../lib/assert.ts";
import { book } from "./chip/accounting.ts";
import { type Cause, type Chip, type Core, NONE, type Thread } from "./chip/chip.ts";
import type { Activity, EventSink } from "./chip/event.ts";
import { mayRun } from "./chip/may-run.ts";
import { priorityOf } from "./chip/priority.ts";
import { seatChance } from "./chip/seat-chance.ts";
import { closeDecision, openDecision } from "./chip/seats.ts";
import { isAnySliceOver } from "./chip/slice.ts";
import { actAtOnce, actsLeft } from "./decision-points.ts";
import { refreshMemory } from "./memory/compute.ts";
import { preempt } from "./threads/activity.ts";
import { startThread } from "./threads/dispatch.ts";

/**
 * To be called after every event: idle cores start what is planned for them (at machine pace: what their policy
 * picks), decision points open and close, and idle time is attributed to a cause.
 */
export function reschedule(chip: Chip, sink: EventSink | undefined): void {
	const left = actsLeft(chip);
	startAll(chip, left, sink);
	giveWay(chip, left, sink);
	if (chip.pace === "human") {
		for (const core of chip.cores) {
			if (core.activity === "idle") openDecision(chip, core, sink);
			else closeDecision(chip, core, "plan", sink);
		}
	}
	setQuestions(chip);
	nameIdleness(chip, sink);
	refreshMemory(chip);
}

function startAll(chip: Chip, left: number[] | undefined, sink: EventSink | undefined): void {
	let started = true;
	while (started) {
		if (left !== undefined) actAtOnce(chip, left, sink);
		started = false;
		for (const core of chip.cores)
			if (core.activity === "idle" && startNext(chip, core, sink)) started = true;
	}
}

/**
 * Under a policy that preempts, the least urgent running thread makes way for a more urgent one, until none is
 * left to.
 */
function giveWay(chip: Chip, left: number[] | undefined, sink: EventSink | undefined): void {
	// Whoever has used up a slice is not preempted but goes behind, later at this same instant.
	if (isAnySliceOver(chip)) return;
	if (chip.pace !== "machine") {
		letOwnersRun(chip, sink);
		return;
	}
	let weakest = weakestCore(chip);
	while (weakest !== undefined) {
		preempt(chip, weakest.core, sink);
		// Before the core looks into its own run queue: that might start another thread, which would be preempted
		// again without end.
		startThread(chip, weakest.core, weakest.next, sink);
		startAll(chip, left, sink);
		weakest = weakestCore(chip);
	}
}

/**
 * At human pace no policy preempts, but the owner of an inheriting lock takes the core it is queued on from a
 * less urgent thread.
 */
function letOwnersRun(chip: Chip, sink: EventSink | undefined): void {
	for (const { spec, owner } of chip.locks) {
		if (!spec.inherits || owner === NONE) continue;
		const thread = at(chip.threads, owner);
		const core = chip.cores[thread.queue];
		if (thread.state !== "ready" || core === undefined || !mayRun(core, thread)) continue;
		if (core.activity !== "computing" && core.activity !== "spinning") continue;
		if (priorityOf(chip, thread) <= priorityOf(chip, at(chip.threads, core.thread))) continue;
		preempt(chip, core, sink);
		startThread(chip, core, thread, sink);
	}
}

function weakestCore(chip: Chip): { readonly core: Core; readonly next: Thread } | undefined {
	if (chip.ready === 0) return undefined;
	let weakest: { readonly core: Core; readonly next: Thread } | undefined;
	for (const core of chip.cores) {
		const seat = at(chip.seats, core.id + 1);
		const { pick, preempts } = seat.policy;
		if (preempts === undefined || (core.activity !== "computing" && core.activity !== "spinning")) continue;
		const running = at(chip.threads, core.thread);
		if (weakest !== undefined && !preempts(chip, at(chip.threads, weakest.core.thread), running)) continue;
		const picked = pick(chip, core.id, false, seatChance(seat));
		if (picked === NONE) continue;
		const next = at(chip.threads, picked);
		if (preempts(chip, next, running)) weakest = { core, next };
	}
	return weakest;
}

/** Sets when an idle core asks its policy again, if the policy waits for a certain time. */
function setQuestions(chip: Chip): void {
	if (chip.pace !== "machine" || chip.ready === 0) return;
	for (const core of chip.cores) {
		const { asksAgainNs } = at(chip.seats, core.id + 1).policy;
		if (asksAgainNs === undefined || core.activity !== "idle") continue;
		core.nextNs = Math.min(core.nextNs, asksAgainNs(chip, core.id));
	}
}

function startNext(chip: Chip, core: Core, sink: EventSink | undefined): boolean {
	const next = nextOf(chip, core);
	if (next === NONE) return false;
	startThread(chip, core, at(chip.threads, next), sink);
	return true;
}

function nextOf(chip: Chip, core: Core): number {
	for (const id of core.queue) {
		const thread = at(chip.threads, id);
		if (thread.state === "ready" && mayRun(core, thread)) return id;
	}
	if (chip.pace !== "machine" || chip.ready === 0) return NONE;
	const seat = at(chip.seats, core.id + 1);
	return seat.policy.pick(chip, core.id, false, seatChance(seat));
}

function nameIdleness(chip: Chip, sink: EventSink | undefined): void {
	let onCore = 0;
	for (const core of chip.cores) if (core.thread >= 0) onCore++;
	const cause = idleCauseOf(chip, onCore);
	for (const core of chip.cores) {
		// A busy core forgets why it was idle, so that the event is emitted again when it next becomes idle.
		if (core.activity !== "idle") core.idleCause = "asleep";
		if (core.activity !== "idle" || core.isAsleep || core.idleCause === cause) continue;
		book(chip, core);
		core.idleCause = cause;
		sink?.({ type: "activity", atNs: chip.nowNs, core: core.id, told: cause, thread: NONE });
	}
}

function idleCauseOf(chip: Chip, onCore: number): Cause & Activity {
	if (chip.ready > 0) return "idleWorkWaits";
	if (chip.serialRunning > 0) return "idleSerial";
	return chip.alive > onCore ? "idleBlocked" : "idleNothing";
}
