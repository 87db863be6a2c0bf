import { at } from "../lib/assert.ts";
import { ok, type Result, refuse } from "../lib/result.ts";
import { unreachable } from "../lib/unreachable.ts";
import { checkCoreMode, checkSystemMode, setCoreMode, setSystemMode } from "./apply-modes.ts";
import { checkQueues, moveQueues } from "./apply-queues.ts";
import { changeThreads, checkThreads } from "./apply-threads.ts";
import type { Chip } from "./chip.ts";
import type { Command, RefusalReason, SeatCommand } from "./command.ts";
import type { EventSink } from "./event.ts";
import { closeDecision, wake } from "./seats.ts";

/** Says whether `command` may be carried out now, and if not, why. Changes nothing. */
export function checkCommand(
	chip: Readonly<Chip>,
	seat: number,
	command: Command,
): Result<unknown, RefusalReason> {
	if (chip.finished) return refuse("roundOver");
	if (chip.seats[seat] === undefined) return refuse("notYourSeat");
	switch (command.type) {
		case "plan":
		case "take":
		case "deal":
		case "unplan":
		case "steal":
		case "yield":
		case "order":
			return checkQueues(chip, seat, command);
		case "choose":
		case "pin":
		case "priority":
		case "restart":
			return checkThreads(chip, seat, command);
		case "quantum":
		case "reserve":
		case "cap":
		case "lockMode":
		case "inherit":
			return checkSystemMode(chip, seat, command);
		case "spinFor":
		case "sleepAfter":
		case "clock":
			return checkCoreMode(chip, seat, command);
		case "signal":
		case "window":
		case "drive":
			return ok(undefined);
		default:
			return unreachable(command);
	}
}

/** Does what `checkCommand` has allowed; the chip has to be settled afterwards. */
export function carryOut(chip: Chip, seat: number, command: Command, sink: EventSink | undefined): void {
	switch (command.type) {
		case "plan":
		case "take":
		case "deal":
		case "unplan":
		case "steal":
		case "yield":
		case "order":
			moveQueues(chip, seat, command, sink);
			return;
		case "choose":
		case "pin":
		case "priority":
		case "restart":
			changeThreads(chip, seat, command, sink);
			return;
		case "quantum":
		case "reserve":
		case "cap":
		case "lockMode":
		case "inherit":
			setSystemMode(chip, seat, command, sink);
			return;
		case "spinFor":
		case "sleepAfter":
		case "clock":
			setCoreMode(chip, seat, command, sink);
			return;
		case "signal":
		case "window":
		case "drive":
			changeSeat(chip, seat, command, sink);
			return;
		default:
			unreachable(command);
	}
}

function changeSeat(chip: Chip, seatId: number, command: SeatCommand, sink: EventSink | undefined): void {
	const seat = at(chip.seats, seatId);
	switch (command.type) {
		case "signal":
			sink?.({ type: "signalled", atNs: chip.nowNs, seat: seatId, signal: command.signal });
			return;
		case "window":
			seat.windowNs = command.windowNs;
			return;
		case "drive":
			seat.driver = command.driver;
			wake(chip, seat);
			if (seatId > 0) closeDecision(chip, at(chip.cores, seatId - 1), "command", sink);
			return;
		default:
			unreachable(command);
	}
}
