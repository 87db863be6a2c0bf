import { NEVER_NS } from "../../lib/units.ts";
import type { Chip } from "../chip/chip.ts";
import { setWarmingTicks } from "./private-cache.ts";

/** Most ticks over which speeds are held constant while anything changes: 0.2 s of play with the default tick. */
const TICKS_MAX = 8;

/**
 * Sets when caches, bus and speeds are next brought up to date, after a span of `spanNs`: the less changes, the
 * later, so that in between no speed changes by more than about SPEED_STEP and no cache fills by more than
 * FILL_STEP. Always a multiple of the tick; NEVER_NS once nothing changes.
 */
export function setNextTick(chip: Chip, spanNs: number): void {
	const { drift } = chip.memory;
	let ticks = drift > 0 ? spanNs / (drift * chip.tickLengthNs) : Number.POSITIVE_INFINITY;
	for (const core of chip.cores) {
		if (core.activity !== "computing") continue;
		setWarmingTicks(chip, core);
		ticks = Math.min(ticks, core.prefetch.leftKib > 0 ? 1 : core.warmingTicks);
	}
	if (ticks === Number.POSITIVE_INFINITY) {
		chip.tickNs = NEVER_NS;
		return;
	}
	const whole = Math.max(1, Math.min(TICKS_MAX, Math.floor(ticks)));
	chip.tickNs = (Math.floor(chip.nowNs / chip.tickLengthNs) + whole) * chip.tickLengthNs;
}
