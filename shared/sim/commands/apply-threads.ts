import { at } from "../../lib/assert.ts";
import { ok, type Result, refuse } from "../../lib/result.ts";
import { NEVER_NS } from "../../lib/units.ts";
import { unreachable } from "../../lib/unreachable.ts";
import { askerOf } from "../chip/batches.ts";
import { type Chip, NONE, type ReadonlyChip, type ReadonlyThread, type Thread } from "../chip/chip.ts";
import type { RefusalReason, ThreadCommand } from "../chip/command.ts";
import type { EventSink } from "../chip/event.ts";
import { originalOf } from "../chip/jobs.ts";
import { mayRun } from "../chip/may-run.ts";
import { share } from "../chip/queues.ts";
import { cancelTimer } from "../chip/timers.ts";
import { isOpenTo, setWay } from "../chip/ways.ts";
import { preempt } from "../threads/activity.ts";
import { restartProcess } from "../threads/crash.ts";
import { checkWaits } from "./apply-queues.ts";

/** Checks a command about how a thread or a process goes on. */
export function checkThreads(
	chip: ReadonlyChip,
	seat: number,
	command: ThreadCommand,
): Result<unknown, RefusalReason> {
	switch (command.type) {
		case "choose":
			return checkChoose(chip, seat, command.thread, command.way);
		case "pin":
			return checkPin(chip, seat, command.thread, command.core);
		case "priority":
			return seat > 0 ? refuse("notYourSeat") : checkLives(chip, command.thread);
		case "restart":
			if (seat > 0) return refuse("notYourSeat");
			if (chip.scenario.processes[command.process] === undefined) return refuse("noSuchProcess");
			return chip.threads.some((thread) => isDeadOf(thread, command.process))
				? ok(undefined)
				: refuse("notCrashed");
		default:
			return unreachable(command);
	}
}

/** Carries out a command that `checkThreads` has allowed. */
export function changeThreads(
	chip: Chip,
	seat: number,
	command: ThreadCommand,
	sink: EventSink | undefined,
): void {
	sink?.({ type: "decided", atNs: chip.nowNs, seat, command });
	switch (command.type) {
		case "choose":
			setWay(chip, at(chip.threads, command.thread), command.way);
			return;
		case "pin":
			pin(chip, at(chip.threads, command.thread), command.core, sink);
			return;
		case "priority": {
			const thread = at(chip.threads, command.thread);
			thread.spec = { ...thread.spec, priority: command.priority };
			return;
		}
		case "restart":
			cancelTimer(chip, "process", command.process);
			restartProcess(chip, command.process, sink);
			return;
		default:
			unreachable(command);
	}
}

function checkChoose(
	chip: ReadonlyChip,
	seat: number,
	threadId: number,
	way: number,
): Result<unknown, RefusalReason> {
	const thread = chip.threads[threadId];
	if (thread !== undefined && thread.startNs !== NEVER_NS) return refuse("alreadyStarted");
	const checked = checkWaits(chip, threadId);
	if (!checked.ok) return checked;
	if (seat > 0 && checked.value.queue !== seat - 1) return refuse("notYourSeat");
	return isOpenTo(checked.value, way) ? ok(undefined) : refuse("noSuchWay");
}

function checkPin(
	chip: ReadonlyChip,
	seat: number,
	threadId: number,
	coreId: number,
): Result<unknown, RefusalReason> {
	if (seat > 0) return refuse("notYourSeat");
	const checked = checkLives(chip, threadId);
	if (!checked.ok) return checked;
	const { spec } = checked.value;
	if (spec.divisible === true || askerOf(checked.value) !== undefined) return refuse("batchStays");
	if (coreId === NONE) return checked;
	const core = chip.cores[coreId];
	if (core === undefined) return refuse("noSuchCore");
	return mayRun(core, { spec: originalOf(chip, checked.value) }) ? ok(undefined) : refuse("cannotRunThere");
}

/** The thread, if it has been announced and is not done. */
function checkLives(chip: ReadonlyChip, threadId: number): Result<ReadonlyThread, RefusalReason> {
	const thread = chip.threads[threadId];
	if (thread === undefined || thread.state === "hidden") return refuse("noSuchThread");
	return thread.state === "done" ? refuse("alreadyDone") : ok(thread);
}

function pin(chip: Chip, thread: Thread, core: number, sink: EventSink | undefined): void {
	const cores = core === NONE ? originalOf(chip, thread).cores : [core];
	thread.spec = { ...thread.spec, cores };
	const runner = chip.cores.find(({ thread: running }) => running === thread.id);
	if (runner !== undefined && !mayRun(runner, thread)) preempt(chip, runner, 0, sink);
	// On the core where it waits it could never start.
	if (thread.queue >= 0 && !mayRun(at(chip.cores, thread.queue), thread)) share(chip, thread);
}

function isDeadOf(thread: ReadonlyThread, process: number): boolean {
	return thread.isDead && thread.spec.process === process;
}
