import { at } from "../lib/assert.ts";
import { ok, type Result } from "../lib/result.ts";
import type { Chip, ReadonlyChip } from "./chip/chip.ts";
import type { Command, RefusalReason } from "./chip/command.ts";
import type { EventSink } from "./chip/event.ts";
import { wake } from "./chip/seats.ts";
import { carryOut, checkCommand } from "./commands/carry-out.ts";
import { reschedule } from "./reschedule.ts";
import { watchStandstill } from "./standstill.ts";

/**
 * Carries out a seat's command at `chip.nowNs`. Legality is checked here, where the command takes effect, not
 * where it was sent. A refusal changes nothing and is reported as an event.
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
	if (command.type !== "drive") wake(chip, at(chip.seats, seatId), sink);
	carryOut(chip, seatId, command, sink);
	reschedule(chip, sink);
	watchStandstill(chip, sink);
	return ok(undefined);
}

/** Whether the command would be carried out now. */
export function mayCommand(chip: ReadonlyChip, seat: number, command: Command): boolean {
	return checkCommand(chip, seat, command).ok;
}
