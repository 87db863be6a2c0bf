import type { LockWaiting } from "../scenario/scenario.ts";

/**
 * Rules by which the scheduler may order the shared queue. `arrival`: by ticket; the others by the thread's
 * whole work.
 */
export const QUEUE_ORDERS = ["arrival", "longestFirst", "shortestFirst"] as const;
/** One of QUEUE_ORDERS. */
export type QueueOrder = (typeof QUEUE_ORDERS)[number];

/** What a seat can signal to the others of its chip. */
export const SIGNALS = ["needWork", "full", "longOnes", "thanks"] as const;
/** One of SIGNALS. */
export type Signal = (typeof SIGNALS)[number];

/** What a seat asks for and the round's log records. Takes effect at the start of a turn. */
export type Command = QueueCommand | BatchCommand | ThreadCommand | SystemMode | CoreMode | SeatCommand;

/** Which core runs what, and in which order. */
export type QueueCommand =
	/**
	 * Puts a waiting thread into a core's run queue at `position` (0 is next). A core may do so with its own
	 * queue only.
	 */
	| { readonly type: "plan"; readonly thread: number; readonly core: number; readonly position: number }
	/**
	 * Puts the first ready thread of the shared queue (or the first if none is ready) at the end of a core's run
	 * queue. Which thread that is, is decided when the command takes effect. A core may do so with its own queue
	 * only.
	 */
	| { readonly type: "take"; readonly core: number }
	/**
	 * Puts all threads of the job that are in the shared queue at the end of a core's run queue. `way`: all of them that
	 * have it and have not started do their work in that way. Scheduler only.
	 */
	| { readonly type: "deal"; readonly job: number; readonly core: number; readonly way?: number }
	/** Returns a planned thread to the shared queue. */
	| { readonly type: "unplan"; readonly thread: number }
	/** A core takes the last ready thread of a neighbour's run queue and plans it next. */
	| { readonly type: "steal"; readonly from: number }
	/** A core puts its running thread at the end of its own run queue. */
	| { readonly type: "yield" }
	/** Sets the rule that orders the shared queue. Scheduler only. */
	| { readonly type: "order"; readonly order: QueueOrder };

/** How divisible threads are handed out. */
export type BatchCommand =
	/**
	 * A core asks for a batch of so many items of a divisible thread, or of all that are left if those are fewer.
	 * Workers only.
	 */
	| { readonly type: "ask"; readonly thread: number; readonly count: number }
	/** Puts a divisible thread at that place among those of the shared queue; 0 is first. Scheduler only. */
	| { readonly type: "reorder"; readonly thread: number; readonly position: number };

/** How a thread, or its process, goes on. */
export type ThreadCommand =
	/**
	 * Chooses the way a thread does its work, until it starts. A core may do so for threads of its own run
	 * queue.
	 */
	| { readonly type: "choose"; readonly thread: number; readonly way: number }
	/** Lets the thread run only on that core; -1: wherever its scenario allows. Scheduler only. */
	| { readonly type: "pin"; readonly thread: number; readonly core: number }
	/** Sets the thread's priority; more is more urgent. Scheduler only. */
	| { readonly type: "priority"; readonly thread: number; readonly priority: number }
	/** Restarts a crashed process at once. Scheduler only. */
	| { readonly type: "restart"; readonly process: number };

/** A setting of the whole chip, in force until it is set again. Scheduler only. */
export type SystemMode =
	/** Length of a time slice, from the next slice on; 0: no slicing. */
	| { readonly type: "quantum"; readonly ns: number }
	/**
	 * Reserves that much of the process's L3 partition for it alone; the others share the rest. 0 releases it.
	 */
	| { readonly type: "reserve"; readonly process: number; readonly kib: number }
	/** Bus bandwidth the process may use; 0: no cap. */
	| { readonly type: "cap"; readonly process: number; readonly bytesPerUs: number }
	/** How threads that ask for the lock from now on wait. */
	| { readonly type: "lockMode"; readonly lock: number; readonly waiting: LockWaiting }
	/** Whether the lock's owner inherits the priority of the most urgent thread that waits. */
	| { readonly type: "inherit"; readonly lock: number; readonly on: boolean };

/** A setting of one core, in force until it is set again. */
export type CoreMode =
	/**
	 * How long its threads spin at a taken lock before they block, whatever the lock says; -1: as the lock says.
	 * Own core only.
	 */
	| { readonly type: "spinFor"; readonly ns: number }
	/** How long it idles before it falls asleep; 0: never. A core sets its own, the scheduler any. */
	| { readonly type: "sleepAfter"; readonly core: number; readonly ns: number }
	/** Its operating point, by index of the core's `points`. A core sets its own, the scheduler any. */
	| { readonly type: "clock"; readonly core: number; readonly point: number };

/** What concerns the seat itself and not the chip. */
export type SeatCommand =
	| { readonly type: "signal"; readonly signal: Signal }
	/** How long this seat's decision points wait, in machine ns. */
	| { readonly type: "window"; readonly windowNs: number }
	/** Who drives the seat. Issued by the class, never sent by a player. */
	| { readonly type: "drive"; readonly driver: "person" | "bot" };

/** Why a command was refused; a closed list, so that a screen has a sentence for each. */
export const REFUSAL_REASONS = [
	"roundOver",
	"notYourSeat",
	"noSuchThread",
	"noSuchCore",
	"noSuchJob",
	"noSuchProcess",
	"noSuchLock",
	"noSuchWay",
	"noSuchPoint",
	"alreadyStarted",
	"alreadyRunning",
	"alreadyDone",
	"notPlanned",
	"notCrashed",
	"queueFull",
	"queueEmpty",
	"noneToDeal",
	"nothingToSteal",
	"nothingRunning",
	"tooMuch",
	"cannotRunThere",
	"notDivisible",
	"notYetReady",
	"notFirst",
	"askedEnough",
	"isMaster",
	"batchStays",
	"schedulerDeals",
] as const;
/** One of REFUSAL_REASONS. */
export type RefusalReason = (typeof REFUSAL_REASONS)[number];
