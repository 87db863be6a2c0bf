import { at, numberAt } from "../../lib/assert.ts";
import { NEVER_NS } from "../../lib/units.ts";
import { bookWork } from "../chip/accounting.ts";
import type { Chip, Core } from "../chip/chip.ts";
import { refreshL3, setRates } from "./memory.ts";
import { untilFaultNs } from "./paging.ts";
import { landPrefetch, untilPrefetchedNs } from "./prefetch.ts";
import { measureMisses, warmUp } from "./private-cache.ts";
import { setNextTick } from "./tick.ts";

/**
 * Starts computing for the core's thread. `refreshMemory` then sets its final speed together with that of all
 * others.
 */
export function beginComputing(chip: Chip, core: Core): void {
	core.usefulPerWork = 1 / core.spec.speed;
	core.cachePerWork = 0;
	core.busPerWork = 0;
	core.prefetch.perNs = 0;
	core.fillPerNs = 0;
	core.carriedPerNs = 0;
	core.demand.faultsPerWork = 0;
	core.demand.stalledPerWork = 0;
	core.nsPerWork = core.usefulPerWork;
	chip.memory.isStale = true;
	anchor(chip, core);
}

/** Continues computing up to the new end of the slice. Work up to now must have been credited. */
export function goOnComputing(chip: Chip, core: Core): void {
	anchor(chip, core);
}

/** Credits the work done since the anchor to the thread, the core and its private cache. */
export function creditWork(chip: Chip, core: Core): void {
	const thread = at(chip.threads, core.thread);
	const spanNs = chip.nowNs - core.anchorNs;
	const isDone = chip.nowNs >= core.workEndNs;
	const doneNs = isDone ? thread.remainingNs : Math.min(thread.remainingNs, spanNs / core.nsPerWork);
	// Kept on the core because passing a fractional number to a function may allocate.
	core.creditedNs = doneNs;
	bookWork(chip, core);
	thread.remainingNs -= doneNs;
	thread.doneNs += doneNs;
	thread.faultShare += doneNs * core.demand.faultsPerWork;
	core.workDoneNs += doneNs;
	core.anchorNs = chip.nowNs;
	bring(chip, core, thread.spec.process);
	warmUp(chip, core, thread.spec.process);
	landPrefetch(chip, core, thread.spec.process, spanNs);
}

/**
 * Counts the bytes that the credited work read from DRAM. They enter the L3 at the next refresh, even if the
 * thread stops before.
 */
function bring(chip: Chip, core: Core, process: number): void {
	const bytes = core.demand.bytesPerWork * core.creditedNs;
	if (bytes === 0) return;
	const { broughtBytes } = chip.memory;
	broughtBytes[process] = numberAt(broughtBytes, process) + bytes;
	chip.memory.carriedBytes += core.demand.carriedPerWork * core.creditedNs;
}

/**
 * Brings caches, bus and speeds up to date at ticks while something changes, and whenever the set of running
 * threads has changed. Does nothing in a scenario that uses no memory.
 */
export function refreshMemory(chip: Chip): void {
	const { memory } = chip;
	if (!memory.isUsed) {
		chip.tickNs = NEVER_NS;
		return;
	}
	if (!memory.isStale && chip.tickNs > chip.nowNs) return;
	const spanNs = chip.nowNs - memory.refreshedNs;
	bringUpToDate(chip);
	setRates(chip);
	for (const core of chip.cores) if (core.activity === "computing") anchor(chip, core);
	setNextTick(chip, spanNs);
}

/** Credits all work up to now and fills the L3 with what it brought. The caller sets the speeds afterwards. */
export function bringUpToDate(chip: Chip): void {
	for (const core of chip.cores) if (core.activity === "computing") creditWork(chip, core);
	refreshL3(chip);
}

function anchor(chip: Chip, core: Core): void {
	const thread = at(chip.threads, core.thread);
	if (chip.memory.isUsed) measureMisses(chip, core, thread.spec.process);
	core.anchorNs = chip.nowNs;
	core.workEndNs = chip.nowNs + Math.ceil(thread.remainingNs * core.nsPerWork);
	core.nextNs = Math.max(chip.nowNs, Math.min(core.workEndNs, core.sliceEndNs));
	if (core.demand.faultsPerWork > 0)
		core.nextNs = Math.min(core.nextNs, chip.nowNs + untilFaultNs(core, thread));
	if (core.prefetch.perNs > 0)
		core.nextNs = Math.min(core.nextNs, chip.nowNs + untilPrefetchedNs(core.prefetch));
}
