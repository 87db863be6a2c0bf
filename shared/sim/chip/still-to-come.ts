import type { ReadonlyChip } from "./chip.ts";

/** Whether timed arrivals or processes still have jobs to bring. */
export function isMoreToCome(chip: ReadonlyChip): boolean {
	for (const left of chip.arrivalLeft) if (left > 0) return true;
	return chip.nextArrival < chip.timed.length;
}

/** Whether all that was to come has come and is done. */
export function isAllDone(chip: ReadonlyChip): boolean {
	return !isMoreToCome(chip) && chip.threads.every(({ state }) => state === "done");
}
