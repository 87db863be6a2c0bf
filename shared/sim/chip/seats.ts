import { at } from "../../lib/assert.ts";
import { NEVER_NS } from "../../lib/units.ts";
import { mayAsk, pendingOf } from "./batches.ts";
import type { Chip, Core, ReadonlyChip, ReadonlyCore, ReadonlySeat, Seat } from "./chip.ts";
import type { EventSink } from "./event.ts";
import { mayRun } from "./may-run.ts";
import { seatChance } from "./seat-chance.ts";

/** A bot at human pace looks at the chip every 0.64 to 1.36 times its mean interval. */
const LOOK_FACTOR_MIN = 0.64;
const LOOK_SPREAD = 0.72;

/**
 * After this many consecutive unanswered decision points the seat's bot plays, until its person sends a
 * command.
 */
const UNANSWERED_MAX = 2;

/** Whether the seat's policy decides on its own: nobody sits there, or its person has stopped answering. */
export function actsAsBot(seat: ReadonlySeat): boolean {
	return seat.driver === "bot" || seat.unanswered >= UNANSWERED_MAX;
}

/** Time at which the next seat has something due, at human pace; NEVER_NS if none has. */
export function nextSeatNs(chip: ReadonlyChip): number {
	let next = NEVER_NS;
	for (const seat of chip.seats) next = Math.min(next, seat.deadlineNs, seat.nextActNs);
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

/** Closes the core's decision point if one is open. */
export function closeDecision(
	chip: Chip,
	core: Core,
	by: "plan" | "command" | "policy",
	sink: EventSink | undefined,
): void {
	const seat = at(chip.seats, core.id + 1);
	if (seat.deadlineNs === NEVER_NS) return;
	seat.deadlineNs = NEVER_NS;
	sink?.({ type: "decisionClosed", atNs: chip.nowNs, seat: seat.id, by });
}

/** To be called when the seat's person has acted: its bot stops deciding. */
export function wake(chip: Chip, seat: Seat): void {
	seat.unanswered = 0;
	if (seat.driver === "person") seat.nextActNs = NEVER_NS;
	else scheduleLook(chip, seat);
}

/**
 * Sets when the seat's bot looks at the chip next. A scheduler's policy that only places threads is asked when
 * they arrive and needs no looks.
 */
export function scheduleLook(chip: Chip, seat: Seat): void {
	if (chip.pace === "machine" || (seat.id === 0 && seat.policy.act === undefined)) return;
	const leastNs = Math.floor(LOOK_FACTOR_MIN * seat.lookMeanNs);
	seat.nextActNs = chip.nowNs + leastNs + seatChance(seat)(Math.floor(LOOK_SPREAD * seat.lookMeanNs));
}

/**
 * Whether a ready thread this core may run waits in the shared queue or in another core's run queue, or it may ask
 * for a batch and has asked for none.
 */
function hasTakeable(chip: ReadonlyChip, core: ReadonlyCore): boolean {
	if (chip.ready === 0) return false;
	// A core that has asked already has nothing to decide.
	if (mayAsk(chip, core.id) && pendingOf(chip, core.id) === 0) return true;
	const isFor = (id: number): boolean => {
		const thread = at(chip.threads, id);
		return thread.state === "ready" && mayRun(core, thread);
	};
	if (chip.shared.some(isFor)) return true;
	for (const other of chip.cores) {
		if (other.id === core.id) continue;
		if (other.queue.some(isFor)) return true;
	}
	return false;
}
