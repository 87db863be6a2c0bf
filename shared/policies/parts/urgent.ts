import { at } from "../../lib/assert.ts";
import type { ReadonlyChip } from "../../sim/chip/chip.ts";
import type { Command } from "../../sim/chip/command.ts";
import { cheapestWithRoom, packetOf, untilNextNs } from "./observations.ts";

/**
 * The first urgent task that nobody has dealt, to the front of the queue where it starts soonest; undefined if there is
 * none or no room.
 */
export function placeUrgent(chip: ReadonlyChip): Command | undefined {
	const urgent = chip.shared.map((id) => at(chip.threads, id)).find(({ spec }) => spec.priority > 0);
	if (urgent === undefined) return undefined;
	const core = cheapestWithRoom(chip, packetOf(chip, urgent.job), (id) => urgentAheadNs(chip, id));
	return core < 0 ? undefined : { type: "plan", thread: urgent.id, core, position: 0 };
}

/** Work before an urgent task at the front of that core's queue, other urgent ones included. */
function urgentAheadNs(chip: ReadonlyChip, id: number): number {
	const core = at(chip.cores, id);
	return core.queue
		.map((waiting) => at(chip.threads, waiting))
		.filter(({ spec }) => spec.priority > 0)
		.reduce((sumNs, { workNs }) => sumNs + workNs, untilNextNs(chip, core));
}
