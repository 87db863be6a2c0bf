import { at } from "../../lib/assert.ts";
import { NEVER_NS } from "../../lib/units.ts";
import type { Chip, ReadonlyChip, Timer } from "./chip.ts";

/** Has something happen by itself at `atNs`; of several at one time the first set is the first to happen. */
export function setTimer(chip: Chip, atNs: number, what: Timer["what"], id: number): void {
	let place = chip.timers.length;
	while (place > 0 && at(chip.timers, place - 1).atNs > atNs) place--;
	chip.timers.splice(place, 0, { atNs, what, id });
}

/** What was to happen does not. */
export function cancelTimer(chip: Chip, what: Timer["what"], id: number): void {
	const due = chip.timers.findIndex((timer) => timer.what === what && timer.id === id);
	if (due >= 0) chip.timers.splice(due, 1);
}

/** When the next timer is due. */
export function nextTimerNs(chip: ReadonlyChip): number {
	return chip.timers[0]?.atNs ?? NEVER_NS;
}
