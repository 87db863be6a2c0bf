import type { Chip } from "../sim/chip/chip.ts";

/** What version 7 has added, as it was in version 6. */
export function fillFrom6(chip: Chip): () => void {
	// The whole policy played for whoever was away: there was no stand-in.
	for (const seat of chip.seats) seat.isHeld = false;
	return () => {};
}
