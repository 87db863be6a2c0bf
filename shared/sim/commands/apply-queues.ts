import { at, idAt } from "../../lib/assert.ts";
import { ok, type Result, refuse } from "../../lib/result.ts";
import { unreachable } from "../../lib/unreachable.ts";
import { askerOf } from "../chip/batches.ts";
import {
	type Chip,
	NONE,
	type ReadonlyChip,
	type ReadonlyCore,
	type ReadonlyThread,
	SHARED,
} from "../chip/chip.ts";
import type { QueueCommand, RefusalReason } from "../chip/command.ts";
import type { EventSink } from "../chip/event.ts";
import { mayRun } from "../chip/may-run.ts";
import { orderShared, plan, share } from "../chip/queues.ts";
import { mayCoreTake } from "../chip/undealt.ts";
import { isOpenTo, setWay } from "../chip/ways.ts";
import { yieldThread } from "../threads/activity.ts";

type Deal = Extract<QueueCommand, { readonly type: "deal" }>;

/** Checks a command that moves threads between queues: whether the seat may, and whether there is room. */
export function checkQueues(
	chip: ReadonlyChip,
	seat: number,
	command: QueueCommand,
): Result<unknown, RefusalReason> {
	switch (command.type) {
		case "plan":
			return checkPlan(chip, seat, command.thread, command.core);
		case "take":
			return checkTake(chip, seat, command.core);
		case "deal":
			return checkDeal(chip, seat, command);
		case "unplan":
			return checkUnplan(chip, seat, command.thread);
		case "steal":
			return checkSteal(chip, seat, command.from);
		case "yield":
			if (seat === 0) return refuse("notYourSeat");
			return at(chip.cores, seat - 1).thread < 0 ? refuse("nothingRunning") : ok(undefined);
		case "order":
			return seat === 0 ? ok(undefined) : refuse("notYourSeat");
		default:
			return unreachable(command);
	}
}

/** The thread, if it is announced and waits in a queue; else why it cannot be moved. */
export function checkWaits(chip: ReadonlyChip, threadId: number): Result<ReadonlyThread, RefusalReason> {
	const thread = chip.threads[threadId];
	if (thread === undefined || thread.state === "hidden") return refuse("noSuchThread");
	if (thread.state === "done") return refuse("alreadyDone");
	return thread.state === "waiting" || thread.state === "ready" ? ok(thread) : refuse("alreadyRunning");
}

/** Carries out a command that `checkQueues` has allowed. */
export function moveQueues(
	chip: Chip,
	seat: number,
	command: QueueCommand,
	sink: EventSink | undefined,
): void {
	const atNs = chip.nowNs;
	switch (command.type) {
		case "plan":
			planFor(chip, seat, command.thread, command.core, command.position, sink);
			return;
		case "take":
			append(chip, seat, firstShared(chip), command.core, sink);
			return;
		case "deal":
			deal(chip, seat, command, sink);
			return;
		case "unplan":
			share(chip, at(chip.threads, command.thread));
			sink?.({ type: "unplanned", atNs, thread: command.thread, seat });
			return;
		case "steal": {
			const thread = stealable(chip, at(chip.cores, command.from));
			plan(chip, at(chip.threads, thread), seat - 1, 0);
			sink?.({ type: "stolen", atNs, thread, core: seat - 1, from: command.from });
			return;
		}
		case "yield":
			yieldThread(chip, at(chip.cores, seat - 1), sink);
			return;
		case "order":
			orderShared(chip, command.order);
			return;
		default:
			unreachable(command);
	}
}

function deal(chip: Chip, seat: number, { job, core, way }: Deal, sink: EventSink | undefined): void {
	for (const id of sharedOf(chip, job)) {
		const thread = at(chip.threads, id);
		if (way !== undefined && way !== thread.way && isOpenTo(thread, way)) {
			const command = { type: "choose", thread: id, way } as const;
			sink?.({ type: "decided", atNs: chip.nowNs, seat, command });
			setWay(chip, thread, way);
		}
		append(chip, seat, id, core, sink);
	}
}

function append(chip: Chip, seat: number, thread: number, core: number, sink: EventSink | undefined): void {
	planFor(chip, seat, thread, core, at(chip.cores, core).queue.length, sink);
}

function planFor(
	chip: Chip,
	seat: number,
	threadId: number,
	core: number,
	position: number,
	sink: EventSink | undefined,
): void {
	const thread = at(chip.threads, threadId);
	const from = thread.queue;
	plan(chip, thread, core, position);
	sink?.({ type: "planned", atNs: chip.nowNs, thread: threadId, core, seat, from });
}

/** The thread that a steal takes: the last ready one of the run queue, or NONE. */
function stealable(chip: ReadonlyChip, victim: ReadonlyCore): number {
	for (let place = victim.queue.length - 1; place >= 0; place--) {
		const id = idAt(victim.queue, place);
		if (at(chip.threads, id).state === "ready") return id;
	}
	return NONE;
}

/** The next thread of the shared queue: the first ready one, else the first; NONE if the queue is empty. */
function firstShared(chip: ReadonlyChip): number {
	return chip.shared.find((id) => at(chip.threads, id).state === "ready") ?? chip.shared[0] ?? NONE;
}

/** Threads of the job that are in the shared queue, in its order. */
function sharedOf(chip: ReadonlyChip, job: number): number[] {
	return chip.shared.filter((id) => at(chip.threads, id).job === job);
}

function checkTake(chip: ReadonlyChip, seat: number, coreId: number): Result<unknown, RefusalReason> {
	if (seat > 0 && coreId !== seat - 1) return refuse("notYourSeat");
	const first = firstShared(chip);
	return first === NONE ? refuse("queueEmpty") : checkPlan(chip, seat, first, coreId);
}

function checkPlan(
	chip: ReadonlyChip,
	seat: number,
	threadId: number,
	coreId: number,
): Result<unknown, RefusalReason> {
	const core = chip.cores[coreId];
	if (core === undefined) return refuse("noSuchCore");
	const checked = checkWaits(chip, threadId);
	if (!checked.ok) return checked;
	const { queue } = checked.value;
	if (seat > 0 && (coreId !== seat - 1 || (queue !== SHARED && queue !== coreId)))
		return refuse("notYourSeat");
	if (seat > 0 && queue === SHARED && !mayCoreTake(chip, core, checked.value))
		return refuse("schedulerDeals");
	if (!mayRun(core, checked.value)) return refuse("cannotRunThere");
	if (queue !== coreId && core.queue.length >= chip.scenario.runQueueMax) return refuse("queueFull");
	return ok(undefined);
}

/**
 * A job is dealt as a whole: refused unless the core may run all its threads and has room for them, and one of them at
 * least has the way that is chosen for them.
 */
function checkDeal(
	chip: ReadonlyChip,
	seat: number,
	{ job, core: coreId, way }: Deal,
): Result<unknown, RefusalReason> {
	if (seat > 0) return refuse("notYourSeat");
	const core = chip.cores[coreId];
	if (core === undefined) return refuse("noSuchCore");
	if (chip.jobs[job] === undefined) return refuse("noSuchJob");
	const threads = sharedOf(chip, job).map((id) => at(chip.threads, id));
	if (threads.length === 0) return refuse("noneToDeal");
	if (!threads.every((thread) => mayRun(core, thread))) return refuse("cannotRunThere");
	if (way !== undefined && !threads.some((thread) => isOpenTo(thread, way))) return refuse("noSuchWay");
	return core.queue.length + threads.length > chip.scenario.runQueueMax ? refuse("queueFull") : ok(undefined);
}

function checkUnplan(chip: ReadonlyChip, seat: number, threadId: number): Result<unknown, RefusalReason> {
	const checked = checkWaits(chip, threadId);
	if (!checked.ok) return checked;
	const { queue } = checked.value;
	if (queue === SHARED) return refuse("notPlanned");
	if (askerOf(checked.value) !== undefined) return refuse("batchStays");
	return seat > 0 && queue !== seat - 1 ? refuse("notYourSeat") : ok(undefined);
}

function checkSteal(chip: ReadonlyChip, seat: number, from: number): Result<unknown, RefusalReason> {
	if (seat === 0) return refuse("notYourSeat");
	const victim = chip.cores[from];
	if (victim === undefined || from === seat - 1) return refuse("noSuchCore");
	const thread = stealable(chip, victim);
	if (thread === NONE) return refuse("nothingToSteal");
	if (!mayRun(at(chip.cores, seat - 1), at(chip.threads, thread))) return refuse("cannotRunThere");
	return at(chip.cores, seat - 1).queue.length >= chip.scenario.runQueueMax
		? refuse("queueFull")
		: ok(undefined);
}
