import { at } from "../../lib/assert.ts";
import { ok, type Result, refuse } from "../../lib/result.ts";
import { unreachable } from "../../lib/unreachable.ts";
import { checkAsk, isDivisible } from "../chip/batches.ts";
import { type Chip, type ReadonlyChip, SHARED } from "../chip/chip.ts";
import type { BatchCommand, RefusalReason } from "../chip/command.ts";
import type { EventSink } from "../chip/event.ts";
import { placeAmong } from "../chip/queues.ts";
import { ask } from "../threads/batches.ts";

/** Checks a command about divisible threads. */
export function checkBatches(
	chip: ReadonlyChip,
	seat: number,
	command: BatchCommand,
): Result<unknown, RefusalReason> {
	switch (command.type) {
		case "ask":
			return seat === 0 ? refuse("notYourSeat") : checkAsk(chip, seat - 1, command.thread);
		case "reorder":
			return checkReorder(chip, seat, command.thread);
		default:
			return unreachable(command);
	}
}

/** Carries out a command that `checkBatches` has allowed. */
export function changeBatches(
	chip: Chip,
	seat: number,
	command: BatchCommand,
	sink: EventSink | undefined,
): void {
	const thread = at(chip.threads, command.thread);
	switch (command.type) {
		case "ask":
			ask(chip, at(chip.cores, seat - 1), thread, command.count, sink);
			return;
		case "reorder": {
			const { position } = command;
			placeAmong(chip, thread, position, isDivisible);
			sink?.({ type: "reordered", atNs: chip.nowNs, seat, thread: thread.id, position });
			return;
		}
		default:
			unreachable(command);
	}
}

function checkReorder(chip: ReadonlyChip, seat: number, threadId: number): Result<unknown, RefusalReason> {
	if (seat > 0) return refuse("notYourSeat");
	const thread = chip.threads[threadId];
	if (thread === undefined || thread.state === "hidden") return refuse("noSuchThread");
	if (thread.spec.divisible !== true) return refuse("notDivisible");
	return thread.queue === SHARED ? ok(undefined) : refuse("alreadyDone");
}
