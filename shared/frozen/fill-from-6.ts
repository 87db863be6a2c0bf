import { NEVER_NS } from "../lib/units.ts";
import type { Chip } from "../sim/chip/chip.ts";
import type { Scenario } from "../sim/scenario/scenario.ts";

/** What version 7 has added, as it was in version 6. */
export function fillFrom6(chip: Chip): () => void {
	const scenario = chip.scenario as { -readonly [Field in keyof Scenario]: Scenario[Field] };
	// A constant, and what every lesson allowed.
	scenario.runQueueMax = 8;
	scenario.coresTake = true;
	scenario.coresLookAhead = true;
	for (const seat of chip.seats) {
		// The whole policy played for whoever was away: there was no stand-in.
		seat.isHeld = false;
		seat.takesNs = NEVER_NS;
	}
	return () => {};
}
