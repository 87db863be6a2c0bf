/**
 * A scenario: the machine and the work that arrives at it. Plain data, readable from a file
 * (`scenario-file.ts` parses one). Indices refer to the arrays of the same scenario.
 */
export type Scenario = {
	readonly title: string;
	readonly machine: Machine;
	readonly processes: readonly ProcessSpec[];
	readonly locks: readonly LockSpec[];
	readonly jobs: readonly JobSpec[];
	readonly arrivals: readonly Arrival[];
	readonly end: End;
};

export type Machine = {
	readonly cores: readonly CoreSpec[];
	/** Time of a hit in the private cache, in the shared L3 and in DRAM, in ns per access. Need not be whole. */
	readonly privateHitNs: number;
	readonly sharedHitNs: number;
	readonly dramNs: number;
	/** The shared L3 in KiB, cut into partitions (one entry: not cut). [0]: there is none. */
	readonly l3PartitionsKib: readonly number[];
	/** What the memory bus can carry, in bytes per us. */
	readonly bandwidthBytesPerUs: number;
	/** Time to bring a line from another core's cache, in ns, and writes done before the line is taken away. */
	readonly lineTransferNs: number;
	readonly writesPerOwnership: number;
	/** Cost of switching a core to a thread of another process, and of the same one, in ns. */
	readonly processSwitchNs: number;
	readonly threadSwitchNs: number;
	/** Cost of waking a blocked thread, and of handing a lock to a spinning one, in ns. */
	readonly wakeNs: number;
	readonly handOffNs: number;
};

export type CoreSpec = {
	readonly kind: "P" | "E";
	/** Work done per ns on warm caches, relative to an ideal core, 0 < speed <= 1. */
	readonly speed: number;
	/** Private cache (L1 and L2 as one), in KiB. */
	readonly privateKib: number;
};

export type ProcessSpec = {
	readonly name: string;
	/** Memory the process uses again and again, in KiB; what it can occupy at most in any cache. */
	readonly workingSetKib: number;
	/** Accesses that miss the first-level cache, per us of work. 0: never leaves it. */
	readonly accessesPerUs: number;
	/** Misses in flight at once (memory-level parallelism), at least 1. */
	readonly missesInFlight: number;
	readonly missCurve: MissCurve;
	/** Which part of the L3 it may use: an index of `l3PartitionsKib`. */
	readonly l3Partition: number;
	/** What it may take of the bus, in bytes per us, all its threads together. 0: no cap. */
	readonly bandwidthCapBytesPerUs: number;
	/** Writes per us of work to a line that other threads of the process write too. 0: padded or private. */
	readonly sharedWritesPerUs: number;
};

/** Share of first-level misses that a cache holding x KiB of the working set W does not catch. */
export type MissCurve =
	/** No reuse: 1. */
	| { readonly type: "stream" }
	/** Even reuse: 1 - x / W, never below `floor`. */
	| { readonly type: "linear"; readonly floor: number }
	/** ((1 + x/k)^-alpha - z) / (1 - z) scaled to end at `floor` for x = W, z = (1 + W/k)^-alpha. */
	| { readonly type: "power"; readonly kneeKib: number; readonly alpha: number; readonly floor: number };

export type LockSpec = { readonly name: string; readonly waiting: "spin" | "block" };

export type JobSpec = { readonly name: string; readonly threads: readonly ThreadSpec[] };

export type ThreadSpec = {
	readonly name: string;
	readonly process: number;
	/** Threads of the same job, by index, that must be done before this one may start. */
	readonly after: readonly number[];
	readonly program: readonly Phase[];
	/** The part of its job that nothing else can run beside: idle cores book "idle, serial part runs". */
	readonly serial: boolean;
};

/** What a thread does next. */
export type Phase =
	| { readonly type: "compute"; readonly workNs: number }
	| { readonly type: "lock"; readonly lock: number }
	| { readonly type: "unlock"; readonly lock: number };

export type Arrival =
	/** One job at a given time. */
	| { readonly type: "at"; readonly atNs: number; readonly job: number }
	/** A closed chain from time 0: when a job is done the next of the list may start, round and round. */
	| { readonly type: "chain"; readonly jobs: readonly number[] };

export type End =
	| { readonly type: "horizon"; readonly ns: number }
	/** When everything that arrived is done; only for scenarios without a chain. */
	| { readonly type: "done" };
