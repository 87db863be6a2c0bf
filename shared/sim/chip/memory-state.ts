/** Slow state of the shared memory system, held constant between refreshes (see tick.ts). */
export type Memory = {
	/** False if no process of the scenario ever leaves its first-level cache. */
	readonly isUsed: boolean;
	/** L3 occupancy in KiB, by process. */
	readonly l3Kib: number[];
	/** By process: KiB of the L3 reserved for it alone, and its bandwidth cap in bytes per us (0: none). */
	readonly reservedKib: number[];
	readonly capBytesPerUs: number[];
	/** The L3 divided into the parts that processes fill. */
	l3Parts: readonly L3Part[];
	/**
	 * By process: number of cores computing for it (valid within a refresh), and bytes brought from DRAM since
	 * the last refresh.
	 */
	readonly computing: number[];
	readonly broughtBytes: number[];
	/** By process: its threads that have begun and not ended. While there is one, its footprint is in DRAM. */
	readonly begun: number[];
	/** Share of all pages that do not fit into DRAM, pages fetched so far, and when the swap device is free. */
	swappedShare: number;
	pageFaults: number;
	swapFreeNs: number;
	/** How long each DRAM access waits for the bus, in ns, and the bus's utilisation, 0 to 1. */
	busWaitNs: number;
	busLoad: number;
	/** Bytes carried over the bus so far, reads and write-backs. */
	carriedBytes: number;
	/** When it was last brought up to date, and whether the set of running threads has changed since. */
	refreshedNs: number;
	isStale: boolean;
	/**
	 * Largest change of a speed or of the L3 over the last span, as a multiple of SPEED_STEP or FILL_STEP; 0:
	 * settled.
	 */
	drift: number;
};

/** A part of the L3 and the processes that share it. */
export type L3Part = { readonly sizeKib: number; readonly members: readonly number[] };

/** What a computing core demands of bus and coherence, before bus queueing. Recomputed at every refresh. */
export type Demand = {
	/** DRAM accesses one after the other per ns of work: by so much queueing for the bus is multiplied. */
	waitsPerWork: number;
	/** KiB that misses bring into the private cache per ns of work, over the present span. */
	missedKibPerWork: number;
	/** Bytes read from DRAM per ns of work, and bytes on the bus including write-backs. */
	bytesPerWork: number;
	carriedPerWork: number;
	/** Pages fetched from the swap device per ns of work. */
	faultsPerWork: number;
	/**
	 * Time per unit of work without queueing; its lower bound from the process's bandwidth cap; its lower bound
	 * overall.
	 */
	unqueuedPerWork: number;
	cappedPerWork: number;
	leastPerWork: number;
	/** Time that caches and bus took per unit of work over the last span. */
	stalledPerWork: number;
};

/** What a core prefetches for the process it runs. */
export type Prefetch = {
	/** What remains to be prefetched. */
	leftKib: number;
	/** Rate while computing, in bytes per ns. */
	perNs: number;
	/** Share of its lines that come from DRAM, and bus bytes per prefetched byte including write-backs. */
	dramShare: number;
	carriedShare: number;
	/** Time per line without queueing, in ns. */
	lineNs: number;
	/** Most its process may put on the bus from this core, in bytes per ns. */
	capPerNs: number;
};

/** A tabulated miss curve, so that `missRatio` needs no powers. */
export type MissTable = {
	readonly workingSetKib: number;
	readonly isStream: boolean;
	readonly isStep: boolean;
	readonly floor: number;
	readonly points: Float64Array | undefined;
	/** Measured points: sizes in KiB, rising from 0, and miss ratios; empty for the other curves. */
	readonly atKib: readonly number[];
	readonly shares: readonly number[];
};
