/** What a scenario and a chip may hold. Beyond these a file is refused: with the path of the field, the limit, and what was found. */
export const SCENARIO_MAX = {
	cores: 1_024,
	processes: 256,
	locks: 256,
	jobSpecs: 4_096,
	threadsPerJob: 16_384,
	barriers: 256,
	pools: 256,
	devices: 64,
	/** Runs of one scenario. */
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
	/** Other ways of a thread; operating points of a core. */
	waysPerThread: 16,
	pointsPerCore: 16,
	arrivals: 100_000,
	/** Jobs of one arrival process. */
	jobsPerProcess: 1_000_000,
	clients: 10_000,
	/** Threads that a core's run queue takes from players; rules may fill it further. */
	runQueue: 8,
	/** Longest round, in machine ns: ten minutes of play. No work, pause or deadline is longer. */
	horizonNs: 600_000_000,
	/** One switch, wake-up or page fault: 0.1 s, as long as a disk that has to spin up first keeps its thread. */
	costNs: 100_000_000,
	/** One access to a cache or to DRAM, or one line's way to another core: 10 us, ten times that to a far machine's memory. */
	accessNs: 10_000,
	/** One byte through a channel: 1 us, slower than a serial line. */
	nsPerByte: 1_000,
	/** A cache, a working set, what is prefetched of it: 1 GiB, the largest L3 of today. */
	cacheKib: 1_048_576,
	/** Parts of the L3: as many classes of service as processors have. */
	l3Partitions: 16,
	/** A process's way to memory: first-level misses per us, one per ns; misses in flight, more than any core tracks. */
	accessesPerUs: 1_000,
	missesInFlight: 64,
	missCurveAlpha: 4,
	/** Of the bus: 1 PB/s; and of a cap on a process, where a cap makes sense: 10 TB/s. */
	bandwidthBytesPerUs: 1_000_000_000,
	capBytesPerUs: 10_000_000,
	/** Writes to a line that others write too: a hundred per ns. */
	sharedWritesPerUs: 100_000,
	writesPerOwnership: 1_000,
	/** A core: 1 kW. */
	powerMw: 1_000_000,
	/** What a core can do beyond the ordinary. */
	abilitiesPerCore: 16,
	stripesPerLock: 1_024,
	chunksPerPool: 1_000_000,
	/** Items that a thread is said to consist of. */
	itemsPerThread: 1_000_000,
	messageBytes: 1_000_000_000,
	repeatTimes: 1_000_000_000,
	priority: 1_000_000,
	/** Letters of a name that people read, and of a word that only the scenario uses. */
	nameLetters: 80,
	wordLetters: 40,
} as const;
