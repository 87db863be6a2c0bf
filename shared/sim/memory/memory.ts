import { at, numberAt } from "../../lib/assert.ts";
import { SPEED_STEP } from "../../lib/units.ts";
import type { Chip, Core } from "../chip/chip.ts";
import type { Machine, ProcessSpec } from "../scenario/scenario.ts";
import { type BusDemand, solveBusWait } from "./bus.ts";
import { missRatio } from "./miss-curve.ts";
import { faultsPerLine } from "./paging.ts";
import { aimPrefetch, askToPrefetch, prefetchedPerNs } from "./prefetch.ts";
import { fillL3 } from "./shared-cache.ts";

/** A speed that has changed by a smaller share than this since the last refresh counts as settled. */
const SETTLED = 1e-9;

/**
 * Sets the speed of all computing cores together, from private caches, L3, bus and coherence: T = 1/s + (a/m)
 * ((1 - mu(p)) t_private + (mu(p) - mu(o)) t_shared + mu(o) (t_dram + w)), o = max(L3, private), w the wait for
 * the bus.
 */
export function setRates(chip: Chip): void {
	const { memory } = chip;
	countComputing(chip);
	for (const core of chip.cores) if (core.activity === "computing") setDemand(chip, core);
	const { machine } = chip.scenario;
	solveBusWait(machine, memory, chip, askOfBus);
	let carriedPerNs = 0;
	for (const core of chip.cores) {
		if (core.activity !== "computing") continue;
		setRate(chip, core);
		carriedPerNs += core.carriedPerNs;
	}
	memory.busLoad = carriedPerNs / (machine.bandwidthBytesPerUs / 1000);
}

/** Fills the L3 up to `chip.nowNs` with the bytes brought in since the last refresh. */
export function refreshL3(chip: Chip): void {
	const { memory } = chip;
	const spanNs = chip.nowNs - memory.refreshedNs;
	memory.refreshedNs = chip.nowNs;
	memory.isStale = false;
	if (spanNs > 0) fillL3(chip);
}

/** Counts the threads of each process that compute now. */
function countComputing(chip: Chip): void {
	const { computing } = chip.memory;
	// Not `fill`, which reallocates the array each time.
	for (let process = 0; process < computing.length; process++) computing[process] = 0;
	for (const core of chip.cores) {
		if (core.activity !== "computing") continue;
		const { process } = at(chip.threads, core.thread).spec;
		computing[process] = numberAt(computing, process) + 1;
	}
}

function setDemand(chip: Chip, core: Core): void {
	const { machine, processes } = chip.scenario;
	const index = at(chip.threads, core.thread).spec.process;
	const process = at(processes, index);
	const table = at(chip.missTables, index);
	const privateKib = numberAt(core.warmKib, index);
	const missed = missRatio(table, privateKib);
	const missedAll = missRatio(table, Math.max(privateKib, numberAt(chip.memory.l3Kib, index)));
	const accessPerWork = process.accessesPerUs / 1000;
	const stallShare = accessPerWork / process.missesInFlight;
	const computing = numberAt(chip.memory.computing, index);
	const capPerNs = numberAt(chip.memory.capBytesPerUs, index) / 1000 / computing;
	const { demand } = core;
	demand.waitsPerWork = stallShare * missedAll;
	demand.bytesPerWork = 64 * accessPerWork * missedAll;
	demand.carriedPerWork = demand.bytesPerWork * (1 + process.writeShare);
	demand.faultsPerWork = process.footprintKib > 0 ? accessPerWork * missedAll * faultsPerLine(chip) : 0;
	demand.cappedPerWork = capPerNs > 0 ? demand.carriedPerWork / capPerNs : 0;
	if (core.prefetch.leftKib > 0) aimPrefetch(chip, core, index);
	core.usefulPerWork = 1 / core.spec.speed;
	core.cachePerWork =
		stallShare * ((1 - missed) * machine.privateHitNs + (missed - missedAll) * machine.sharedHitNs) +
		demand.waitsPerWork * machine.dramNs;
	const transferPerWork = transfersPerWork(process, machine) * (computing - 1);
	const besidePerWork = transferPerWork / computing;
	demand.unqueuedPerWork = core.usefulPerWork + core.cachePerWork + besidePerWork;
	demand.leastPerWork = Math.max(demand.cappedPerWork + besidePerWork, transferPerWork);
}

/**
 * The c of false sharing, by which T becomes max(T + c (k - 1) / k, c (k - 1)) for k threads that write the
 * same line.
 */
function transfersPerWork({ sharedWritesPerUs }: ProcessSpec, machine: Machine): number {
	return ((sharedWritesPerUs / 1000) * machine.lineTransferNs) / machine.writesPerOwnership;
}

/** What all cores together put on the bus. */
function askOfBus({ cores, scenario }: Chip, asked: BusDemand): void {
	const { waitNs } = asked;
	asked.bytesPerNs = 0;
	asked.fall = 0;
	for (const core of cores) {
		if (core.activity !== "computing") continue;
		const { demand } = core;
		const perWork = demand.unqueuedPerWork + demand.waitsPerWork * waitNs;
		if (perWork > demand.leastPerWork) {
			const bytesPerNs = demand.carriedPerWork / perWork;
			asked.bytesPerNs += bytesPerNs;
			asked.fall += (bytesPerNs * demand.waitsPerWork) / perWork;
		} else asked.bytesPerNs += demand.carriedPerWork / demand.leastPerWork;
		if (core.prefetch.leftKib > 0) askToPrefetch(scenario.machine, core, asked);
	}
}

/**
 * Sets the core's rates, and records by how much the time that caches and bus take has changed, as a share of
 * the time per unit of work.
 */
function setRate({ memory, scenario }: Chip, core: Core): void {
	const { demand, prefetch } = core;
	const waitNs = memory.busWaitNs;
	const memoryPerWork = core.usefulPerWork + core.cachePerWork + demand.waitsPerWork * waitNs;
	const capped = Math.max(memoryPerWork, demand.cappedPerWork);
	core.busPerWork = capped - core.usefulPerWork - core.cachePerWork;
	core.nsPerWork = Math.max(demand.unqueuedPerWork + demand.waitsPerWork * waitNs, demand.leastPerWork);
	core.fillPerNs = demand.bytesPerWork / core.nsPerWork;
	core.carriedPerNs = demand.carriedPerWork / core.nsPerWork;
	prefetch.perNs = prefetch.leftKib > 0 ? prefetchedPerNs(scenario.machine, core, waitNs) : 0;
	if (prefetch.perNs > 0) {
		core.fillPerNs += prefetch.perNs * prefetch.dramShare;
		core.carriedPerNs += prefetch.perNs * prefetch.carriedShare;
	}
	const stalledPerWork = core.cachePerWork + core.busPerWork;
	const changed = Math.abs(stalledPerWork - demand.stalledPerWork) / core.nsPerWork;
	demand.stalledPerWork = stalledPerWork;
	if (changed > SETTLED) memory.drift = Math.max(memory.drift, changed / SPEED_STEP);
}
