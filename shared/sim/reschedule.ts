import { at } from "../lib/assert.ts";
import { book } from "./chip/accounting.ts";
import { type Cause, type Chip, type Core, NONE, type ReadonlyChip } from "./chip/chip.ts";
import type { Activity, EventSink } from "./chip/event.ts";
import { mayRun } from "./chip/may-run.ts";
import { seatChance } from "./chip/seat-chance.ts";
import { closeDecision, openDecision, openSchedulerDecision } from "./chip/seats.ts";
import { watchUndealt } from "./chip/undealt.ts";
import { actAtOnce, actsLeft } from "./decision-points.ts";
import { giveWay } from "./give-way.ts";
import { refreshMemory } from "./memory/compute.ts";
import { askFirst } from "./threads/batches.ts";
import { startThread } from "./threads/dispatch.ts";

/**
 * To be called after every event: idle cores start what is planned for them (at machine pace: what their policy
 * picks), decision points open and close, and idle time is attributed to a cause.
 */
export function reschedule(chip: Chip, sink: EventSink | undefined): void {
	const left = actsLeft(chip);
	startAll(chip, left, sink);
	while (giveWay(chip, sink)) startAll(chip, left, sink);
	if (chip.pace === "human") {
		openSchedulerDecision(chip, sink);
		for (const core of chip.cores) {
			watchUndealt(chip, core);
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
	if (next === NONE) return asksByItself(chip, core) && askFirst(chip, core, sink);
	startThread(chip, core, at(chip.threads, next), sink);
	return true;
}

/** At machine pace an idle core asks for a batch at once, if its policy does not see to that; else when it looks. */
function asksByItself({ pace, seats }: ReadonlyChip, { id }: Core): boolean {
	return pace === "machine" && at(seats, id + 1).policy.asks !== true;
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
	let cause: (Cause & Activity) | undefined;
	for (const core of chip.cores) {
		if (core.activity !== "idle") {
			// A busy core forgets why it was idle, so that the event is emitted again when it next becomes idle.
			core.idleCause = "asleep";
			continue;
		}
		if (core.isAsleep) continue;
		cause ??= idleCauseOf(chip);
		if (core.idleCause === cause) continue;
		book(chip, core);
		core.idleCause = cause;
		sink?.({ type: "activity", atNs: chip.nowNs, core: core.id, told: cause, thread: NONE });
	}
}

function idleCauseOf({ ready, serialRunning, alive, cores }: Chip): Cause & Activity {
	if (ready > 0) return "idleWorkWaits";
	if (serialRunning > 0) return "idleSerial";
	let onCore = 0;
	for (const { thread } of cores) if (thread >= 0) onCore++;
	return alive > onCore ? "idleBlocked" : "idleNothing";
}
