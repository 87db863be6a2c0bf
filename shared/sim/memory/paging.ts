import { at, numberAt } from "../../lib/assert.ts";
import type { Chip, ReadonlyChip, ReadonlyCore, ReadonlyThread } from "../chip/chip.ts";

/** Lines of 64 bytes in a page of 4 KiB: fetching it serves so many misses. */
const LINES_PER_PAGE = 64;
/** A fault is due when the shares of it sum to 1, but for what summing them has rounded. */
const FAULT_DUE = 1 - 1e-9;

/** A thread of the process begins (`by` 1) or is over (-1): DRAM holds the footprint of who has begun. */
export function countBegun(chip: Chip, process: number, by: number): void {
	const { memory, scenario } = chip;
	memory.begun[process] = numberAt(memory.begun, process) + by;
	const { dramKib } = scenario.machine;
	if (dramKib === 0) return;
	const neededKib = residentKib(chip);
	memory.swappedShare = neededKib > dramKib ? 1 - dramKib / neededKib : 0;
	memory.isStale = true;
}

/** Footprints of all processes that have a thread which has begun and is not over. */
export function residentKib({ memory, scenario }: ReadonlyChip): number {
	let sumKib = 0;
	for (let process = 0; process < scenario.processes.length; process++)
		if (numberAt(memory.begun, process) > 0) sumKib += at(scenario.processes, process).footprintKib;
	return sumKib;
}

/** Page faults per line that comes from DRAM: the whole page is missing, and comes as a whole. */
export function faultsPerLine({ memory }: ReadonlyChip): number {
	return memory.swappedShare / LINES_PER_PAGE;
}

/** Time until the running thread misses a page, at the present speed. */
export function untilFaultNs({ demand, nsPerWork }: ReadonlyCore, thread: ReadonlyThread): number {
	return Math.max(1, Math.ceil(((1 - thread.faultShare) / demand.faultsPerWork) * nsPerWork));
}

export function isFaultDue(thread: ReadonlyThread): boolean {
	return thread.faultShare >= FAULT_DUE;
}
