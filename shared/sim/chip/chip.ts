import type { CoreSpec, LockSpec, Scenario, ThreadSpec } from "../scenario/scenario.ts";
import type { QueueOrder } from "./command.ts";
import type { Demand, Memory, MissTable, Prefetch } from "./memory-state.ts";
import type { Policy } from "./policy.ts";

/** What every nanosecond of every core is booked to, exactly one of. They sum to cores x time. */
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
export type Cause = (typeof CAUSES)[number];
export type CauseBar = Record<Cause, number>;

/** `queue` of a thread that waits in the queue that all cores share, and of one that is in no queue. */
export const SHARED = -1;
export const NOWHERE = -2;

/** "None", where a core or a chain could be named. */
export const NONE = -1;

/**
 * hidden: something that it waits for has not even started. waiting: announced, can be planned, cannot
 * run yet. ready: could run now. running, spinning: on a core. blocked: off its core, waits
 * for a lock, a message, a device, the others or the time. */
export type ThreadState = "hidden" | "waiting" | "ready" | "running" | "spinning" | "blocked" | "done";

export type Thread = {
	/** Index in `chip.threads`; given in order of creation, never used again. */
	readonly id: number;
	readonly job: number;
	/** The scenario's, but for the way of its work, the cores and the priority that have been chosen since. */
	spec: ThreadSpec;
	/** How it does its work: 0 is its own way, k is `spec.ways[k - 1]`. */
	way: number;
	/** Work of its whole program, on an ideal core, as far as it is known beforehand; and what is done of it. */
	workNs: number;
	doneNs: number;
	/** The same of way 0: what the work is worth, whichever way was chosen. */
	readonly taskWorkNs: number;
	/** Factor of all its work, and the state of its own stream of chance. */
	readonly scale: number;
	random: number;
	/** Threads that wait for this one. */
	readonly successors: number[];
	state: ThreadState;
	/** Blocked for good, because its process has crashed; unless that begins again. */
	isDead: boolean;
	phase: number;
	/** Work left in the current phase at the anchor of the core that runs it; exact when it does not run. */
	remainingNs: number;
	/** Overhead that it must pay when it next gets a core, and what for. */
	debtNs: number;
	/** How much of a page fault its work has added up to, 0 to 1. */
	faultShare: number;
	/** How far it is inside a phase of several steps, and what it carries: bytes received, or the counter as read. */
	step: number;
	carry: number;
	/** How often each repeat phase has been passed, by phase; sparse. */
	readonly laps: number[];
	/** Locks that it has, by index in `chip.locks`; and the one that it has chosen while it waits, or -1. */
	readonly held: number[];
	wanted: number;
	/** Order of queueing: raised whenever it is announced, woken or taken off its core. */
	ticket: number;
	/** The queue that it was last started from. */
	from: number;
	/** Full slices that it has used, since `sliceEpoch`. */
	slices: number;
	sliceEpoch: number;
	/** Predecessors not started, and not done. */
	unstarted: number;
	undone: number;
	/** The core that runs it or ran it last, -1 before the first. */
	core: number;
	/** The core in whose run queue it waits, SHARED or NOWHERE. */
	queue: number;
	announcedNs: number;
	readyNs: number;
	startNs: number;
	finishNs: number;
};

/** What a core is doing until `nextNs`. */
export type CoreActivity = "idle" | "switching" | "waking" | "computing" | "spinning";

export type Core = {
	readonly id: number;
	/** The scenario's, but for its operating point and when it falls asleep. */
	spec: CoreSpec;
	/** Its threads spin so long at a taken lock, then block. -1: as the lock says. */
	spinForNs: number;
	/** What its busy time under other operating points has taken beyond the present one, in pJ. */
	repricedPj: number;
	/** Its plan: ids of waiting and ready threads, first to run first. */
	readonly queue: number[];
	activity: CoreActivity;
	/** The thread it runs, or -1. */
	thread: number;
	/** The thread it ran last, or -1: going on with it costs no switch. */
	lastThread: number;
	/** Since when it has been in this stage at this rate, and when the stage ends. */
	anchorNs: number;
	nextNs: number;
	/** When the work of the phase ends at the present speed, and when the slice does. */
	workEndNs: number;
	sliceEndNs: number;
	/** What a waking stage is booked to. */
	overheadCause: Cause;
	isAsleep: boolean;
	/** Time per unit of work while computing, and its parts: the core itself, caches and DRAM, queueing for the bus. */
	nsPerWork: number;
	usefulPerWork: number;
	cachePerWork: number;
	busPerWork: number;
	/** What it brings in from DRAM while computing, and what that carries over the bus, in bytes per ns. */
	fillPerNs: number;
	carriedPerNs: number;
	readonly demand: Demand;
	readonly prefetch: Prefetch;
	/** Warm KiB in its private cache, by process; and processes by last use, most recent first. */
	readonly warmKib: number[];
	/** In how many ticks that of its process is all there, or more by FILL_STEP; infinity where it is. Set at every refresh. */
	warmingTicks: number;
	readonly recent: number[];
	/** What idle time is being booked to. */
	idleCause: Cause;
	/** Up to when its time is booked, and the time booked so far by cause (order of CAUSES), in ns. */
	bookedNs: number;
	readonly booked: number[];
	/** Fractions of ns that the books owe to each part of computing time, or have given it too early. */
	readonly owed: number[];
	/** Work done here, on an ideal core; may be fractional. Of it: in the span that was settled last. */
	workDoneNs: number;
	creditedNs: number;
};

/** One stripe of a lock. `taken`: how often; `handOffs`: how often straight from one thread to the next. */
export type Lock = {
	spec: LockSpec;
	owner: number;
	readonly waiters: number[];
	taken: number;
	handOffs: number;
};

/** What happens by itself at a time: a thread wakes, an arrival brings a job, a process begins again. */
export type Timer = {
	readonly atNs: number;
	readonly what: "thread" | "arrival" | "process";
	readonly id: number;
};

export type Job = {
	/** Index in `chip.jobs`. */
	readonly id: number;
	readonly spec: number;
	/** The arrival whose chain it belongs to, or -1; and the one whose client waits for it, or -1. */
	readonly chain: number;
	readonly client: number;
	readonly threads: readonly number[];
	undone: number;
	announcedNs: number;
	startNs: number;
	finishNs: number;
};

/** machine: decides at once. human: a bot that decides about once a second and plans ahead. */
export type Pace = "machine" | "human";

export type Seat = {
	/** 0 is the scheduler, k is core k - 1. */
	readonly id: number;
	driver: "person" | "bot";
	/** Who decides when a bot drives, or when a person lets a decision point run out. */
	policy: Policy;
	/** At human pace: how long from one look of its bot to the next, on average, and how many threads it plans ahead. */
	readonly lookMeanNs: number;
	readonly planAhead: number;
	/** How long a decision point waits for a person, in machine ns. */
	windowNs: number;
	/** When the open decision point closes; NEVER_NS while none is open. */
	deadlineNs: number;
	/** When the bot looks at the chip again. */
	nextActNs: number;
	/** Decision points in a row that a person let run out; from two on the bot acts until a command comes. */
	unanswered: number;
	/** State of this seat's own stream of chance. */
	random: number;
};

/** The whole state of one chip. Its driver owns it and `advance` changes it in place. */
export type Chip = {
	readonly scenario: Scenario;
	readonly pace: Pace;
	/** 32-bit unsigned: what all chance comes from. */
	readonly seed: number;
	nowNs: number;
	/** Whether what begins at time 0 has begun. */
	begun: boolean;
	finished: boolean;
	readonly cores: Core[];
	readonly threads: Thread[];
	readonly jobs: Job[];
	/** Miss curves ready for use, by process. */
	readonly missTables: readonly MissTable[];
	readonly memory: Memory;
	/** Stripes of all locks, and where those of each lock of the scenario begin. */
	readonly locks: Lock[];
	readonly lockBase: readonly number[];
	/** Threads that wait at each barrier; chunks left in each pool; when each device is free again. */
	readonly barriers: number[][];
	readonly pools: number[];
	readonly deviceFreeNs: number[];
	/** By channel: sizes of the messages on their way, threads that wait for one, and threads that wait for room. */
	readonly channels: {
		readonly messages: number[];
		readonly receivers: number[];
		readonly senders: number[];
	}[];
	/** By counter: what it says, and how often it was updated. The difference is lost. */
	readonly counters: { value: number; updates: number }[];
	/** What is due, earliest first; first come first of equals. */
	readonly timers: Timer[];
	readonly seats: Seat[];
	/** Ids of announced threads that no core has planned, in the order that the scheduler's rule gives. */
	readonly shared: number[];
	queueOrder: QueueOrder;
	/** How long a slice lasts, under policies that slice. 0: there are none. */
	quantumNs: number;
	/** Indices of the timed arrivals in order of time, and the next of them; jobs created by each arrival's chain. */
	readonly timed: readonly number[];
	nextArrival: number;
	readonly chainStarted: number[];
	/** By arrival: state of its stream of chance, and how many jobs it still brings. */
	readonly arrivalRandom: number[];
	readonly arrivalLeft: number[];
	/** The ticket of the next thread that queues. */
	nextTicket: number;
	/** Work that was done and then lost in crashes. */
	workLostNs: number;
	/** Since when the backlog has been over the scenario's limit; NEVER_NS while it is not. */
	overloadedNs: number;
	jobsStarted: number;
	jobsDone: number;
	threadsDone: number;
	/** Threads created and not done; of those: ready and on no core, and serial ones running. */
	alive: number;
	ready: number;
	serialRunning: number;
	/** The shortest step over which slow states (caches, bus, speeds) are held constant. */
	readonly tickLengthNs: number;
	/** When they are brought up to date again, a multiple of it; NEVER_NS while all are settled. 0 at first. */
	tickNs: number;
};
