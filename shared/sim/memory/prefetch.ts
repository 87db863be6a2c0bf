import { at, numberAt } from "../../lib/assert.ts";
import type { Chip, Core } from "../chip/chip.ts";
import type { Prefetch } from "../chip/memory-state.ts";
import type { Machine } from "../scenario/scenario.ts";
import type { BusDemand } from "./bus.ts";
import { makeRoom, reachableKib } from "./private-cache.ts";
import { l3LimitKib } from "./shared-cache.ts";

const LINE_BYTES = 64;
const LINE_KIB = LINE_BYTES / 1024;
/** More bytes per ns than any bus carries. */
const NO_CAP = Number.MAX_SAFE_INTEGER;

/**
 * Starts prefetching `kib` of the working set of the thread's process (0: all of it), replacing what was still
 * to be prefetched.
 */
export function startPrefetch(chip: Chip, core: Core, process: number, kib: number): void {
	const { accessesPerUs, workingSetKib } = at(chip.scenario.processes, process);
	core.prefetch.leftKib = accessesPerUs === 0 ? 0 : kib === 0 ? workingSetKib : kib;
}

/**
 * Sets where the next prefetched lines come from: what the private cache lacks, from the L3 and DRAM in the
 * proportion in which they hold it; once that is full, from DRAM into the L3. Ends the prefetch when nothing
 * more can be brought.
 */
export function aimPrefetch(chip: Chip, core: Core, index: number): void {
	const { prefetch } = core;
	const { machine, processes } = chip.scenario;
	const process = at(processes, index);
	const table = at(chip.missTables, index);
	const warmKib = numberAt(core.warmKib, index);
	const l3Kib = numberAt(chip.memory.l3Kib, index);
	const roomKib = reachableKib(chip, core, index) - warmKib;
	const mostKib = Math.max(roomKib, l3LimitKib(chip, index) - l3Kib);
	prefetch.leftKib = Math.max(0, Math.min(prefetch.leftKib, mostKib));
	// A stream never reads again what it left in the L3.
	const missingKib = roomKib <= 0 || table.isStream ? 0 : table.workingSetKib - warmKib;
	const sharedShare = missingKib > 0 ? Math.min(1, Math.max(0, l3Kib - warmKib) / missingKib) : 0;
	prefetch.dramShare = 1 - sharedShare;
	prefetch.carriedShare = prefetch.dramShare * (1 + process.writeShare);
	prefetch.lineNs = sharedShare * machine.sharedHitNs + prefetch.dramShare * machine.dramNs;
	const cap = numberAt(chip.memory.capBytesPerUs, index);
	prefetch.capPerNs = cap > 0 ? cap / 1000 / numberAt(chip.memory.computing, index) : NO_CAP;
}

/**
 * Adds the core's prefetching to the demand on the bus. Misses and prefetching together never exceed the
 * process's cap.
 */
export function askToPrefetch(machine: Machine, core: Core, asked: BusDemand): void {
	const { demand, prefetch } = core;
	const { waitNs } = asked;
	const lineNs = lineNsAt(machine, prefetch, waitNs);
	const wantedPerNs = (machine.prefetchLines * LINE_BYTES * prefetch.carriedShare) / lineNs;
	const queuedPerWork = demand.unqueuedPerWork + demand.waitsPerWork * waitNs;
	const perWork = Math.max(queuedPerWork, demand.leastPerWork);
	const missesPerNs = demand.carriedPerWork / perWork;
	const leftPerNs = Math.max(0, prefetch.capPerNs - missesPerNs);
	if (wantedPerNs < leftPerNs) {
		asked.bytesPerNs += wantedPerNs;
		if (lineNs > leastLineNs(machine)) asked.fall += (wantedPerNs * prefetch.dramShare) / lineNs;
		return;
	}
	// Prefetching takes over what misses leave of the cap, so more queueing changes nothing.
	asked.bytesPerNs += leftPerNs;
	if (leftPerNs > 0 && queuedPerWork > demand.leastPerWork)
		asked.fall -= (missesPerNs * demand.waitsPerWork) / perWork;
}

/**
 * Bytes per ns that the core prefetches, from L3 and DRAM together, if a DRAM access waits for the bus for
 * `waitNs`.
 */
export function prefetchedPerNs(machine: Machine, core: Core, waitNs: number): number {
	const { demand, prefetch, nsPerWork } = core;
	const wantedPerNs = (machine.prefetchLines * LINE_BYTES) / lineNsAt(machine, prefetch, waitNs);
	if (prefetch.carriedShare === 0) return wantedPerNs;
	const leftPerNs = Math.max(0, prefetch.capPerNs - demand.carriedPerWork / nsPerWork);
	return Math.min(wantedPerNs, leftPerNs / prefetch.carriedShare);
}

/** How long a prefetched line is in flight if a DRAM access waits for the bus for `waitNs`. */
function lineNsAt(machine: Machine, { lineNs, dramShare }: Prefetch, waitNs: number): number {
	return Math.max(lineNs + dramShare * waitNs, leastLineNs(machine));
}

/** Least time for which a prefetched line is in flight: the bus carries no more than all that are. */
function leastLineNs({ prefetchLines, bandwidthBytesPerUs }: Machine): number {
	return (prefetchLines * LINE_BYTES * 1000) / bandwidthBytesPerUs;
}

/** Puts what was prefetched in `spanNs` into the private cache, and into the L3 at the next refresh. */
export function landPrefetch(chip: Chip, core: Core, process: number, spanNs: number): void {
	const { prefetch } = core;
	if (prefetch.perNs === 0) return;
	const broughtKib = Math.min(prefetch.leftKib, (prefetch.perNs * spanNs) / 1024);
	const leftKib = prefetch.leftKib - broughtKib;
	prefetch.leftKib = leftKib < LINE_KIB ? 0 : leftKib;
	const { memory } = chip;
	memory.broughtBytes[process] =
		numberAt(memory.broughtBytes, process) + broughtKib * 1024 * prefetch.dramShare;
	memory.carriedBytes += broughtKib * 1024 * prefetch.carriedShare;
	const warmKib = numberAt(core.warmKib, process);
	const limitKib = reachableKib(chip, core, process);
	if (warmKib >= limitKib) return;
	const filledKib = warmKib + broughtKib;
	core.warmKib[process] = filledKib;
	if (filledKib > limitKib - LINE_KIB) core.warmKib[process] = limitKib;
	makeRoom(core, process);
}

/** Time until the prefetch is complete at the present speed, in ns, at least 1. */
export function untilPrefetchedNs({ leftKib, perNs }: Readonly<Prefetch>): number {
	return Math.max(1, Math.ceil((leftKib * 1024) / perNs));
}
