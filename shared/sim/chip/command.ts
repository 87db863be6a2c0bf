import type { LockWaiting } from "../scenario/scenario.ts";

/** How the scheduler wants the shared queue ordered. */
export const QUEUE_ORDERS = ["arrival", "longestFirst", "shortestFirst"] as const;
export type QueueOrder = (typeof QUEUE_ORDERS)[number];

/** What a seat can say to the others of its chip. */
export const SIGNALS = ["needWork", "full", "longOnes", "thanks"] as const;
export type Signal = (typeof SIGNALS)[number];

/** What a seat wants, and the log records. Takes effect at the start of a turn. */
export type Command = QueueCommand | ThreadCommand | SystemMode | CoreMode | SeatCommand;

/** Who runs what, in which order. */
export type QueueCommand =
	/** Put a waiting thread into a core's run queue at `position` (0 is next). A core: only its own queue. */
	| { readonly type: "plan"; readonly thread: number; readonly core: number; readonly position: number }
	/**
	 * Put the first of the shared queue that is ready (else the first) at the end of a core's run queue.
	 * Which one that is, is decided where the command takes effect. A core: only its own queue.
	 */
	| { readonly type: "take"; readonly core: number }
	/** Put all threads of the job that are in the shared queue at the end of a core's run queue. The scheduler. */
	| { readonly type: "deal"; readonly job: number; readonly core: number }
	/** Give a planned thread back to the shared queue. */
	| { readonly type: "unplan"; readonly thread: number }
	/** A core takes the last ready thread of a neighbour's run queue and plans it next. */
	| { readonly type: "steal"; readonly from: number }
	/** A core puts its running thread back at the end of its own run queue. */
	| { readonly type: "yield" }
	/** The scheduler's rule for the shared queue. */
	| { readonly type: "order"; readonly order: QueueOrder };

/** How a thread, or the process that it belongs to, goes on. */
export type ThreadCommand =
	/** Which way a thread does its work, until it starts. A core: threads of its own run queue. */
	| { readonly type: "choose"; readonly thread: number; readonly way: number }
	/** The thread may run only on that core; -1: wherever its scenario lets it. The scheduler. */
	| { readonly type: "pin"; readonly thread: number; readonly core: number }
	/** The scheduler. */
	| { readonly type: "priority"; readonly thread: number; readonly priority: number }
	/** A crashed process begins again now. The scheduler. */
	| { readonly type: "restart"; readonly process: number };

/** What holds for the whole chip until it is set anew. The scheduler. */
export type SystemMode =
	/** The time slice, from the next slice on. 0: none. */
	| { readonly type: "quantum"; readonly ns: number }
	/** So much of its part of the L3 is the process's alone; the others share the rest. 0 gives it back. */
	| { readonly type: "reserve"; readonly process: number; readonly kib: number }
	/** What the process may take of the bus. 0: all. */
	| { readonly type: "cap"; readonly process: number; readonly bytesPerUs: number }
	/** How threads wait that ask for the lock from now on. */
	| { readonly type: "lockMode"; readonly lock: number; readonly waiting: LockWaiting }
	/** Whether the lock's owner inherits the priority of who waits. */
	| { readonly type: "inherit"; readonly lock: number; readonly on: boolean };

/** What holds for a core until it is set anew. */
export type CoreMode =
	/** Its threads spin so long at a taken lock, whatever that says, then block. -1: as the lock says. The core. */
	| { readonly type: "spinFor"; readonly ns: number }
	/** Idle so long it falls asleep. 0: never. A core: itself; the scheduler: any. */
	| { readonly type: "sleepAfter"; readonly core: number; readonly ns: number }
	/** Its operating point, by index. A core: itself; the scheduler: any. */
	| { readonly type: "clock"; readonly core: number; readonly point: number };

export type SeatCommand =
	| { readonly type: "signal"; readonly signal: Signal }
	/** How long this seat's decision points wait, in machine ns. */
	| { readonly type: "window"; readonly windowNs: number }
	/** Who drives the seat: written by the class, never sent by a player. */
	| { readonly type: "drive"; readonly driver: "person" | "bot" };

/** Why a command did nothing, in a form that a screen can show. */
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
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];
