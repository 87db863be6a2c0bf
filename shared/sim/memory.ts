import { at } from "../lib/assert.ts";
import { queueFactor, solveBusLoad } from "./bus.ts";
import type { Chip, Core, Thread } from "./chip.ts";
import { type MissTable, missRatio } from "./miss-curve.ts";
import { fillL3 } from "./shared-cache.ts";

/** How a core computes for its thread just now, before the bus: everything that the bus load scales or adds to. */
type Demand = {
	readonly core: Core;
	readonly usefulPerWork: number;
	/** Caches and DRAM without queueing, and the DRAM part of it that queueing stretches, in ns per ns of work. */
	readonly cachePerWork: number;
	readonly dramPerWork: number;
	/** Bytes from DRAM per ns of work. */
	readonly bytesPerWork: number;
	/** Least time per unit of work that the process's bandwidth cap allows. */
	readonly cappedPerWork: number;
	/** Threads of the process that write the same line, this one included; and its cost per unit of work. */
	readonly writers: number;
	readonly transferPerWork: number;
};

/**
 * Sets the speed of every core that computes, all together: private cache, L3, bus and coherence.
 * T = 1/s + (a/m) ((1 - mu(p)) t_private + (mu(p) - mu(o)) t_shared + mu(o) t_dram q(rho)), o = max(L3, private).
 */
export function setRates(chip: Chip): void {
	const demands: Demand[] = [];
	for (const core of chip.cores) if (core.stage === "computing") demands.push(demandOf(chip, core));
	const before = chip.memory.busLoad;
	chip.memory.busLoad = solveBusLoad(chip.scenario.machine.bandwidthBytesPerUs / 1000, before, (queue) => {
		let bytesPerNs = 0;
		for (const demand of demands) bytesPerNs += demand.bytesPerWork / timePerWork(demand, queue);
		return bytesPerNs;
	});
	const queue = queueFactor(chip.memory.busLoad);
	for (const demand of demands) setRate(demand, queue);
	if (Math.abs(before - chip.memory.busLoad) > 1e-9) chip.memory.isMoving = true;
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

function demandOf(chip: Chip, core: Core): Demand {
	const { machine, processes } = chip.scenario;
	const thread = at(chip.threads, core.thread);
	const index = thread.spec.process;
	const process = at(processes, index);
	const table = tableOf(chip, index);
	const privateKib = at(core.warmKib, index);
	const missed = missRatio(table, privateKib);
	const missedAll = missRatio(table, Math.max(privateKib, at(chip.memory.l3Kib, index)));
	const accessPerWork = process.accessesPerUs / 1000;
	const stallShare = accessPerWork / process.missesInFlight;
	const dramPerWork = stallShare * missedAll * machine.dramNs;
	const bytesPerWork = 64 * accessPerWork * missedAll;
	const { running, writers } = companions(chip, thread);
	const capPerNs = process.bandwidthCapBytesPerUs / 1000 / running;
	return {
		core,
		usefulPerWork: 1 / core.spec.speed,
		cachePerWork:
			stallShare * ((1 - missed) * machine.privateHitNs + (missed - missedAll) * machine.sharedHitNs) +
			dramPerWork,
		dramPerWork,
		bytesPerWork,
		cappedPerWork: capPerNs > 0 ? bytesPerWork / capPerNs : 0,
		writers,
		transferPerWork:
			((process.sharedWritesPerUs / 1000) * machine.lineTransferNs) / machine.writesPerOwnership,
	};
}

/** How many threads of the same process compute just now, and how many of them write to the same line. */
function companions(chip: Chip, thread: Thread): { running: number; writers: number } {
	let running = 0;
	for (const core of chip.cores) {
		if (core.stage !== "computing") continue;
		if (at(chip.threads, core.thread).spec.process === thread.spec.process) running++;
	}
	const writes = at(chip.scenario.processes, thread.spec.process).sharedWritesPerUs > 0;
	return { running, writers: writes ? running : 1 };
}

function timePerWork(demand: Demand, queue: number): number {
	const memory = demand.usefulPerWork + demand.cachePerWork + demand.dramPerWork * (queue - 1);
	const capped = Math.max(memory, demand.cappedPerWork);
	return capped + coherenceOf(demand, capped);
}

/** False sharing: T becomes max(T + c (k - 1) / k, c (k - 1)). */
function coherenceOf({ writers, transferPerWork }: Demand, withoutPerWork: number): number {
	if (writers < 2) return 0;
	const waiting = transferPerWork * (writers - 1);
	return Math.max(waiting / writers, waiting - withoutPerWork);
}

function setRate(demand: Demand, queue: number): void {
	const { core } = demand;
	const memory = demand.usefulPerWork + demand.cachePerWork + demand.dramPerWork * (queue - 1);
	core.usefulPerWork = demand.usefulPerWork;
	core.cachePerWork = demand.cachePerWork;
	core.busPerWork = Math.max(memory, demand.cappedPerWork) - demand.usefulPerWork - demand.cachePerWork;
	core.nsPerWork = timePerWork(demand, queue);
	core.fillPerNs = demand.bytesPerWork / core.nsPerWork;
}
