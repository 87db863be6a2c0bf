/** The slow state of everything that cores share: held constant between refreshes, see tick.ts. */
export type Memory = {
	/** False where no process of the scenario ever leaves its first-level cache. */
	readonly isUsed: boolean;
	/** L3 occupancy in KiB, by process. */
	readonly l3Kib: number[];
	/** By process: KiB of the L3 that are its alone, and what it may take of the bus in bytes per us (0: all). */
	readonly reservedKib: number[];
	readonly capBytesPerUs: number[];
	/** The L3 as processes fill it. */
	l3Parts: readonly L3Part[];
	/** By process: cores that compute for it (for use within a refresh), and bytes from DRAM since the last refresh. */
	readonly computing: number[];
	readonly broughtBytes: number[];
	/** By process: its threads that have begun and are not over. While there is one its footprint is in DRAM. */
	readonly begun: number[];
	/** Share of all pages that DRAM has no room for; pages fetched so far; when the swap device is free again. */
	swappedShare: number;
	pageFaults: number;
	swapFreeNs: number;
	/** Utilisation of the bus, 0 <= rho < 1. */
	busLoad: number;
	/** Bytes carried over the bus so far, from DRAM and back. */
	carriedBytes: number;
	/** When it was last brought up to date, and whether the running threads have changed since. */
	refreshedNs: number;
	isStale: boolean;
	/** By how much speeds and L3 moved over the last span, in steps of what may change in one; 0: all has settled. */
	drift: number;
};

/** A part of the L3 and the processes that share it. */
export type L3Part = { readonly sizeKib: number; readonly members: readonly number[] };

/** What a core that computes wants of bus and coherence, before the bus: set anew at every refresh. */
export type Demand = {
	/** DRAM without queueing, which queueing stretches, in ns per ns of work. */
	dramPerWork: number;
	/** Bytes from DRAM per ns of work; and over the bus, with what is written back. */
	bytesPerWork: number;
	carriedPerWork: number;
	/** Pages that must be fetched from the swap device per ns of work. */
	faultsPerWork: number;
	/** Time per unit of work without queueing; the least that the process's bandwidth cap allows; and the least at all. */
	unqueuedPerWork: number;
	cappedPerWork: number;
	leastPerWork: number;
	/** What caches and bus took per unit of work over the last span. */
	stalledPerWork: number;
};

/** What a core brings in beside its work, for the process that it runs. */
export type Prefetch = {
	/** What is still to be brought. */
	leftKib: number;
	/** While computing, in bytes per ns. */
	perNs: number;
	/** Share of its lines that comes from DRAM; and bytes over the bus for each byte, with what is written back. */
	dramShare: number;
	carriedShare: number;
	/** Time of a line without queueing, and the part of it that queueing stretches. */
	lineNs: number;
	dramNs: number;
	/** Most that its process may put on the bus from this core, in bytes per ns. */
	capPerNs: number;
};

/** A miss curve ready for use: `misses(x)` without powers. */
export type MissTable = {
	readonly workingSetKib: number;
	readonly isStream: boolean;
	readonly isStep: boolean;
	readonly floor: number;
	readonly points: Float64Array | undefined;
	/** Points as measured: sizes in KiB, rising from 0, and shares; empty for the other curves. */
	readonly atKib: readonly number[];
	readonly shares: readonly number[];
};
