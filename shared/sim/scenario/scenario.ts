import type { ScenarioMeasure } from "./measures.ts";

/**
 * A scenario: the machine and the work that arrives at it. Plain data, readable from a file
 * (`scenario-file.ts` parses one). Indices refer to the arrays of the same scenario.
 */
export type Scenario = {
	readonly title: string;
	readonly machine: Machine;
	readonly processes: readonly ProcessSpec[];
	readonly locks: readonly LockSpec[];
	readonly barriers: readonly BarrierSpec[];
	readonly pools: readonly PoolSpec[];
	readonly devices: readonly DeviceSpec[];
	readonly channels: readonly ChannelSpec[];
	readonly counters: readonly CounterSpec[];
	readonly jobs: readonly JobSpec[];
	readonly arrivals: readonly Arrival[];
	/** Name of the policy that plays every seat where nobody says otherwise. */
	readonly policy: string;
	/** After this long a running thread makes way for a ready one, under policies that slice. 0: never. */
	readonly quantumNs: number;
	readonly end: End;
	/** What results show first; none: all of them alike. */
	readonly measure: readonly ScenarioMeasure[];
	/** With so many seeds it is run where nobody says otherwise. */
	readonly seeds: number;
};

export type Machine = {
	readonly cores: readonly CoreSpec[];
	/** Time of a hit in the private cache, in the shared L3 and in DRAM, in ns per access. Need not be whole. */
	readonly privateHitNs: number;
	readonly sharedHitNs: number;
	readonly dramNs: number;
	/** The shared L3 in KiB, cut into partitions (one entry: not cut). [0]: there is none. */
	readonly l3PartitionsKib: readonly number[];
	/** Lines that a core's prefetching keeps in flight. */
	readonly prefetchLines: number;
	/** DRAM in KiB, for the footprints of all processes that are there; 0: as much as they want. */
	readonly dramKib: number;
	/** Time in which the swap device fetches one page; it serves one request after the other. */
	readonly pageFaultNs: number;
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
	/** What it can do beyond the ordinary; a thread that needs one of these runs only where it is. */
	readonly can: readonly string[];
	/** Power in mW while busy or overhead, while idle, and asleep. */
	readonly activeMw: number;
	readonly idleMw: number;
	readonly sleepMw: number;
	/** Idle for this long it falls asleep (0: never), and then takes so long to wake. */
	readonly sleepAfterNs: number;
	readonly wakeLatencyNs: number;
	/** What it can be clocked at; one of them is its `speed` and `activeMw`, at which it begins. None: always those. */
	readonly points: readonly OperatingPoint[];
};

/** A frequency with the power that it takes. */
export type OperatingPoint = Pick<CoreSpec, "speed" | "activeMw">;

export type ProcessSpec = {
	readonly name: string;
	/** What screens call its data, a capital letter. None: by its place, the first is A. */
	readonly letter?: string;
	/** Memory the process uses again and again, in KiB; what it can occupy at most in any cache. */
	readonly workingSetKib: number;
	/** All memory that it has, in KiB, from the start of its first thread to the end of its last. */
	readonly footprintKib: number;
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
	/** So much of its working set is prefetched whenever one of its threads gets a core. 0: nothing. */
	readonly prefetchKib: number;
	/** Share of the lines that it brings in which it changes, and which go back over the bus when they are evicted. */
	readonly writeShare: number;
	/** After a crash its threads begin again this much later, with cold caches. 0: they stay dead. */
	readonly restartNs: number;
};

/** Share of first-level misses that a cache holding x KiB of the working set W does not catch. */
export type MissCurve =
	/** All or nothing: 1 until the whole working set is there, then 0. */
	| { readonly type: "step" }
	/** No reuse: 1. */
	| { readonly type: "stream" }
	/** Even reuse: 1 - x / W, never below `floor`. */
	| { readonly type: "linear"; readonly floor: number }
	/** ((1 + x/k)^-alpha - z) / (1 - z) scaled to end at `floor` for x = W, z = (1 + W/k)^-alpha. */
	| { readonly type: "power"; readonly kneeKib: number; readonly alpha: number; readonly floor: number }
	/** As measured: straight between the points [x in KiB, share], from x = 0 on, never rising; level after the last. */
	| { readonly type: "table"; readonly points: readonly (readonly [number, number])[] };

/** Adaptive: spins for as long as blocking would cost (switch and wake), then blocks. */
export const LOCK_WAITING = ["spin", "block", "adaptive"] as const;
export type LockWaiting = (typeof LOCK_WAITING)[number];

export type LockSpec = {
	readonly name: string;
	readonly waiting: LockWaiting;
	/** Who gets it next: the first that asked, or the most urgent. */
	readonly order: "arrival" | "priority";
	/** Whether its owner runs with the priority of the most urgent thread that waits for it. */
	readonly inherits: boolean;
	/** Independent copies; each taking draws one of them, as keys that hash to a stripe do. */
	readonly stripes: number;
	/** Whether the death of its owner frees it. */
	readonly robust: boolean;
};

/** Lets `parties` threads pass together. */
export type BarrierSpec = {
	readonly name: string;
	readonly parties: number;
	/** How they wait for each other: keeping their cores, or freeing them. */
	readonly waiting: "spin" | "block";
};

/** A parallel loop of equal chunks that threads take one by one until none is left. */
export type PoolSpec = { readonly name: string; readonly chunks: number; readonly chunkNs: number };

/** Serves one request after the other, in the order in which they come. */
export type DeviceSpec = { readonly name: string };

/** A queue of messages. Each side pays `fixedNs` and `nsPerByte` on its core. */
export type ChannelSpec = {
	readonly name: string;
	/** So many messages wait in it at most: then a sender waits. 0: as many as there are. */
	readonly capacity: number;
	/** How a receiver waits for a message, and a sender for room: keeping its core, or freeing it. */
	readonly waiting: "spin" | "block";
	readonly fixedNs: number;
	readonly nsPerByte: number;
};

/** A number in memory that threads update without a lock. */
export type CounterSpec = { readonly name: string };

export type JobSpec = { readonly name: string; readonly threads: readonly ThreadSpec[] };

export type ThreadSpec = {
	/** A single capital letter is what screens call the data that it works on; else those are its process's. */
	readonly name: string;
	readonly process: number;
	/** Threads of the same job, by index, that must be done before this one may start. */
	readonly after: readonly number[];
	readonly program: readonly ProgramPhase[];
	/** The part of its job that nothing else can run beside: idle cores book "idle, serial part runs". */
	readonly serial: boolean;
	/** More is more urgent, for policies and locks that look at it; lottery tickets. */
	readonly priority: number;
	/** What its core must be able to do; "": any core will do. */
	readonly needs: string;
	/** The only cores that may run it; none named: all. */
	readonly cores: readonly number[];
	/** The core whose run queue it comes to; -1: the shared queue. */
	readonly home: number;
	/** It should be done this long after it was announced. 0: whenever. */
	readonly deadlineNs: number;
	/** What it does or hands out, for people to read; nothing else depends on it. None: it is one piece. */
	readonly items?: Items;
	/** What its own process and program are called where there is a choice; else "". */
	readonly wayName: string;
	/** Other ways to do the same work, one of which may be chosen until it first starts. Its own is way 0. */
	readonly ways: readonly Way[];
};

/** So many pieces, each of so much work. */
export type Items = { readonly count: number; readonly eachNs: number };

export type Way = {
	readonly name: string;
	readonly process: number;
	readonly program: readonly ProgramPhase[];
};

/** Exactly the given value, or drawn each time from an exponential distribution with that mean. */
export type Spread = "fixed" | "exponential";

/** What a thread does next. */
export type ProgramPhase =
	| { readonly type: "compute"; readonly workNs: number; readonly spread: Spread }
	/** `waiting`: how it waits while the lock is taken; none: as the lock says. */
	| { readonly type: "lock"; readonly lock: number; readonly waiting?: LockWaiting }
	| { readonly type: "unlock"; readonly lock: number }
	/** Back to phase `from` until it was done `times` times; 0: for ever. */
	| { readonly type: "repeat"; readonly from: number; readonly times: number }
	/** From now on so much of the working set is brought in beside the work; 0: all of it. */
	| { readonly type: "prefetch"; readonly kib: number }
	/** Off the core for a while. */
	| { readonly type: "sleep"; readonly ns: number; readonly spread: Spread }
	/** Off the core until the device has served it. */
	| { readonly type: "io"; readonly device: number; readonly ns: number; readonly spread: Spread }
	| { readonly type: "barrier"; readonly barrier: number }
	/** Takes chunks of the pool until none is left. */
	| { readonly type: "chunks"; readonly pool: number }
	| { readonly type: "send"; readonly channel: number; readonly bytes: number }
	| { readonly type: "receive"; readonly channel: number }
	/** Reads the counter, works, writes what it read plus one: updates in between are lost. */
	| { readonly type: "update"; readonly counter: number; readonly workNs: number }
	/** Hands out `count` instances of a job at once, at the cost of this core's time: `ns`, and `nsPerItem` for each. */
	| {
			readonly type: "delegate";
			readonly job: number;
			readonly count: number;
			readonly ns: number;
			readonly nsPerItem: number;
	  }
	/** The whole process dies, with this probability. */
	| { readonly type: "crash"; readonly chance: number };

export type Arrival =
	/**
	 * One job at a given time. `notice`: what it is announced as beforehand, by name; none: it is not. `wave`: so is
	 * all that comes from it up to the next wave.
	 */
	| {
			readonly type: "at";
			readonly atNs: number;
			readonly job: number;
			readonly notice?: string;
			readonly wave?: boolean;
	  }
	/** A closed chain from time 0: when a job is done the next of the list may start, round and round. */
	| { readonly type: "chain"; readonly jobs: readonly number[] }
	/** `count` instances of a job, `gapNs` apart; the work of each is scaled by a factor of mean 1. */
	| {
			readonly type: "process";
			readonly job: number;
			readonly gapNs: number;
			readonly gaps: Spread;
			readonly work: Spread;
			readonly count: number;
	  }
	/** `clients` that each think, hand a job in, wait until it is done, and think again. */
	| {
			readonly type: "clients";
			readonly job: number;
			readonly clients: number;
			readonly thinkNs: number;
			readonly thinking: Spread;
			readonly work: Spread;
	  };

export type End =
	/** At a time; or sooner, when the backlog has been over its limit for so long. */
	| { readonly type: "horizon"; readonly ns: number; readonly backlogLimit?: BacklogLimit }
	/** When everything that arrived is done; only for scenarios that run out of work. */
	| { readonly type: "done" }
	/** When so many jobs are done. */
	| { readonly type: "jobs"; readonly count: number };

/** Backlog: work of all announced threads that are not done, each by its own way and whole until its end. */
export type BacklogLimit = { readonly workNs: number; readonly forNs: number };
