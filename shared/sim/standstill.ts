import { at } from "../lib/assert.ts";
import { NEVER_NS, NS_PER_PLAY_S } from "../lib/units.ts";
import { unreachable } from "../lib/unreachable.ts";
import type { Chip, ReadonlyChip, ReadonlyCore } from "./chip/chip.ts";
import type { EventSink } from "./chip/event.ts";
import { nextSeatNs } from "./chip/seats.ts";
import { nextTimerNs } from "./chip/timers.ts";
import { meetingOf } from "./chip/wait.ts";
import { nextArrivalNs } from "./threads/arrivals.ts";

/** A chip that has stood still for longer is stuck. Two decision points, and then its bot, take less [S3]. */
const PATIENCE_NS = 30 * NS_PER_PLAY_S;

/**
 * To be called after every event and command: notes since when nothing has moved, and reports that the chip is
 * stuck, which is at once if nothing is due that could move it.
 */
export function watchStandstill(chip: Chip, sink: EventSink | undefined): void {
	if (!isStill(chip)) {
		chip.stillNs = NEVER_NS;
		chip.isStuck = false;
		return;
	}
	if (chip.stillNs === NEVER_NS) chip.stillNs = chip.nowNs;
	if (chip.isStuck || (chip.nowNs < stuckFromNs(chip) && isAnythingDue(chip))) return;
	chip.isStuck = true;
	sink?.({ type: "stuck", atNs: chip.nowNs, sinceNs: chip.stillNs });
}

/** When the chip counts as stuck unless something moves before; NEVER_NS if it moves, or is stuck already. */
export function stuckFromNs(chip: ReadonlyChip): number {
	const { stillNs, isStuck, alive, quantumNs } = chip;
	if (stillNs === NEVER_NS || isStuck) return NEVER_NS;
	// By then all that take turns at spinning have had a slice, and all that spin only for a time have blocked.
	return stillNs + PATIENCE_NS + (alive + 1) * (quantumNs + longestSpinNs(chip));
}

/** The longest that a thread spins before it blocks, if it ever does. */
function longestSpinNs({ cores, scenario: { machine } }: ReadonlyChip): number {
	let longestNs = machine.processSwitchNs + machine.wakeNs;
	for (const { spinForNs } of cores) longestNs = Math.max(longestNs, spinForNs);
	return longestNs;
}

/** Whether there is work, but no thread gets any further, no time runs out and nothing will arrive. */
function isStill(chip: ReadonlyChip): boolean {
	for (const core of chip.cores) if (!isCoreStill(chip, core)) return false;
	return chip.alive > 0 && nextTimerNs(chip) === NEVER_NS && nextArrivalNs(chip) === NEVER_NS;
}

function isCoreStill(chip: ReadonlyChip, { activity, thread }: ReadonlyCore): boolean {
	switch (activity) {
		case "idle":
		case "spinning":
			return true;
		case "computing":
			return false;
		case "switching":
		case "waking":
			// To a thread that will only spin on.
			return meetingOf(chip, at(chip.threads, thread)) !== undefined;
		default:
			return unreachable(activity);
	}
}

function isAnythingDue(chip: ReadonlyChip): boolean {
	if (chip.pace === "human" && nextSeatNs(chip) < NEVER_NS) return true;
	return chip.tickNs < NEVER_NS || chip.cores.some(({ nextNs }) => nextNs < NEVER_NS);
}
