import { at, numberAt } from "../../lib/assert.ts";
import { NEVER_NS } from "../../lib/units.ts";
import { bookWork } from "../chip/accounting.ts";
import type { Chip, Core } from "../chip/chip.ts";
import { refreshL3, setRates } from "./memory.ts";
import { untilFaultNs } from "./paging.ts";
import { landPrefetch, untilPrefetchedNs } from "./prefetch.ts";
import { warmUp } from "./private-cache.ts";
import { nextTickNs } from "./tick.ts";

/** The core begins to compute for its thread. Its final speed is set with everybody else's, in `refreshMemory`. */
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

/** The core computes on, up to its new slice end. Its work must have been booked up to now. */
export function goOnComputing(chip: Chip, core: Core): void {
	anchor(chip, core);
}

/** Books what was computed since the anchor: on the thread, on the core, in the cache. */
export function creditWork(chip: Chip, core: Core): void {
	const thread = at(chip.threads, core.thread);
	const spanNs = chip.nowNs - core.anchorNs;
	const isDone = chip.nowNs >= core.workEndNs;
	const doneNs = isDone ? thread.remainingNs : Math.min(thread.remainingNs, spanNs / core.nsPerWork);
	// On the core, because a number that is handed to a function may cost memory each time.
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

/** What the settled work got from DRAM: into the L3 with the next refresh, also if the thread has stopped until then. */
function bring(chip: Chip, core: Core, process: number): void {
	const bytes = core.demand.bytesPerWork * core.creditedNs;
	if (bytes === 0) return;
	const { broughtBytes } = chip.memory;
	broughtBytes[process] = numberAt(broughtBytes, process) + bytes;
	chip.memory.carriedBytes += core.demand.carriedPerWork * core.creditedNs;
}

/**
 * Brings caches, bus and speeds up to date: while something moves, and whenever the set of
 * running threads has changed. Where nothing uses memory there is nothing to do.
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
	chip.tickNs = nextTickNs(chip, spanNs);
}

/** Books all work up to now, and fills the L3 with what it brought. The speeds have to be set anew afterwards. */
export function bringUpToDate(chip: Chip): void {
	for (const core of chip.cores) if (core.activity === "computing") creditWork(chip, core);
	refreshL3(chip);
}

function anchor(chip: Chip, core: Core): void {
	const thread = at(chip.threads, core.thread);
	core.anchorNs = chip.nowNs;
	core.workEndNs = chip.nowNs + Math.ceil(thread.remainingNs * core.nsPerWork);
	core.nextNs = Math.max(chip.nowNs, Math.min(core.workEndNs, core.sliceEndNs));
	if (core.demand.faultsPerWork > 0)
		core.nextNs = Math.min(core.nextNs, chip.nowNs + untilFaultNs(core, thread));
	if (core.prefetch.perNs > 0)
		core.nextNs = Math.min(core.nextNs, chip.nowNs + untilPrefetchedNs(core.prefetch));
}
