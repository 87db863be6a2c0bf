import { at, numberAt } from "../lib/assert.ts";
import { NEVER_NS } from "../lib/units.ts";
import { mayAsk } from "./chip/batches.ts";
import { type Chip, type Core, NONE, type ReadonlyChip, type Seat, SHARED } from "./chip/chip.ts";
import type { Command } from "./chip/command.ts";
import type { EventSink } from "./chip/event.ts";
import { plan } from "./chip/queues.ts";
import { seatChance } from "./chip/seat-chance.ts";
import { actsAsBot, closeSeat, deciderOf, scheduleLook } from "./chip/seats.ts";
import { isInReach, mayCoresTake } from "./chip/undealt.ts";
import { carryOut, checkCommand } from "./commands/carry-out.ts";
import { askFirst } from "./threads/batches.ts";

/**
 * Most acts of one seat after one event at machine pace, so that a policy that always wants something more
 * terminates.
 */
const ACTS_MAX = 16;

/** Lets every seat that is due at `chip.nowNs` decide, in order of seat id. */
export function actSeats(chip: Chip, sink: EventSink | undefined): void {
	for (const seat of chip.seats) {
		if (seat.deadlineNs <= chip.nowNs) expire(chip, seat, sink);
		if (seat.nextActNs <= chip.nowNs) look(chip, seat, sink);
		if (seat.takesNs <= chip.nowNs) takeUndealt(chip, seat, sink);
	}
}

/** How many more acts each seat may make after this event; undefined at human pace and where no policy acts. */
export function actsLeft(chip: ReadonlyChip): number[] | undefined {
	if (chip.pace !== "machine" || !doesAnyAct(chip)) return undefined;
	return chip.seats.map(() => ACTS_MAX);
}

function doesAnyAct({ seats }: ReadonlyChip): boolean {
	for (const { policy } of seats) if (policy.act !== undefined) return true;
	return false;
}

/**
 * At machine pace: every seat, by id, does what its policy wants until the policy wants nothing more or `left`
 * runs out.
 */
export function actAtOnce(chip: Chip, left: number[], sink: EventSink | undefined): void {
	for (const seat of chip.seats) {
		while (numberAt(left, seat.id) > 0 && act(chip, seat, sink)) left[seat.id] = numberAt(left, seat.id) - 1;
	}
}

function expire(chip: Chip, seat: Seat, sink: EventSink | undefined): void {
	closeSeat(chip, seat, "policy", sink);
	const core = chip.cores[seat.id - 1];
	// A scheduler has not answered only if there was something that its stand-in would have done.
	if (core !== undefined || wishOf(chip, seat) !== undefined) seat.unanswered++;
	if (core !== undefined && !askInstead(chip, seat, core, sink))
		planNext(chip, seat, core, { ahead: false, takes: mayCoresTake(chip) }, sink);
	if (actsAsBot(seat)) scheduleLook(chip, seat);
}

/** Where its person should have asked for a batch, the seat's policy does. False if it wants none. */
function askInstead(chip: Chip, seat: Seat, core: Core, sink: EventSink | undefined): boolean {
	const wish = mayAsk(chip, core.id) ? wishOf(chip, seat) : undefined;
	if (wish?.type !== "ask") return false;
	carryOut(chip, seat.id, wish, sink);
	return true;
}

/** The core has had no work for long enough: its policy takes something undealt, and nobody has missed a decision. */
function takeUndealt(chip: Chip, seat: Seat, sink: EventSink | undefined): void {
	seat.takesNs = NEVER_NS;
	planNext(chip, seat, at(chip.cores, seat.id - 1), { ahead: false, takes: true }, sink);
}

/** One act per look: what the policy wants to do besides planning, or else a plan. */
function look(chip: Chip, seat: Seat, sink: EventSink | undefined): void {
	seat.nextActNs = NEVER_NS;
	if (!actsAsBot(seat)) return;
	if (!act(chip, seat, sink) && seat.id > 0) planAhead(chip, seat, at(chip.cores, seat.id - 1), sink);
	scheduleLook(chip, seat);
}

/** Carries out what the seat's policy wants besides planning. False if it wants nothing or may not do it. */
function act(chip: Chip, seat: Seat, sink: EventSink | undefined): boolean {
	if (!actsAsBot(seat)) return false;
	const wish = wishOf(chip, seat);
	if (wish === undefined) return false;
	carryOut(chip, seat.id, wish, sink);
	return true;
}

/** What the policy that decides for the seat wants besides planning, if it may be done. */
function wishOf(chip: Chip, seat: Seat): Command | undefined {
	const wish = deciderOf(seat).act?.(chip, seat.id, seatChance(seat));
	return wish !== undefined && checkCommand(chip, seat.id, wish).ok ? wish : undefined;
}

function planAhead(chip: Chip, seat: Seat, core: Core, sink: EventSink | undefined): void {
	const takes = mayCoresTake(chip);
	if (core.queue.length < seat.planAhead) planNext(chip, seat, core, { ahead: true, takes }, sink);
	// When no core gets anything done, the planned threads may all be waiting for one that itself waits for a core.
	else if (chip.cores.every(({ activity }) => activity === "idle" || activity === "spinning"))
		planNext(chip, seat, core, { ahead: false, takes }, sink);
}

/** `ahead`: also a thread that is not ready yet. `takes`: also one of the shared queue. */
type Planning = { readonly ahead: boolean; readonly takes: boolean };

function planNext(
	chip: Chip,
	seat: Seat,
	core: Core,
	{ ahead, takes }: Planning,
	sink: EventSink | undefined,
): void {
	const policy = deciderOf(seat);
	const next = policy.pick(chip, core.id, ahead, seatChance(seat));
	if (next === NONE && policy.asks !== true) askFirst(chip, core, sink);
	if (next === NONE) return;
	const thread = at(chip.threads, next);
	const from = thread.queue;
	if (from === core.id || (from === SHARED && !(takes && isInReach(chip, core, thread)))) return;
	plan(chip, thread, core.id, core.queue.length);
	sink?.({ type: "planned", atNs: chip.nowNs, thread: next, core: core.id, seat: seat.id, from });
}
