import { at, numberAt } from "../../lib/assert.ts";
import type { Chip, ReadonlyChip, ReadonlyCore, ReadonlyThread } from "../chip/chip.ts";

/** Lines of 64 bytes in a page of 4 KiB: fetching one page serves that many misses. */
const LINES_PER_PAGE = 64;
/** A fault is due when its shares sum to 1, less what rounding may have lost. */
const FAULT_DUE = 1 - 1e-9;

/**
 * Records that a thread of the process begins (`by` 1) or ends (-1), and updates how much of all footprints
 * DRAM cannot hold.
 */
export function countBegun(chip: Chip, process: number, by: number): void {
	const { memory, scenario } = chip;
	memory.begun[process] = numberAt(memory.begun, process) + by;
	const { dramKib } = scenario.machine;
	if (dramKib === 0) return;
	const neededKib = footprintKib(chip);
	memory.swappedShare = neededKib > dramKib ? 1 - dramKib / neededKib : 0;
	memory.isStale = true;
}

/** Sum of the footprints of all processes with a thread that has begun and not ended, in KiB. */
export function footprintKib({ memory, scenario }: ReadonlyChip): number {
	let sumKib = 0;
	for (let process = 0; process < scenario.processes.length; process++)
		if (numberAt(memory.begun, process) > 0) sumKib += at(scenario.processes, process).footprintKib;
	return sumKib;
}

/** Page faults per line read from DRAM: a page is missing as a whole and fetched as a whole. */
export function faultsPerLine({ memory }: ReadonlyChip): number {
	return memory.swappedShare / LINES_PER_PAGE;
}

/** Time until the running thread's next page fault at the present speed, in ns, at least 1. */
export function untilFaultNs({ demand, nsPerWork }: ReadonlyCore, thread: ReadonlyThread): number {
	return Math.max(1, Math.ceil(((1 - thread.faultShare) / demand.faultsPerWork) * nsPerWork));
}

/** Whether the work the thread has done adds up to a whole page fault. */
export function isFaultDue(thread: ReadonlyThread): boolean {
	return thread.faultShare >= FAULT_DUE;
}
