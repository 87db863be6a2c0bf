import type { Chip } from "../sim/chip/chip.ts";
import { residentKib } from "../sim/memory/paging.ts";

/** What the memory bus has carried. `load`: utilisation just now, with queueing; `utilisation`: of all the time. */
export type BusUse = {
	readonly carriedBytes: number;
	readonly utilisation: number;
	readonly load: number;
};

/** What is warm just now, in KiB, by process: in the private cache of each core, and in the shared L3. */
export type CacheUse = {
	readonly processes: readonly string[];
	readonly privateKib: readonly (readonly number[])[];
	readonly l3Kib: readonly number[];
};

/** The footprints that DRAM holds, the share of their pages for which it has no room, and the pages fetched so far. */
export type DramUse = {
	readonly residentKib: number;
	readonly swappedShare: number;
	readonly pageFaults: number;
};

export function measureDram(chip: Readonly<Chip>): DramUse {
	const { swappedShare, pageFaults } = chip.memory;
	return { residentKib: residentKib(chip), swappedShare, pageFaults };
}

export function measureBus({ memory, cores, nowNs, scenario }: Readonly<Chip>): BusUse {
	let { carriedBytes } = memory;
	// What has been carried since the last refresh is not in the sum yet.
	for (const core of cores)
		if (core.activity === "computing") carriedBytes += core.carriedPerNs * (nowNs - core.anchorNs);
	const capacityBytes = (scenario.machine.bandwidthBytesPerUs / 1_000) * nowNs;
	return {
		carriedBytes,
		utilisation: capacityBytes === 0 ? 0 : carriedBytes / capacityBytes,
		load: memory.busLoad,
	};
}

export function measureCaches({ cores, memory, scenario }: Readonly<Chip>): CacheUse {
	return {
		processes: scenario.processes.map(({ name }) => name),
		privateKib: cores.map(({ warmKib }) => [...warmKib]),
		l3Kib: [...memory.l3Kib],
	};
}
