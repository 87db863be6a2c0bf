import { at, numberAt } from "../lib/assert.ts";
import { NEVER_NS } from "../lib/units.ts";
import { type Chip, type Core, NONE, type Seat } from "./chip/chip.ts";
import type { EventSink } from "./chip/event.ts";
import { plan } from "./chip/queues.ts";
import { seatChance } from "./chip/seat-chance.ts";
import { actsAsBot, closeDecision, scheduleLook } from "./chip/seats.ts";
import { carryOut, checkCommand } from "./commands/carry-out.ts";

/** A policy that never has enough may do so many things after an event at machine pace. */
const ACTS_MAX = 16;

/** Lets every seat that is due at `chip.nowNs` decide, by id. */
export function actSeats(chip: Chip, sink: EventSink | undefined): void {
	for (const seat of chip.seats) {
		if (seat.deadlineNs <= chip.nowNs) expire(chip, seat, sink);
		if (seat.nextActNs <= chip.nowNs) look(chip, seat, sink);
	}
}

/** How much each seat may do after this event by itself; undefined where no policy does anything. */
export function actsLeft(chip: Readonly<Chip>): number[] | undefined {
	if (chip.pace !== "machine" || !chip.seats.some(({ policy }) => policy.act !== undefined)) return undefined;
	return chip.seats.map(() => ACTS_MAX);
}

/** At machine pace: every seat, by id, does what its policy wants until that wants nothing more. */
export function actAtOnce(chip: Chip, left: number[], sink: EventSink | undefined): void {
	for (const seat of chip.seats) {
		while (numberAt(left, seat.id) > 0 && act(chip, seat, sink)) left[seat.id] = numberAt(left, seat.id) - 1;
	}
}

function expire(chip: Chip, seat: Seat, sink: EventSink | undefined): void {
	const core = at(chip.cores, seat.id - 1);
	seat.unanswered++;
	closeDecision(chip, core, "policy", sink);
	planNext(chip, seat, core, false, sink);
	if (actsAsBot(seat)) scheduleLook(chip, seat);
}

/** One thing at a time: a mode or the like if the policy wants it, else a plan. */
function look(chip: Chip, seat: Seat, sink: EventSink | undefined): void {
	seat.nextActNs = NEVER_NS;
	if (!actsAsBot(seat)) return;
	if (!act(chip, seat, sink) && seat.id > 0) planAhead(chip, seat, at(chip.cores, seat.id - 1), sink);
	scheduleLook(chip, seat);
}

/** Whether the seat's policy wanted anything beside planning that it may do; it is done then. */
function act(chip: Chip, seat: Seat, sink: EventSink | undefined): boolean {
	if (!actsAsBot(seat)) return false;
	const wish = seat.policy.act?.(chip, seat.id, seatChance(seat));
	if (wish === undefined || !checkCommand(chip, seat.id, wish).ok) return false;
	carryOut(chip, seat.id, wish, sink);
	return true;
}

function planAhead(chip: Chip, seat: Seat, core: Core, sink: EventSink | undefined): void {
	if (core.queue.length < seat.planAhead) planNext(chip, seat, core, true, sink);
	// Where nothing runs at all, what is planned waits for a thread that itself waits for a core.
	else if (chip.cores.every(({ activity }) => activity === "idle")) planNext(chip, seat, core, false, sink);
}

function planNext(chip: Chip, seat: Seat, core: Core, ahead: boolean, sink: EventSink | undefined): void {
	const next = seat.policy.pick(chip, core.id, ahead, seatChance(seat));
	if (next === NONE) return;
	const thread = at(chip.threads, next);
	const from = thread.queue;
	if (from === core.id) return;
	plan(chip, thread, core.id, core.queue.length);
	sink?.({ type: "planned", atNs: chip.nowNs, thread: next, core: core.id, seat: seat.id, from });
}
