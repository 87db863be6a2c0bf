import type { Lesson } from "./lesson.ts";

/** Seats of a chip of that size in which people may sit: none where the chip is the measure. */
export function seatsOpen({ botSeats, measureCores }: Lesson, cores: number): number[] {
	if (measureCores.includes(cores)) return [];
	return Array.from({ length: cores + 1 }, (_, seat) => seat).filter((seat) => !botSeats.includes(seat));
}
