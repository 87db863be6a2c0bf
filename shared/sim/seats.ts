import { at } from "../lib/assert.ts";
import { type Chip, type Core, NONE, type Seat } from "./chip.ts";
import type { EventSink } from "./event.ts";
import { mayRun } from "./may-run.ts";
import { plan } from "./queues.ts";
import { seatChance } from "./seat-chance.ts";
import { NEVER_NS, NS_PER_PLAY_S } from "./units.ts";

/** A bot at human pace looks at the chip every 0.7 to 1.5 s of play, and plans one thread ahead. */
const LOOK_LEAST_NS = 0.7 * NS_PER_PLAY_S;
const LOOK_SPREAD_NS = 0.8 * NS_PER_PLAY_S;
const PLAN_AHEAD = 1;

/** After this many unanswered decision points in a row the seat's bot plays, until its person does something. */
const UNANSWERED_MOST = 2;

/** Whether the seat's policy acts by itself: nobody sits there, or its person has gone quiet. */
export function actsAsBot(seat: Readonly<Seat>): boolean {
	return seat.driver === "bot" || seat.unanswered >= UNANSWERED_MOST;
}

/** When the next seat has something due, at human pace. */
export function nextSeatNs(chip: Readonly<Chip>): number {
	let next = NEVER_NS;
	for (const seat of chip.seats) next = Math.min(next, seat.deadlineNs, seat.nextActNs);
	return next;
}

/** Lets every seat that is due at `chip.nowNs` act, by id. */
export function actSeats(chip: Chip, sink: EventSink | undefined): void {
	for (const seat of chip.seats) {
		if (seat.deadlineNs <= chip.nowNs) expire(chip, seat, sink);
		if (seat.nextActNs <= chip.nowNs) look(chip, seat, sink);
	}
}

/** Opens the decision point of an idle core that a person plays, if there is anything to decide. */
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

/** The person of this seat has done something: its bot steps back. */
export function wake(chip: Chip, seat: Seat): void {
	seat.unanswered = 0;
	if (seat.driver === "person") seat.nextActNs = NEVER_NS;
	else scheduleLook(chip, seat);
}

/** Sets when the seat's bot looks at the chip next. The scheduler's bot is a rule and needs no looks. */
export function scheduleLook(chip: Chip, seat: Seat): void {
	if (chip.pace === "machine" || seat.id === 0) return;
	seat.nextActNs = chip.nowNs + LOOK_LEAST_NS + seatChance(seat)(LOOK_SPREAD_NS);
}

function expire(chip: Chip, seat: Seat, sink: EventSink | undefined): void {
	const core = at(chip.cores, seat.id - 1);
	seat.unanswered++;
	closeDecision(chip, core, "policy", sink);
	planNext(chip, seat, core, false, sink);
	if (actsAsBot(seat)) scheduleLook(chip, seat);
}

function look(chip: Chip, seat: Seat, sink: EventSink | undefined): void {
	seat.nextActNs = NEVER_NS;
	if (!actsAsBot(seat)) return;
	const core = at(chip.cores, seat.id - 1);
	if (core.queue.length < PLAN_AHEAD) planNext(chip, seat, core, true, sink);
	// Where nothing runs at all, what is planned waits for a thread that itself waits for a core.
	else if (chip.cores.every(({ stage }) => stage === "idle")) planNext(chip, seat, core, false, sink);
	scheduleLook(chip, seat);
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

/** Something ready waits in the shared queue or behind a neighbour's running thread. */
function hasTakeable(chip: Readonly<Chip>, core: Readonly<Core>): boolean {
	if (chip.ready === 0) return false;
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
