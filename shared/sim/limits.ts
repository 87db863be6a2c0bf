/** What a scenario and a chip may hold. Beyond these a scenario file is refused with the limit's name. */
export const LIMITS = {
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
	/** Longest round, in machine ns: ten minutes of play. */
	horizonNs: 600_000_000,
} as const;
