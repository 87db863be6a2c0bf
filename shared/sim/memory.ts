import { at, numberAt } from "../lib/assert.ts";
import { queueFactor, solveBusLoad } from "./bus.ts";
import type { Chip, Core, Demand } from "./chip.ts";
import { type MissTable, missRatio } from "./miss-curve.ts";
import { faultsPerLine } from "./paging.ts";
import { fillL3 } from "./shared-cache.ts";

/**
 * Sets the speed of every core that computes, all together: private cache, L3, bus and coherence.
 * T = 1/s + (a/m) ((1 - mu(p)) t_private + (mu(p) - mu(o)) t_shared + mu(o) t_dram q(rho)), o = max(L3, private).
 */
export function setRates(chip: Chip): void {
	const { memory } = chip;
	countComputing(chip);
	for (const core of chip.cores) if (core.stage === "computing") setDemand(chip, core);
	const before = memory.busLoad;
	memory.busLoad = solveBusLoad(
		chip.scenario.machine.bandwidthBytesPerUs / 1000,
		before,
		chip.cores,
		bytesPerNs,
	);
	const queue = queueFactor(memory.busLoad);
	for (const core of chip.cores) if (core.stage === "computing") setRate(core, queue);
	if (Math.abs(before - memory.busLoad) > 1e-9) memory.isMoving = true;
}

/** Brings the L3 up to `chip.nowNs` with the rates that have held since the last refresh. */
export function refreshL3(chip: Chip): void {
	const { memory } = chip;
	const spanNs = chip.nowNs - memory.refreshedNs;
	memory.refreshedNs = chip.nowNs;
	memory.isStale = false;
	memory.isMoving = spanNs > 0 && fillL3(chip);
}

export function tableOf(chip: Readonly<Chip>, process: number): MissTable {
	return at(chip.missTables, process);
}

/** How many threads of each process compute just now. */
function countComputing(chip: Chip): void {
	const { computing } = chip.memory;
	computing.fill(0);
	for (const core of chip.cores) {
		if (core.stage !== "computing") continue;
		const { process } = at(chip.threads, core.thread).spec;
		computing[process] = numberAt(computing, process) + 1;
	}
}

function setDemand(chip: Chip, core: Core): void {
	const { machine, processes } = chip.scenario;
	const index = at(chip.threads, core.thread).spec.process;
	const process = at(processes, index);
	const table = tableOf(chip, index);
	const privateKib = numberAt(core.warmKib, index);
	const missed = missRatio(table, privateKib);
	const missedAll = missRatio(table, Math.max(privateKib, numberAt(chip.memory.l3Kib, index)));
	const accessPerWork = process.accessesPerUs / 1000;
	const stallShare = accessPerWork / process.missesInFlight;
	const computing = numberAt(chip.memory.computing, index);
	const capPerNs = process.bandwidthCapBytesPerUs / 1000 / computing;
	const { demand } = core;
	demand.dramPerWork = stallShare * missedAll * machine.dramNs;
	demand.bytesPerWork = 64 * accessPerWork * missedAll;
	demand.faultsPerWork = process.footprintKib > 0 ? accessPerWork * missedAll * faultsPerLine(chip) : 0;
	demand.carriedPerByte = 1 + process.writeShare;
	demand.cappedPerWork = capPerNs > 0 ? (demand.bytesPerWork * demand.carriedPerByte) / capPerNs : 0;
	demand.writers = process.sharedWritesPerUs > 0 ? computing : 1;
	demand.transferPerWork =
		((process.sharedWritesPerUs / 1000) * machine.lineTransferNs) / machine.writesPerOwnership;
	core.usefulPerWork = 1 / core.spec.speed;
	core.cachePerWork =
		stallShare * ((1 - missed) * machine.privateHitNs + (missed - missedAll) * machine.sharedHitNs) +
		demand.dramPerWork;
}

/** What all cores together put on the bus if an access takes `queue` times as long. */
function bytesPerNs(cores: readonly Core[], queue: number): number {
	let sum = 0;
	for (const core of cores) {
		if (core.stage !== "computing") continue;
		const memory = memoryPerWork(core, queue);
		sum +=
			(core.demand.bytesPerWork * core.demand.carriedPerByte) / (memory + coherenceOf(core.demand, memory));
	}
	return sum;
}

/** Time per unit of work but for coherence. */
function memoryPerWork({ usefulPerWork, cachePerWork, demand }: Core, queue: number): number {
	const memory = usefulPerWork + cachePerWork + demand.dramPerWork * (queue - 1);
	return Math.max(memory, demand.cappedPerWork);
}

/** False sharing: T becomes max(T + c (k - 1) / k, c (k - 1)). */
function coherenceOf({ writers, transferPerWork }: Demand, withoutPerWork: number): number {
	if (writers < 2) return 0;
	const waiting = transferPerWork * (writers - 1);
	return Math.max(waiting / writers, waiting - withoutPerWork);
}

function setRate(core: Core, queue: number): void {
	const memory = memoryPerWork(core, queue);
	core.busPerWork = memory - core.usefulPerWork - core.cachePerWork;
	core.nsPerWork = memory + coherenceOf(core.demand, memory);
	core.fillPerNs = core.demand.bytesPerWork / core.nsPerWork;
	core.carriedPerNs = core.fillPerNs * core.demand.carriedPerByte;
}
