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
	/** Time of a hit in the private cache, and in the next level, in ns per access. Need not be whole. */
	readonly privateHitNs: number;
	readonly sharedHitNs: number;
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
	/** Memory the process uses again and again, in KiB. Its miss curve is linear: mu(x) = 1 - x / W. */
	readonly workingSetKib: number;
	/** Accesses that miss the first-level cache, per us of work. 0: never leaves it. */
	readonly accessesPerUs: number;
	/** Misses in flight at once (memory-level parallelism), at least 1. */
	readonly missesInFlight: number;
};

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
