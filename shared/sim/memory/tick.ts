import { NEVER_NS } from "../../lib/units.ts";
import type { Chip } from "../chip/chip.ts";
import { setWarmingTicks } from "./private-cache.ts";

/** Longest stretch over which speeds are held constant while anything moves: with the usual tick 0.2 s of play. */
const TICKS_MAX = 8;

/**
 * When caches, bus and speeds are brought up to date next, after a span of `spanNs` has just been: the less
 * moves the later, so that no speed changes by more than about SPEED_STEP in between and no cache fills by more
 * than FILL_STEP. NEVER_NS once nothing moves any more. Always a multiple of the tick.
 */
export function nextTickNs(chip: Readonly<Chip>, spanNs: number): number {
	const { drift } = chip.memory;
	let ticks = drift > 0 ? spanNs / (drift * chip.tickLengthNs) : Number.POSITIVE_INFINITY;
	for (const core of chip.cores) {
		if (core.activity !== "computing") continue;
		setWarmingTicks(chip, core);
		ticks = Math.min(ticks, core.prefetch.leftKib > 0 ? 1 : core.warmingTicks);
	}
	if (ticks === Number.POSITIVE_INFINITY) return NEVER_NS;
	const whole = Math.max(1, Math.min(TICKS_MAX, Math.floor(ticks)));
	return (Math.floor(chip.nowNs / chip.tickLengthNs) + whole) * chip.tickLengthNs;
}
