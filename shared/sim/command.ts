import type { QueueOrder, Signal } from "./chip.ts";

/** What a seat wants, and the log records. Takes effect at the start of a turn. */
export type Command =
	/** Put a waiting thread into a core's run queue at `position` (0 is next). A core: only its own queue. */
	| { readonly type: "plan"; readonly thread: number; readonly core: number; readonly position: number }
	/**
	 * Put the first of the shared queue that is ready (else the first) at the end of a core's run queue.
	 * Which one that is, is decided where the command takes effect. A core: only its own queue.
	 */
	| { readonly type: "take"; readonly core: number }
	/** Give a planned thread back to the shared queue. */
	| { readonly type: "unplan"; readonly thread: number }
	/** A core takes the last ready thread of a neighbour's run queue and plans it next. */
	| { readonly type: "steal"; readonly from: number }
	/** A core puts its running thread back at the end of its own run queue. */
	| { readonly type: "yield" }
	/** The scheduler's rule for the shared queue. */
	| { readonly type: "order"; readonly order: QueueOrder }
	| { readonly type: "signal"; readonly signal: Signal }
	/** How long this seat's decision points wait, in machine ns. */
	| { readonly type: "window"; readonly windowNs: number }
	/** Who drives the seat: written by the class, never sent by a player. */
	| { readonly type: "drive"; readonly driver: "person" | "bot" };

/** Why a command did nothing, in a form that a screen can show. */
export type RefusalReason =
	| "roundOver"
	| "notYourSeat"
	| "noSuchThread"
	| "noSuchCore"
	| "alreadyRunning"
	| "alreadyDone"
	| "notPlanned"
	| "queueFull"
	| "queueEmpty"
	| "nothingToSteal"
	| "nothingRunning"
	| "notAllowed";
