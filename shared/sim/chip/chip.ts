import type { DeepReadonly } from "../../lib/deep-readonly.ts";
import type { CoreSpec, Scenario, ThreadSpec } from "../scenario/scenario.ts";
import type { QueueOrder } from "./command.ts";
import type { Job } from "./job-state.ts";
import type { Lock } from "./lock-state.ts";
import type { Demand, Memory, MissTable, Prefetch } from "./memory-state.ts";
import type { Policy } from "./policy.ts";

/** Causes of core time. Every nanosecond of every core is booked to exactly one: they sum to cores x time. */
export const CAUSES = [
	"useful",
	"cacheStall",
	"busStall",
	"coherenceStall",
	"spin",
	"ipc",
	"delegating",
	"switch",
	"waking",
	"idleWorkWaits",
	"idleSerial",
	"idleBlocked",
	"idleNothing",
	"asleep",
] as const;
/** One of CAUSES. */
export type Cause = (typeof CAUSES)[number];
/** Time in ns per cause. */
export type CauseBar = Record<Cause, number>;

/** `queue` of a thread that waits in the shared queue of all cores. */
export const SHARED = -1;
/** `queue` of a thread that is in no queue. */
export const NOWHERE = -2;

/** Stands for "none" where the index of a core, a thread or a chain is expected. */
export const NONE = -1;

/**
 * hidden: something it waits for has not started. waiting: announced and may be planned, but cannot run yet. ready:
 * could run now. running, spinning: on a core. blocked: off it, until a lock, message, device, thread or time lets it.
 */
export type ThreadState = "hidden" | "waiting" | "ready" | "running" | "spinning" | "blocked" | "done";

/** A thread of a job; its times are NEVER_NS until they happen. */
export type Thread = {
	/** Index in `chip.threads`: ids rise in order of creation and are never reused. */
	readonly id: number;
	readonly job: number;
	/**
	 * As in the scenario, except that the way, cores and priority are those chosen since, and a divisible thread
	 * consists of the items that nobody has asked for.
	 */
	spec: ThreadSpec;
	/** Which way it does its work: 0 is its own, k is `spec.ways[k - 1]`. */
	way: number;
	/** Work of its program in ns on an ideal core, as far as known beforehand, and how much of it is done. */
	workNs: number;
	doneNs: number;
	/** As `workNs`, but of way 0, on a core made for it: what the work is worth, however it is done. */
	taskWorkNs: number;
	/** Factor of all its work, and the state of its own random stream. */
	readonly scale: number;
	random: number;
	/** Ids of the threads that wait for this one. */
	successors: number[];
	state: ThreadState;
	/** Blocked until its process restarts, if ever: the process has crashed. */
	isDead: boolean;
	phase: number;
	/** Work left in the current phase at the anchor of the core that runs it; exact when it does not run. */
	remainingNs: number;
	/** Overhead it pays when it next gets a core, in ns. */
	debtNs: number;
	/** Fraction of a page fault that its work has accumulated, 0 to 1. */
	faultShare: number;
	/** Progress within a phase of several steps, and a value it carries: bytes received or counter read. */
	step: number;
	carry: number;
	/** Laps done of each repeat phase, by index of the phase; sparse. */
	laps: number[];
	/** Locks it owns, and the stripe it has chosen and waits for (NONE: none), as indices of `chip.locks`. */
	held: number[];
	wanted: number;
	/** Order of queueing: a new, higher ticket when it is announced, wakes, yields or ends a slice; not when preempted. */
	ticket: number;
	/** The queue from which it was last started. */
	from: number;
	/** Full slices used in the epoch `sliceEpoch`. */
	slices: number;
	sliceEpoch: number;
	/** Woken into the queue it had been started from, and not moved since: it may take back the core it ran on last. */
	isWoken: boolean;
	/** What is left of its slice, and of its spell of spinning before it blocks, in ns; 0: it gets a whole one. */
	sliceLeftNs: number;
	spinLeftNs: number;
	/** Number of predecessors that have not started, and of those that are not done. */
	unstarted: number;
	undone: number;
	/** The core that runs it or ran it last, -1 before the first. */
	core: number;
	/** The core in whose run queue it waits, or SHARED or NOWHERE. */
	queue: number;
	announcedNs: number;
	readyNs: number;
	startNs: number;
	finishNs: number;
};

/** What a core is doing until `nextNs`. waking: an overhead, booked to `overheadCause`. */
export type CoreActivity = "idle" | "switching" | "waking" | "computing" | "spinning";

/** A core, its private cache and its books. */
export type Core = {
	readonly id: number;
	/** As in the scenario, except for the operating point and the time to fall asleep set since. */
	spec: CoreSpec;
	/** How long its threads spin at a taken lock before they block, in ns; -1: as the lock says. */
	spinForNs: number;
	/** Energy its busy time took at earlier operating points beyond what the present one takes, in pJ. */
	repricedPj: number;
	/** Its run queue, which is its plan: ids of waiting and ready threads, next to run first. */
	readonly queue: number[];
	activity: CoreActivity;
	/** The thread it runs, or -1, and since when. */
	thread: number;
	startedNs: number;
	/** The thread it ran last, or -1. Resuming that one costs no switch. */
	lastThread: number;
	/** When its present activity at its present rate began, and when it ends. */
	anchorNs: number;
	nextNs: number;
	/** When the phase's work ends at the present speed, or its spinning, and when the slice ends. */
	workEndNs: number;
	sliceEndNs: number;
	/** What the activity `waking` is booked to. */
	overheadCause: Cause;
	isAsleep: boolean;
	/** Time per unit of work while computing; of it: the core itself, caches and DRAM, queueing for the bus. */
	nsPerWork: number;
	usefulPerWork: number;
	cachePerWork: number;
	busPerWork: number;
	/** While computing, what it brings in from DRAM and what that puts on the bus, in bytes per ns. */
	fillPerNs: number;
	carriedPerNs: number;
	readonly demand: Demand;
	readonly prefetch: Prefetch;
	/** KiB in its private cache by process, and the processes it has run, most recent first. */
	readonly warmKib: number[];
	/** Ticks until the private cache holds all it can of the running process, or FILL_STEP more; infinity if it does. */
	warmingTicks: number;
	readonly recent: number[];
	/** Cause to which idle time is booked. */
	idleCause: Cause;
	/** Time up to which the core is booked, and the ns booked so far by cause, in the order of CAUSES. */
	bookedNs: number;
	readonly booked: number[];
	/** Fractions of a ns still owed to each part of computing time; negative if paid too early. */
	readonly owed: number[];
	/** Work done here, in ns on an ideal core, may be fractional. */
	workDoneNs: number;
	/** The span of computing that was booked last, and the work done in it. */
	spanNs: number;
	creditedNs: number;
};

/** A future event: a thread wakes, an arrival brings a job, or a process restarts. */
export type Timer = {
	readonly atNs: number;
	readonly what: "thread" | "arrival" | "process";
	readonly id: number;
};

/** machine: policies decide at once. human: bots decide about once a second of play and plan ahead. */
export type Pace = "machine" | "human";

/** A seat: who drives it and when it next decides. */
export type Seat = {
	/** 0 is the scheduler, k is core k - 1. */
	readonly id: number;
	driver: "person" | "bot";
	/** Whether a person has driven it in this round. From then on only a stand-in plays for them. */
	isHeld: boolean;
	/** Decides when a bot drives; its stand-in when a person lets a decision point run out, or is away. */
	policy: Policy;
	/** At human pace: mean time between two looks of its bot in ns, and how many threads the bot plans ahead. */
	readonly lookMeanNs: number;
	readonly planAhead: number;
	/** How long a decision point waits for a person, in machine ns. */
	windowNs: number;
	/** When the open decision point closes; NEVER_NS if none is open. */
	deadlineNs: number;
	/** When the bot looks at the chip again. */
	nextActNs: number;
	/** Where the scheduler deals: when the idle core takes an undealt thread by itself; else NEVER_NS. */
	takesNs: number;
	/** Consecutive decision points left unanswered; from two on its bot acts until a command arrives. */
	unanswered: number;
	/** State of this seat's own random stream. */
	random: number;
};

/** Complete state of one chip. Its driver owns it, and `advance` changes it in place. */
export type Chip = {
	readonly scenario: Scenario;
	readonly pace: Pace;
	/** Seed of all random streams, 32-bit unsigned. */
	readonly seed: number;
	nowNs: number;
	/** Whether the arrivals that begin at time 0 have begun. */
	begun: boolean;
	finished: boolean;
	readonly cores: Core[];
	readonly threads: Thread[];
	readonly jobs: Job[];
	/** Tabulated miss curves, by process. */
	readonly missTables: readonly MissTable[];
	readonly memory: Memory;
	/** Stripes of all locks, and the index of the first stripe of each lock of the scenario. */
	readonly locks: Lock[];
	readonly lockBase: readonly number[];
	/** Ids of threads waiting at each barrier, chunks left in each pool, and when each device is free. */
	readonly barriers: number[][];
	readonly pools: number[];
	readonly deviceFreeNs: number[];
	/** By channel: bytes of each message queued, threads waiting for a message, and threads waiting for room. */
	readonly channels: {
		readonly messages: number[];
		readonly receivers: number[];
		readonly senders: number[];
	}[];
	/** By counter: its value and how often it was updated. The difference is lost updates. */
	readonly counters: { value: number; updates: number }[];
	/** What is due, earliest first; at equal times in the order set. */
	readonly timers: Timer[];
	readonly seats: Seat[];
	/** The shared queue: ids of announced threads that no core has planned, in `queueOrder`. */
	readonly shared: number[];
	queueOrder: QueueOrder;
	/** Length of a slice under policies that slice, in ns; 0: no slicing. */
	quantumNs: number;
	/** Indices of the timed arrivals by time, the place of the next in that list, and jobs created by each chain. */
	readonly timed: readonly number[];
	nextArrival: number;
	readonly chainStarted: number[];
	/** By arrival: state of its random stream, and how many jobs it still brings. */
	readonly arrivalRandom: number[];
	readonly arrivalLeft: number[];
	/** The ticket of the next thread that queues. */
	nextTicket: number;
	/** Work done and then lost in crashes, in ns on an ideal core. */
	workLostNs: number;
	/**
	 * Work of all announced threads that are not done, in ns on an ideal core. Each counts in full until it is done, so
	 * the backlog changes only at events and does not depend on how time is cut into calls.
	 */
	backlogNs: number;
	/** Since when the backlog has been above the scenario's limit; NEVER_NS while it is within. */
	overloadedNs: number;
	/** Since when no thread has got any further, with nothing to come; NEVER_NS while one does. */
	stillNs: number;
	/** Whether that has lasted for so long that only a command can help. */
	isStuck: boolean;
	jobsStarted: number;
	jobsDone: number;
	threadsDone: number;
	/** Threads created and not done; those that are ready; those woken into the shared queue; serial ones that run. */
	alive: number;
	ready: number;
	wokenShared: number;
	serialRunning: number;
	/** The shortest step over which slow states (caches, bus, speeds) are held constant. */
	readonly tickLengthNs: number;
	/** When slow states are next brought up to date, a multiple of `tickLengthNs`; NEVER_NS once all are settled. */
	tickNs: number;
};

/** A chip for everyone but its driver: readonly at any depth. */
export type ReadonlyChip = DeepReadonly<Chip>;
/** A core of a ReadonlyChip. */
export type ReadonlyCore = DeepReadonly<Core>;
/** A thread of a ReadonlyChip. */
export type ReadonlyThread = DeepReadonly<Thread>;
/** A job of a ReadonlyChip. */
export type ReadonlyJob = DeepReadonly<Job>;
/** A stripe of a lock of a ReadonlyChip. */
export type ReadonlyLock = DeepReadonly<Lock>;
/** A seat of a ReadonlyChip. */
export type ReadonlySeat = DeepReadonly<Seat>;
