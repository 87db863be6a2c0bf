import type { ReadonlyChip } from "../sim/chip/chip.ts";
import { footprintKib } from "../sim/memory/paging.ts";

/**
 * Use of the memory bus. `load`: present utilisation, 0 to 1, from which queueing follows; `utilisation`: over
 * all the time.
 */
export type BusUse = {
	readonly carriedBytes: number;
	readonly utilisation: number;
	readonly load: number;
};

/** Present cache contents in KiB, by process: in the private cache of each core, and in the shared L3. */
export type CacheUse = {
	readonly processes: readonly string[];
	readonly privateKib: readonly (readonly number[])[];
	readonly l3Kib: readonly number[];
};

/**
 * Sum of the footprints of the processes that have begun and not ended, what of it is resident in DRAM, the share
 * of their pages for which there is no room, and the pages fetched so far.
 */
export type DramUse = {
	readonly footprintKib: number;
	readonly residentKib: number;
	readonly swappedShare: number;
	readonly pageFaults: number;
};

/** Use of DRAM now, and page faults so far. */
export function measureDram(chip: ReadonlyChip): DramUse {
	const { swappedShare, pageFaults } = chip.memory;
	const neededKib = footprintKib(chip);
	return { footprintKib: neededKib, residentKib: neededKib * (1 - swappedShare), swappedShare, pageFaults };
}

/** Use of the bus up to now, including what was carried since the last refresh. */
export function measureBus({ memory, cores, nowNs, scenario }: ReadonlyChip): BusUse {
	let { carriedBytes } = memory;
	// The sum does not contain what was carried since the last refresh.
	for (const core of cores)
		if (core.activity === "computing") carriedBytes += core.carriedPerNs * (nowNs - core.anchorNs);
	const capacityBytes = (scenario.machine.bandwidthBytesPerUs / 1_000) * nowNs;
	return {
		carriedBytes,
		utilisation: capacityBytes === 0 ? 0 : carriedBytes / capacityBytes,
		load: memory.busLoad,
	};
}

/** Cache contents as of each cache's last update. */
export function measureCaches({ cores, memory, scenario }: ReadonlyChip): CacheUse {
	return {
		processes: scenario.processes.map(({ name }) => name),
		privateKib: cores.map(({ warmKib }) => [...warmKib]),
		l3Kib: [...memory.l3Kib],
	};
}
