import { at } from "../lib/assert.ts";
import { queueFactor, solveBusLoad } from "./bus.ts";
import type { Chip, Core, Demand } from "./chip.ts";
import { type MissTable, missRatio } from "./miss-curve.ts";
import { fillL3 } from "./shared-cache.ts";

/**
 * Sets the speed of every core that computes, all together: private cache, L3, bus and coherence.
 * T = 1/s + (a/m) ((1 - mu(p)) t_private + (mu(p) - mu(o)) t_shared + mu(o) t_dram q(rho)), o = max(L3, private).
 */
export function setRates(chip: Chip): void {
	const { memory } = chip;
	memory.running.fill(0);
	for (const core of chip.cores) {
		if (core.stage !== "computing") continue;
		const { process } = at(chip.threads, core.thread).spec;
		memory.running[process] = at(memory.running, process) + 1;
	}
	for (const core of chip.cores) if (core.stage === "computing") setDemand(chip, core);
	const before = memory.busLoad;
	memory.busLoad = solveBusLoad(
		chip.scenario.machine.bandwidthBytesPerUs / 1000,
		before,
		bytesPerNs,
		chip.cores,
	);
	const queue = queueFactor(memory.busLoad);
	for (const core of chip.cores) if (core.stage === "computing") setRate(core, queue);
	if (Math.abs(before - memory.busLoad) > 1e-9) memory.isMoving = true;
}

function bytesPerNs(cores: readonly Core[], queue: number): number {
	let sum = 0;
	for (const core of cores)
		if (core.stage === "computing") sum += core.demand.bytesPerWork / timePerWork(core.demand, queue);
	return sum;
}

/** Brings the L3 up to `chip.nowNs` with the rates that have held since the last refresh. */
export function refreshL3(chip: Chip): void {
	const { memory } = chip;
	const spanNs = chip.nowNs - memory.refreshedNs;
	memory.refreshedNs = chip.nowNs;
	memory.isStale = false;
	memory.isMoving = spanNs > 0 && fillL3(chip, spanNs);
}

export function tableOf(chip: Readonly<Chip>, process: number): MissTable {
	return at(chip.missTables, process);
}

function setDemand(chip: Chip, { id, demand, spec, warmKib }: Core): void {
	const { machine, processes } = chip.scenario;
	const index = at(chip.threads, at(chip.cores, id).thread).spec.process;
	const process = at(processes, index);
	const table = tableOf(chip, index);
	const privateKib = at(warmKib, index);
	const missed = missRatio(table, privateKib);
	const missedAll = missRatio(table, Math.max(privateKib, at(chip.memory.l3Kib, index)));
	const accessPerWork = process.accessesPerUs / 1000;
	const stallShare = accessPerWork / process.missesInFlight;
	const running = at(chip.memory.running, index);
	const capPerNs = process.bandwidthCapBytesPerUs / 1000 / running;
	demand.usefulPerWork = 1 / spec.speed;
	demand.dramPerWork = stallShare * missedAll * machine.dramNs;
	demand.bytesPerWork = 64 * accessPerWork * missedAll;
	demand.cachePerWork =
		stallShare * ((1 - missed) * machine.privateHitNs + (missed - missedAll) * machine.sharedHitNs) +
		demand.dramPerWork;
	demand.cappedPerWork = capPerNs > 0 ? demand.bytesPerWork / capPerNs : 0;
	demand.writers = process.sharedWritesPerUs > 0 ? running : 1;
	demand.transferPerWork =
		((process.sharedWritesPerUs / 1000) * machine.lineTransferNs) / machine.writesPerOwnership;
}

function timePerWork(demand: Readonly<Demand>, queue: number): number {
	const memory = demand.usefulPerWork + demand.cachePerWork + demand.dramPerWork * (queue - 1);
	const capped = Math.max(memory, demand.cappedPerWork);
	return capped + coherenceOf(demand, capped);
}

/** False sharing: T becomes max(T + c (k - 1) / k, c (k - 1)). */
function coherenceOf({ writers, transferPerWork }: Readonly<Demand>, withoutPerWork: number): number {
	if (writers < 2) return 0;
	const waiting = transferPerWork * (writers - 1);
	return Math.max(waiting / writers, waiting - withoutPerWork);
}

function setRate(core: Core, queue: number): void {
	const { demand } = core;
	const memory = demand.usefulPerWork + demand.cachePerWork + demand.dramPerWork * (queue - 1);
	core.usefulPerWork = demand.usefulPerWork;
	core.cachePerWork = demand.cachePerWork;
	core.busPerWork = Math.max(memory, demand.cappedPerWork) - demand.usefulPerWork - demand.cachePerWork;
	core.nsPerWork = timePerWork(demand, queue);
	core.fillPerNs = demand.bytesPerWork / core.nsPerWork;
}
