import { at, numberAt } from "../../lib/assert.ts";
import { ok, type Result, refuse } from "../../lib/result.ts";
import { NEVER_NS } from "../../lib/units.ts";
import { unreachable } from "../../lib/unreachable.ts";
import type { Chip, Core, ReadonlyChip } from "../chip/chip.ts";
import type { CoreMode, RefusalReason, SystemMode } from "../chip/command.ts";
import type { EventSink } from "../chip/event.ts";
import type { Lock } from "../chip/lock-state.ts";
import { setClock } from "../memory/clock.ts";
import { bringUpToDate } from "../memory/compute.ts";
import { freeKib, reserveL3 } from "../memory/l3-parts.ts";
import type { LockSpec } from "../scenario/scenario.ts";

/** Checks a command that sets something for the whole chip: only the scheduler may, and what it names must exist. */
export function checkSystemMode(
	chip: ReadonlyChip,
	seat: number,
	command: SystemMode,
): Result<unknown, RefusalReason> {
	if (seat > 0) return refuse("notYourSeat");
	const { processes, locks } = chip.scenario;
	switch (command.type) {
		case "quantum":
			return ok(undefined);
		case "reserve":
			if (processes[command.process] === undefined) return refuse("noSuchProcess");
			return command.kib > freeKib(chip, command.process) ? refuse("tooMuch") : ok(undefined);
		case "cap":
			return processes[command.process] === undefined ? refuse("noSuchProcess") : ok(undefined);
		case "lockMode":
		case "inherit":
			return locks[command.lock] === undefined ? refuse("noSuchLock") : ok(undefined);
		default:
			return unreachable(command);
	}
}

/** Carries out a command that `checkSystemMode` has allowed. */
export function setSystemMode(
	chip: Chip,
	seat: number,
	command: SystemMode,
	sink: EventSink | undefined,
): void {
	sink?.({ type: "decided", atNs: chip.nowNs, seat, command });
	switch (command.type) {
		case "quantum":
			chip.quantumNs = command.ns;
			return;
		case "reserve":
			bringUpToDate(chip);
			reserveL3(chip, command.process, command.kib);
			return;
		case "cap":
			chip.memory.capBytesPerUs[command.process] = command.bytesPerUs;
			chip.memory.isStale = true;
			return;
		case "lockMode":
			changeLock(chip, command.lock, { waiting: command.waiting });
			return;
		case "inherit":
			changeLock(chip, command.lock, { inherits: command.on });
			return;
		default:
			unreachable(command);
	}
}

/** Checks a command that sets something for one core: its own seat may, and for all but `spinFor` the scheduler too. */
export function checkCoreMode(
	chip: ReadonlyChip,
	seat: number,
	command: CoreMode,
): Result<unknown, RefusalReason> {
	if (command.type === "spinFor") return seat === 0 ? refuse("notYourSeat") : ok(undefined);
	const core = chip.cores[command.core];
	if (core === undefined) return refuse("noSuchCore");
	if (seat > 0 && core.id !== seat - 1) return refuse("notYourSeat");
	return command.type === "clock" && command.point >= core.spec.points.length
		? refuse("noSuchPoint")
		: ok(undefined);
}

/** Carries out a command that `checkCoreMode` has allowed. */
export function setCoreMode(chip: Chip, seat: number, command: CoreMode, sink: EventSink | undefined): void {
	sink?.({ type: "decided", atNs: chip.nowNs, seat, command });
	switch (command.type) {
		case "spinFor":
			at(chip.cores, seat - 1).spinForNs = command.ns;
			return;
		case "sleepAfter":
			sleepAfter(chip, at(chip.cores, command.core), command.ns);
			return;
		case "clock":
			setClock(chip, at(chip.cores, command.core), command.point);
			return;
		default:
			unreachable(command);
	}
}

/** Changes all stripes of the lock. */
function changeLock(chip: Chip, lock: number, change: Partial<LockSpec>): void {
	const first = numberAt(chip.lockBase, lock);
	const { stripes } = at(chip.scenario.locks, lock);
	for (let index = first; index < first + stripes; index++) {
		const stripe: Lock = at(chip.locks, index);
		stripe.spec = { ...stripe.spec, ...change };
	}
}

function sleepAfter(chip: Chip, core: Core, ns: number): void {
	core.spec = { ...core.spec, sleepAfterNs: ns };
	if (core.activity !== "idle" || core.isAsleep) return;
	core.nextNs = ns > 0 ? Math.max(chip.nowNs, core.anchorNs + ns) : NEVER_NS;
}
