import { at } from "../../lib/assert.ts";
import { ok, type Result, refuse } from "../../lib/result.ts";
import { unreachable } from "../../lib/unreachable.ts";
import type { Chip, ReadonlyChip } from "../chip/chip.ts";
import type {
	BatchCommand,
	Command,
	CoreMode,
	QueueCommand,
	RefusalReason,
	SeatCommand,
	SystemMode,
	ThreadCommand,
} from "../chip/command.ts";
import type { EventSink } from "../chip/event.ts";
import { closeDecision, wake } from "../chip/seats.ts";
import { changeBatches, checkBatches } from "./apply-batches.ts";
import { checkCoreMode, checkSystemMode, setCoreMode, setSystemMode } from "./apply-modes.ts";
import { checkQueues, moveQueues } from "./apply-queues.ts";
import { changeThreads, checkThreads } from "./apply-threads.ts";

/** How commands of one kind are checked, without changing anything, and carried out. */
type Handling<Some extends Command> = {
	readonly check: (chip: ReadonlyChip, seat: number, command: Some) => Result<unknown, RefusalReason>;
	readonly carryOut: (chip: Chip, seat: number, command: Some, sink: EventSink | undefined) => void;
};

const queues: Handling<QueueCommand> = { check: checkQueues, carryOut: moveQueues };
const batches: Handling<BatchCommand> = { check: checkBatches, carryOut: changeBatches };
const threads: Handling<ThreadCommand> = { check: checkThreads, carryOut: changeThreads };
const systemModes: Handling<SystemMode> = { check: checkSystemMode, carryOut: setSystemMode };
const coreModes: Handling<CoreMode> = { check: checkCoreMode, carryOut: setCoreMode };
const seats: Handling<SeatCommand> = { check: () => ok(undefined), carryOut: changeSeat };

type CommandOf = { readonly [Type in Command["type"]]: Extract<Command, { readonly type: Type }> };

const HANDLINGS: { readonly [Type in Command["type"]]: Handling<CommandOf[Type]> } = {
	plan: queues,
	take: queues,
	deal: queues,
	unplan: queues,
	steal: queues,
	yield: queues,
	order: queues,
	ask: batches,
	reorder: batches,
	choose: threads,
	pin: threads,
	priority: threads,
	restart: threads,
	quantum: systemModes,
	reserve: systemModes,
	cap: systemModes,
	lockMode: systemModes,
	inherit: systemModes,
	spinFor: coreModes,
	sleepAfter: coreModes,
	clock: coreModes,
	signal: seats,
	window: seats,
	drive: seats,
};

function handlingOf<Type extends Command["type"]>(type: Type): Handling<CommandOf[Type]> {
	return HANDLINGS[type];
}

/** Whether `command` may be carried out now, and if not, why. Changes nothing. */
export function checkCommand(
	chip: ReadonlyChip,
	seat: number,
	command: Command,
): Result<unknown, RefusalReason> {
	if (chip.finished) return refuse("roundOver");
	if (chip.seats[seat] === undefined) return refuse("notYourSeat");
	return handlingOf(command.type).check(chip, seat, command);
}

/** Carries out a command that `checkCommand` has allowed. The caller calls `reschedule` afterwards. */
export function carryOut(chip: Chip, seat: number, command: Command, sink: EventSink | undefined): void {
	handlingOf(command.type).carryOut(chip, seat, command, sink);
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
			if (command.driver === "person") seat.isHeld = true;
			wake(chip, seat, sink);
			if (seatId > 0) closeDecision(chip, at(chip.cores, seatId - 1), "command", sink);
			return;
		default:
			unreachable(command);
	}
}
