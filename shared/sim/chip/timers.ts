import { at } from "../../lib/assert.ts";
import { insertAt } from "../../lib/lists.ts";
import { NEVER_NS } from "../../lib/units.ts";
import type { Chip, ReadonlyChip, Timer } from "./chip.ts";

/** Sets a timer for `atNs`. Timers of one instant fire in the order in which they were set. */
export function setTimer(chip: Chip, atNs: number, what: Timer["what"], id: number): void {
	const { timers } = chip;
	let low = 0;
	let high = timers.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (at(timers, middle).atNs > atNs) high = middle;
		else low = middle + 1;
	}
	insertAt(timers, low, { atNs, what, id });
}

/** Cancels the timer of that kind and id, if there is one. */
export function cancelTimer(chip: Chip, what: Timer["what"], id: number): void {
	const due = chip.timers.findIndex((timer) => timer.what === what && timer.id === id);
	if (due >= 0) chip.timers.splice(due, 1);
}

/** When the next timer is due; NEVER_NS if none is set. */
export function nextTimerNs(chip: ReadonlyChip): number {
	return chip.timers[0]?.atNs ?? NEVER_NS;
}
