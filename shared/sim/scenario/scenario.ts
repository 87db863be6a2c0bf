import type { Arrival } from "./arrival.ts";
import type { End } from "./end.ts";
import type { HandOutSpec } from "./hand-out.ts";
import type { ScenarioMeasure } from "./measures.ts";
import type { Spread } from "./spread.ts";

/**
 * A machine and the work that arrives at it. Plain data; `scenario-file.ts` parses it from a file. Indices
 * refer to the arrays of the same scenario.
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
	/** How divisible threads are handed out; without it there are none. */
	readonly handOut?: HandOutSpec | undefined;
	readonly arrivals: readonly Arrival[];
	/** Name of the policy that plays every seat unless the run says otherwise. */
	readonly policy: string;
	/** Length of a time slice under policies that slice, in ns; 0: no slicing. */
	readonly quantumNs: number;
	/** Threads that players may queue on one core; rules of the simulation may queue more. */
	readonly runQueueMax: number;
	/**
	 * Whether cores that people play may take threads out of the shared queue. Otherwise the scheduler deals them, and
	 * a core without work takes one by itself.
	 */
	readonly coresTake: boolean;
	/**
	 * Whether they may also take those that wait for others. Otherwise only the scheduler plans what is not ready yet.
	 */
	readonly coresLookAhead: boolean;
	readonly end: End;
	/** Measures that results show first; empty: no preference. */
	readonly measure: readonly ScenarioMeasure[];
	/** Number of seeds it is run with unless the run says otherwise. */
	readonly seeds: number;
};

/** Hardware of the chip. What its defaults are taken from is said in `scenario-fields.ts`. */
export type Machine = {
	readonly cores: readonly CoreSpec[];
	/** Latency of a hit in the private cache, in the shared L3 and in DRAM, in ns per access; may be fractional. */
	readonly privateHitNs: number;
	readonly sharedHitNs: number;
	readonly dramNs: number;
	/** The shared L3 in KiB, by partition (one entry: not partitioned). [0]: no L3. */
	readonly l3PartitionsKib: readonly number[];
	/** Lines that a core's prefetcher keeps in flight. */
	readonly prefetchLines: number;
	/** DRAM in KiB, for the footprints of all processes present; 0: unlimited. */
	readonly dramKib: number;
	/** Time the swap device takes to fetch one page, in ns; it serves one request at a time. */
	readonly pageFaultNs: number;
	/** Bandwidth of the memory bus, in bytes per us. */
	readonly bandwidthBytesPerUs: number;
	/** Time to transfer a line from another core's cache, in ns, and writes done before the line is taken away again. */
	readonly lineTransferNs: number;
	readonly writesPerOwnership: number;
	/** Cost of switching a core to a thread of another process, and to another thread of the same process, in ns. */
	readonly processSwitchNs: number;
	readonly threadSwitchNs: number;
	/** Cost of waking a blocked thread, and of handing a lock to a spinning one, in ns. */
	readonly wakeNs: number;
	readonly handOffNs: number;
	/** Whether a woken thread takes its core back from a thread begun there meanwhile. */
	readonly wakePreempts: boolean;
};

/** A core at the start of a round. */
export type CoreSpec = {
	readonly kind: "P" | "E";
	/** Work done per ns with warm caches, relative to an ideal core, 0 < speed <= 1. */
	readonly speed: number;
	/** Private cache (L1 and L2 as one), in KiB. */
	readonly privateKib: number;
	/** Special abilities, as words; a thread that needs one runs only on cores that have it. */
	readonly can: readonly string[];
	/** Power in mW while busy (overhead included), idle, and asleep. */
	readonly activeMw: number;
	readonly idleMw: number;
	readonly sleepMw: number;
	/** Idle time after which it falls asleep (0: never), and the latency of waking it, both in ns. */
	readonly sleepAfterNs: number;
	readonly wakeLatencyNs: number;
	/** Operating points it may be set to; one of them equals its initial `speed` and `activeMw`. Empty: fixed. */
	readonly points: readonly OperatingPoint[];
};

/** A speed and the power it takes. */
export type OperatingPoint = Pick<CoreSpec, "speed" | "activeMw">;

/** A process: an address space and how its threads use memory. */
export type ProcessSpec = {
	readonly name: string;
	/** Capital letter that names its data on screens; without one, A for the first process, and so on. */
	readonly letter?: string | undefined;
	/** Memory it uses repeatedly, in KiB; also the most it occupies in any cache. */
	readonly workingSetKib: number;
	/** All its memory in KiB, resident from the start of its first thread to the end of its last. */
	readonly footprintKib: number;
	/** Accesses that miss the first-level cache, per us of work; 0: none do. */
	readonly accessesPerUs: number;
	/** Misses in flight at once (memory-level parallelism), at least 1. */
	readonly missesInFlight: number;
	readonly missCurve: MissCurve;
	/** The L3 partition it fills, by index of `l3PartitionsKib`. */
	readonly l3Partition: number;
	/** Most bandwidth it may use, in bytes per us, for all its threads together; 0: no cap. */
	readonly bandwidthCapBytesPerUs: number;
	/** Writes per us of work to a line that its other threads write too (false sharing); 0: padded or private. */
	readonly sharedWritesPerUs: number;
	/** KiB of its working set prefetched whenever one of its threads gets a core; 0: none. */
	readonly prefetchKib: number;
	/** Share of the lines it brings in that it modifies; they go back over the bus when evicted. */
	readonly writeShare: number;
	/** Time after a crash at which its threads restart with cold caches, in ns; 0: they stay dead. */
	readonly restartNs: number;
};

/** Miss ratio: share of first-level misses that a cache holding x KiB of the working set W does not catch. */
export type MissCurve =
	/** All or nothing: 1 until the whole working set is cached, then 0. */
	| { readonly type: "step" }
	/** No reuse: always 1. */
	| { readonly type: "stream" }
	/** Uniform reuse: 1 - x / W, at least `floor`. */
	| { readonly type: "linear"; readonly floor: number }
	/** ((1 + x/k)^-alpha - z) / (1 - z), scaled to reach `floor` at x = W; z = (1 + W/k)^-alpha. */
	| { readonly type: "power"; readonly kneeKib: number; readonly alpha: number; readonly floor: number }
	/**
	 * As measured: linear between the points [KiB, miss ratio], the first at 0 KiB, never rising; constant after
	 * the last.
	 */
	| { readonly type: "table"; readonly points: readonly (readonly [number, number])[] };

/**
 * How threads wait at a taken lock. adaptive: spin for as long as blocking would cost (switch and wake), then
 * block.
 */
export const LOCK_WAITING = ["spin", "block", "adaptive"] as const;
/** One of LOCK_WAITING. */
export type LockWaiting = (typeof LOCK_WAITING)[number];

/**
 * Who gets a freed lock. fifo: the first waiter in the lock's order, running or not. able: the first that could go
 * on at once, else the first. barging: whoever takes it first; one sleeper is woken for it.
 */
export const LOCK_HAND_OFF = ["fifo", "able", "barging"] as const;
/** One of LOCK_HAND_OFF. */
export type LockHandOff = (typeof LOCK_HAND_OFF)[number];

/** A lock that threads share. */
export type LockSpec = {
	readonly name: string;
	readonly waiting: LockWaiting;
	/** Which waiter comes first: the one that asked first, or the most urgent one. */
	readonly order: "arrival" | "priority";
	readonly handOff: LockHandOff;
	/** Whether its owner inherits the priority of the most urgent thread waiting for it. */
	readonly inherits: boolean;
	/** Independent copies; each acquisition draws one at random, as a key hashed to a stripe does. */
	readonly stripes: number;
	/** Whether it is freed when its owner dies. */
	readonly robust: boolean;
};

/** A barrier that `parties` threads pass together. */
export type BarrierSpec = {
	readonly name: string;
	readonly parties: number;
	/** How threads wait for the others: keeping their cores, or freeing them. */
	readonly waiting: "spin" | "block";
};

/** A parallel loop of equal chunks that threads take one by one until none is left. */
export type PoolSpec = { readonly name: string; readonly chunks: number; readonly chunkNs: number };

/** An I/O device that serves one request at a time, first come first served. */
export type DeviceSpec = { readonly name: string };

/** A message queue. Each side pays `fixedNs` plus `nsPerByte` per byte on its core. */
export type ChannelSpec = {
	readonly name: string;
	/** Most messages that can wait in it, after which senders wait; 0: unlimited. */
	readonly capacity: number;
	/** How a receiver waits for a message and a sender for room: keeping its core, or freeing it. */
	readonly waiting: "spin" | "block";
	readonly fixedNs: number;
	readonly nsPerByte: number;
};

/** A number in memory that threads update without a lock. */
export type CounterSpec = { readonly name: string };

/** A kind of job: a graph of threads. It is done when all of them are. */
export type JobSpec = { readonly name: string; readonly threads: readonly ThreadSpec[] };

/** A thread of a job, shown to players as a task. */
export type ThreadSpec = {
	/** Name. A single capital letter also names the data it works on; otherwise its process's letter does. */
	readonly name: string;
	readonly process: number;
	/** Threads of the same job, by index, that must be done before this one may start. */
	readonly after: readonly number[];
	readonly program: readonly ProgramPhase[];
	/** Whether it is the serial part of its job: idle cores book "serial part runs" while it runs. */
	readonly serial: boolean;
	/** More is more urgent, for policies and locks that use it; also its number of lottery tickets. */
	readonly priority: number;
	/** Ability its core must have; "": none. */
	readonly needs: string;
	/** The only cores that may run it; empty: all. */
	readonly cores: readonly number[];
	/** The core in whose run queue it arrives; -1: the shared queue. */
	readonly home: number;
	/** Time after its announcement by which it should be done, in ns; 0: no deadline. */
	readonly deadlineNs: number;
	/** Items it consists of: what batches are counted in, else only for people to read. Without them it is one piece. */
	readonly items?: Items | undefined;
	/** Whether cores do not run it but ask for batches of its items. */
	readonly divisible?: boolean | undefined;
	/** What its own way is called where there is a choice; else "". */
	readonly wayName: string;
	/** Alternative ways to do the same work, to be chosen before it first starts. Its own is way 0. */
	readonly ways: readonly Way[];
};

/** A number of equal pieces, each of `eachNs` work. */
export type Items = { readonly count: number; readonly eachNs: number };

/** An alternative process and program for a thread. */
export type Way = {
	readonly name: string;
	readonly process: number;
	readonly program: readonly ProgramPhase[];
};

/** One step of a thread's program. */
export type ProgramPhase =
	| { readonly type: "compute"; readonly workNs: number; readonly spread: Spread }
	/** `waiting`: how it waits while the lock is taken; without it, as the lock says. */
	| { readonly type: "lock"; readonly lock: number; readonly waiting?: LockWaiting }
	| { readonly type: "unlock"; readonly lock: number }
	/** Back to phase `from` until its lap has been run `times` times; 0: without end. */
	| { readonly type: "repeat"; readonly from: number; readonly times: number }
	/** Starts prefetching `kib` of the working set while the thread goes on; 0: all of it. */
	| { readonly type: "prefetch"; readonly kib: number }
	/** Leaves the core for that long. */
	| { readonly type: "sleep"; readonly ns: number; readonly spread: Spread }
	/** Leaves the core until the device has served its request. */
	| { readonly type: "io"; readonly device: number; readonly ns: number; readonly spread: Spread }
	| { readonly type: "barrier"; readonly barrier: number }
	/** Takes chunks of the pool until none is left. */
	| { readonly type: "chunks"; readonly pool: number }
	| { readonly type: "send"; readonly channel: number; readonly bytes: number }
	| { readonly type: "receive"; readonly channel: number }
	/** Reads the counter, works, then writes what it read plus one: updates made in between are lost. */
	| { readonly type: "update"; readonly counter: number; readonly workNs: number }
	/** Creates `count` instances of a job at once, which takes this core `ns`, and `nsPerItem` more for each. */
	| {
			readonly type: "delegate";
			readonly job: number;
			readonly count: number;
			readonly ns: number;
			readonly nsPerItem: number;
	  }
	/** The whole process dies, with this probability. */
	| { readonly type: "crash"; readonly chance: number }
	/**
	 * First phase of a batch, made when core `to` asks for it: the core that runs it hands it out, which takes `ns`,
	 * and the batch goes to `to`. No scenario has it.
	 */
	| { readonly type: "handOut"; readonly to: number; readonly ns: number };
