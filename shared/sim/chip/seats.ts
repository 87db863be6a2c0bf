import { at } from "../../lib/assert.ts";
import { NEVER_NS } from "../../lib/units.ts";
import { mayAsk, pendingOf } from "./batches.ts";
import {
	type Chip,
	type Core,
	NONE,
	type ReadonlyChip,
	type ReadonlyCore,
	type ReadonlySeat,
	type Seat,
} from "./chip.ts";
import type { EventSink } from "./event.ts";
import type { Policy } from "./policy.ts";
import { drawBelow } from "./seat-chance.ts";
import { firstReady, mayCoresTake } from "./undealt.ts";

/** A bot at human pace looks at the chip every 0.64 to 1.36 times its mean interval. */
const LOOK_FACTOR_MIN = 0.64;
const LOOK_SPREAD = 0.72;

/**
 * After this many consecutive unanswered decision points the seat's bot plays, until its person sends a
 * command.
 */
const UNANSWERED_MAX = 2;

/** A scheduler looks at all queues before it deals, so its decision point waits for this many windows. */
const SCHEDULER_WINDOWS = 2;

/** Whether the seat's policy decides on its own: nobody sits there, or its person has stopped answering. */
export function actsAsBot(seat: ReadonlySeat): boolean {
	return seat.driver === "bot" || seat.unanswered >= UNANSWERED_MAX;
}

/** The policy that decides for the seat when no person does: a stand-in in the seat of somebody who has held it. */
export function deciderOf({ policy, isHeld }: Seat): Policy {
	return isHeld ? (policy.standIn ?? policy) : policy;
}

/** Time at which the next seat has something due, at human pace; NEVER_NS if none has. */
export function nextSeatNs(chip: ReadonlyChip): number {
	let next = NEVER_NS;
	for (const seat of chip.seats) next = Math.min(next, seat.deadlineNs, seat.nextActNs, seat.takesNs);
	return next;
}

/**
 * Opens the decision point of an idle core played by a person, if there is a thread to take; closes it if there
 * is none.
 */
export function openDecision(chip: Chip, core: Core, sink: EventSink | undefined): void {
	const seat = at(chip.seats, core.id + 1);
	if (chip.pace === "machine" || actsAsBot(seat)) return;
	if (!hasTakeable(chip, core)) {
		closeDecision(chip, core, "policy", sink);
		return;
	}
	if (seat.deadlineNs !== NEVER_NS) return;
	seat.deadlineNs = chip.nowNs + seat.windowNs;
	sink?.({ type: "decisionOpened", atNs: chip.nowNs, seat: seat.id, untilNs: seat.deadlineNs });
}

/**
 * Opens the decision point of a scheduler played by a person, if a thread that could run waits to be dealt; closes
 * it if none does.
 */
export function openSchedulerDecision(chip: Chip, sink: EventSink | undefined): void {
	const seat = at(chip.seats, 0);
	if (chip.pace === "machine" || actsAsBot(seat)) return;
	if (!doesAnyWait(chip)) {
		closeSeat(chip, seat, "policy", sink);
		return;
	}
	if (seat.deadlineNs !== NEVER_NS) return;
	seat.deadlineNs = chip.nowNs + SCHEDULER_WINDOWS * seat.windowNs;
	sink?.({ type: "decisionOpened", atNs: chip.nowNs, seat: seat.id, untilNs: seat.deadlineNs });
}

/** Closes the core's decision point if one is open. */
export function closeDecision(
	chip: Chip,
	core: Core,
	by: "plan" | "command" | "policy",
	sink: EventSink | undefined,
): void {
	closeSeat(chip, at(chip.seats, core.id + 1), by, sink);
}

/** Closes the seat's decision point if one is open. */
export function closeSeat(
	chip: Chip,
	seat: Seat,
	by: "plan" | "command" | "policy",
	sink: EventSink | undefined,
): void {
	if (seat.deadlineNs === NEVER_NS) return;
	seat.deadlineNs = NEVER_NS;
	sink?.({ type: "decisionClosed", atNs: chip.nowNs, seat: seat.id, by });
}

/**
 * To be called when the seat's person has acted: its bot stops deciding. Whatever a scheduler does answers its
 * decision point; what still waits opens another one.
 */
export function wake(chip: Chip, seat: Seat, sink: EventSink | undefined): void {
	seat.unanswered = 0;
	if (seat.id === 0) closeSeat(chip, seat, "command", sink);
	if (seat.driver === "person") seat.nextActNs = NEVER_NS;
	else scheduleLook(chip, seat);
}

/**
 * Sets when the seat's bot looks at the chip next. A scheduler's policy that only places threads is asked when
 * they arrive and needs no looks.
 */
export function scheduleLook(chip: Chip, seat: Seat): void {
	if (chip.pace === "machine" || (seat.id === 0 && deciderOf(seat).act === undefined)) return;
	const leastNs = Math.floor(LOOK_FACTOR_MIN * seat.lookMeanNs);
	seat.nextActNs = chip.nowNs + leastNs + drawBelow(seat, Math.floor(LOOK_SPREAD * seat.lookMeanNs));
}

function doesAnyWait(chip: ReadonlyChip): boolean {
	if (chip.ready === 0) return false;
	// Those that cores ask for are dealt by nobody.
	for (const id of chip.shared) {
		const { state, spec } = at(chip.threads, id);
		if (state === "ready" && spec.divisible !== true) return true;
	}
	return false;
}

/**
 * Whether a ready thread that this core may take waits in the shared queue or in another core's run queue, or it may
 * ask for a batch and has asked for none.
 */
function hasTakeable(chip: ReadonlyChip, core: ReadonlyCore): boolean {
	if (chip.ready === 0) return false;
	if (pendingOf(chip, core.id) === 0 && mayAsk(chip, core.id)) return true;
	if (mayCoresTake(chip) && firstReady(chip, core, chip.shared) !== NONE) return true;
	return chip.cores.some((other) => other.id !== core.id && firstReady(chip, core, other.queue) !== NONE);
}
