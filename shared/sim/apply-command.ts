import { at } from "../lib/assert.ts";
import { ok, type Result, refuse } from "../lib/result.ts";
import { unreachable } from "../lib/unreachable.ts";
import { type Chip, type Core, NONE, SHARED, type Thread } from "./chip.ts";
import type { Command, RefusalReason } from "./command.ts";
import type { EventSink } from "./event.ts";
import { LIMITS } from "./limits.ts";
import { mayRun } from "./may-run.ts";
import { orderShared, plan, share } from "./queues.ts";
import { closeDecision, wake } from "./seats.ts";
import { settle } from "./settle.ts";
import { yieldThread } from "./stage.ts";

/**
 * Carries out what a seat wants, now. Whether it is legal is decided here, where it takes effect; a
 * refusal changes nothing and is told like any event.
 */
export function applyCommand(
	chip: Chip,
	seatId: number,
	command: Command,
	sink?: EventSink,
): Result<void, RefusalReason> {
	const checked = checkCommand(chip, seatId, command);
	if (!checked.ok) {
		sink?.({ type: "refused", atNs: chip.nowNs, seat: seatId, command, reason: checked.reason });
		return checked;
	}
	const seat = at(chip.seats, seatId);
	if (command.type !== "drive") wake(chip, seat);
	carryOut(chip, seatId, command, sink);
	settle(chip, sink);
	return ok(undefined);
}

/** Says whether `command` may be carried out now, and if not, why. Changes nothing. */
export function checkCommand(
	chip: Readonly<Chip>,
	seat: number,
	command: Command,
): Result<void, RefusalReason> {
	if (chip.finished) return refuse("roundOver");
	if (chip.seats[seat] === undefined) return refuse("notYourSeat");
	switch (command.type) {
		case "plan":
			return checkPlan(chip, seat, command.thread, command.core);
		case "take":
			return checkTake(chip, seat, command.core);
		case "unplan":
			return checkUnplan(chip, seat, command.thread);
		case "steal":
			return checkSteal(chip, seat, command.from);
		case "yield":
			if (seat === 0) return refuse("notYourSeat");
			return at(chip.cores, seat - 1).thread < 0 ? refuse("nothingRunning") : ok(undefined);
		case "order":
			return seat === 0 ? ok(undefined) : refuse("notYourSeat");
		case "signal":
		case "window":
		case "drive":
			return ok(undefined);
		default:
			return unreachable(command);
	}
}

/** The thread that a thief would get: the last ready one of the run queue, or -1. */
export function stealable(chip: Readonly<Chip>, victim: Readonly<Core>): number {
	for (let place = victim.queue.length - 1; place >= 0; place--) {
		const id = at(victim.queue, place);
		if (at(chip.threads, id).state === "ready") return id;
	}
	return NONE;
}

/** The thread that is next in the shared queue: the first that is ready, else the first; -1 if it is empty. */
function firstShared(chip: Readonly<Chip>): number {
	return chip.shared.find((id) => at(chip.threads, id).state === "ready") ?? chip.shared[0] ?? NONE;
}

function checkTake(chip: Readonly<Chip>, seat: number, coreId: number): Result<void, RefusalReason> {
	if (seat > 0 && coreId !== seat - 1) return refuse("notYourSeat");
	const first = firstShared(chip);
	return first === NONE ? refuse("queueEmpty") : checkPlan(chip, seat, first, coreId);
}

function checkPlan(
	chip: Readonly<Chip>,
	seat: number,
	threadId: number,
	coreId: number,
): Result<void, RefusalReason> {
	const core = chip.cores[coreId];
	if (core === undefined) return refuse("noSuchCore");
	const checked = checkWaits(chip, threadId);
	if (!checked.ok) return checked;
	const { queue } = checked.value;
	if (seat > 0 && (coreId !== seat - 1 || (queue !== SHARED && queue !== coreId)))
		return refuse("notYourSeat");
	if (!mayRun(core, checked.value)) return refuse("notAllowed");
	if (queue !== coreId && core.queue.length >= LIMITS.runQueue) return refuse("queueFull");
	return ok(undefined);
}

function checkUnplan(chip: Readonly<Chip>, seat: number, threadId: number): Result<void, RefusalReason> {
	const checked = checkWaits(chip, threadId);
	if (!checked.ok) return checked;
	const { queue } = checked.value;
	if (queue === SHARED) return refuse("notPlanned");
	return seat > 0 && queue !== seat - 1 ? refuse("notYourSeat") : ok(undefined);
}

function checkSteal(chip: Readonly<Chip>, seat: number, from: number): Result<void, RefusalReason> {
	if (seat === 0) return refuse("notYourSeat");
	const victim = chip.cores[from];
	if (victim === undefined || from === seat - 1) return refuse("noSuchCore");
	const thread = stealable(chip, victim);
	if (thread === NONE) return refuse("nothingToSteal");
	if (!mayRun(at(chip.cores, seat - 1), at(chip.threads, thread))) return refuse("notAllowed");
	return at(chip.cores, seat - 1).queue.length >= LIMITS.runQueue ? refuse("queueFull") : ok(undefined);
}

/** The thread, if it is announced and waits in a queue. */
function checkWaits(chip: Readonly<Chip>, threadId: number): Result<Thread, RefusalReason> {
	const thread = chip.threads[threadId];
	if (thread === undefined || thread.state === "hidden") return refuse("noSuchThread");
	if (thread.state === "done") return refuse("alreadyDone");
	return thread.state === "waiting" || thread.state === "ready" ? ok(thread) : refuse("alreadyRunning");
}

function carryOut(chip: Chip, seatId: number, command: Command, sink: EventSink | undefined): void {
	const atNs = chip.nowNs;
	switch (command.type) {
		case "plan": {
			const thread = at(chip.threads, command.thread);
			const from = thread.queue;
			plan(chip, thread, command.core, command.position);
			sink?.({ type: "planned", atNs, thread: command.thread, core: command.core, seat: seatId, from });
			return;
		}
		case "take": {
			const thread = firstShared(chip);
			plan(chip, at(chip.threads, thread), command.core, at(chip.cores, command.core).queue.length);
			sink?.({ type: "planned", atNs, thread, core: command.core, seat: seatId, from: SHARED });
			return;
		}
		case "unplan":
			share(chip, at(chip.threads, command.thread));
			sink?.({ type: "unplanned", atNs, thread: command.thread, seat: seatId });
			return;
		case "steal": {
			const core = at(chip.cores, seatId - 1);
			const thread = stealable(chip, at(chip.cores, command.from));
			plan(chip, at(chip.threads, thread), core.id, 0);
			sink?.({ type: "stolen", atNs, thread, core: core.id, from: command.from });
			return;
		}
		case "yield":
			yieldThread(chip, at(chip.cores, seatId - 1), sink);
			return;
		case "order":
			orderShared(chip, command.order);
			return;
		case "signal":
			sink?.({ type: "signalled", atNs, seat: seatId, signal: command.signal });
			return;
		case "window":
			at(chip.seats, seatId).windowNs = command.windowNs;
			return;
		case "drive":
			drive(chip, seatId, command.driver, sink);
			return;
		default:
			unreachable(command);
	}
}

function drive(chip: Chip, seatId: number, driver: "person" | "bot", sink: EventSink | undefined): void {
	const seat = at(chip.seats, seatId);
	seat.driver = driver;
	wake(chip, seat);
	if (seatId > 0) closeDecision(chip, at(chip.cores, seatId - 1), "command", sink);
}
