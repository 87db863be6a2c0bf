/** What a scenario and a chip may hold. Beyond these a scenario file is refused with the limit's name. */
export const LIMITS = {
	cores: 64,
	processes: 256,
	locks: 256,
	jobSpecs: 4_096,
	threadsPerJob: 1_024,
	phasesPerThread: 10_000,
	arrivals: 100_000,
	/** Threads that a core's run queue takes from players; rules may fill it further. */
	runQueue: 8,
	/** Longest round, in machine ns: ten minutes of play. */
	horizonNs: 600_000_000,
} as const;
