import type { ReadonlyChip } from "./chip.ts";

/** Whether timed arrivals or processes still have jobs to bring. */
export function isMoreToCome(chip: ReadonlyChip): boolean {
	return chip.nextArrival < chip.timed.length || chip.arrivalLeft.some((left) => left > 0);
}

/** Whether all that was to come has come and is done. */
export function isAllDone(chip: ReadonlyChip): boolean {
	return !isMoreToCome(chip) && chip.threads.every(({ state }) => state === "done");
}
