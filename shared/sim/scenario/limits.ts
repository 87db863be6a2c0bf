/**
 * Limits of a scenario and a chip. A file beyond one is refused with the path of the field, the limit and the
 * value found.
 */
export const SCENARIO_MAX = {
	cores: 1_024,
	processes: 256,
	locks: 256,
	jobSpecs: 4_096,
	threadsPerJob: 16_384,
	barriers: 256,
	pools: 256,
	devices: 64,
	/** Runs of one scenario, each with a seed of its own. */
	seeds: 1_000,
	/** Parts that a thread is split into. */
	partsPerThread: 1_024,
	channels: 256,
	channelCapacity: 1_000_000,
	counters: 64,
	/** DRAM of the machine and footprint of a process: 1 TiB. */
	dramKib: 1_073_741_824,
	prefetchLines: 64,
	missCurvePoints: 1_024,
	phasesPerThread: 10_000,
	/** Alternative ways of a thread, and operating points of a core. */
	waysPerThread: 16,
	pointsPerCore: 16,
	arrivals: 100_000,
	/** Jobs that one arrival process brings. */
	jobsPerProcess: 1_000_000,
	clients: 10_000,
	/** Threads that a scenario may let players queue on one core. */
	runQueue: 16,
	/** Longest round: ten minutes of play. No work, pause or deadline is longer. */
	horizonNs: 600_000_000,
	/** One switch, wake-up or page fault: 0.1 s, as long as a disk that has to spin up. */
	costNs: 100_000_000,
	/** One access to a cache or DRAM, or one line transfer: 10 us, ten times an access to a remote machine's memory. */
	accessNs: 10_000,
	/** One byte through a channel: 1 us, slower than a serial line. */
	nsPerByte: 1_000,
	/** A cache, a working set or a prefetch: 1 GiB, the largest L3 of today. */
	cacheKib: 1_048_576,
	/** Partitions of the L3: as many as processors have classes of service. */
	l3Partitions: 16,
	/**
	 * Memory accesses of a process: first-level misses per us (one per ns), and misses in flight (more than any
	 * core tracks).
	 */
	accessesPerUs: 1_000,
	missesInFlight: 64,
	missCurveAlpha: 4,
	/** Bandwidth of the bus, 1 PB/s, and of a process's cap, 10 TB/s. */
	bandwidthBytesPerUs: 1_000_000_000,
	capBytesPerUs: 10_000_000,
	/** Writes to a falsely shared line per us: a hundred per ns. */
	sharedWritesPerUs: 100_000,
	writesPerOwnership: 1_000,
	/** Power of one core: 1 kW. */
	powerMw: 1_000_000,
	/** Special abilities of a core. */
	abilitiesPerCore: 16,
	stripesPerLock: 1_024,
	chunksPerPool: 1_000_000,
	/** Items that a thread may consist of. */
	itemsPerThread: 1_000_000,
	/** Sizes of a batch to choose among. */
	batchSizes: 16,
	/** How many times as long an item may take on a core that is not made for it. */
	misfit: 100,
	messageBytes: 1_000_000_000,
	repeatTimes: 1_000_000_000,
	priority: 1_000_000,
	/** Characters of a name shown to people, and of a word used only within the scenario. */
	nameLetters: 80,
	wordLetters: 40,
} as const;
