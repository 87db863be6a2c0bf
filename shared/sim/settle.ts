import { at } from "../lib/assert.ts";
import { book } from "./accounting.ts";
import { type Cause, type Chip, type Core, NONE } from "./chip.ts";
import { refreshMemory } from "./compute.ts";
import { startThread } from "./dispatch.ts";
import type { Activity, EventSink } from "./event.ts";
import { seatChance } from "./seat-chance.ts";
import { closeDecision, openDecision } from "./seats.ts";

/**
 * After anything has happened: idle cores start what is planned for them (at machine pace: what their
 * policy picks), decision points open and close, idle time gets its cause.
 */
export function settle(chip: Chip, sink: EventSink | undefined): void {
	let started = true;
	while (started) {
		started = false;
		for (const core of chip.cores) if (core.stage === "idle" && startNext(chip, core, sink)) started = true;
	}
	for (const core of chip.cores) {
		if (core.stage === "idle") openDecision(chip, core, sink);
		else closeDecision(chip, core, "plan", sink);
	}
	nameIdleness(chip, sink);
	refreshMemory(chip);
}

function startNext(chip: Chip, core: Core, sink: EventSink | undefined): boolean {
	const next = nextOf(chip, core);
	if (next === NONE) return false;
	startThread(chip, core, at(chip.threads, next), sink);
	return true;
}

function nextOf(chip: Chip, core: Core): number {
	for (const id of core.queue) if (at(chip.threads, id).state === "ready") return id;
	if (chip.pace !== "machine" || chip.ready === 0) return NONE;
	const seat = at(chip.seats, core.id + 1);
	return seat.policy.pick(chip, core.id, false, seatChance(seat));
}

function nameIdleness(chip: Chip, sink: EventSink | undefined): void {
	let onCore = 0;
	for (const core of chip.cores) if (core.thread >= 0) onCore++;
	const cause = idleCauseOf(chip, onCore);
	for (const core of chip.cores) {
		// A busy core forgets its last idleness, so that the next one is told anew.
		if (core.stage !== "idle") core.idleCause = "asleep";
		if (core.stage !== "idle" || core.idleCause === cause.cause) continue;
		book(chip, core);
		core.idleCause = cause.cause;
		sink?.({ type: "activity", atNs: chip.nowNs, core: core.id, activity: cause.activity, thread: NONE });
	}
}

function idleCauseOf(chip: Chip, onCore: number): { cause: Cause; activity: Activity } {
	if (chip.ready > 0) return { cause: "idleWorkWaits", activity: "idleWorkWaits" };
	if (chip.serialRunning > 0) return { cause: "idleSerial", activity: "idleSerial" };
	if (chip.alive > onCore) return { cause: "idleBlocked", activity: "idleBlocked" };
	return { cause: "idleNothing", activity: "idleNothing" };
}
