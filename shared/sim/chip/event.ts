import type { Command, CoreMode, RefusalReason, Signal, SystemMode, ThreadCommand } from "./command.ts";

/** What happens on a chip, in order. Reported to whoever drives the chip; never kept in its state. */
export type ChipEvent = { readonly atNs: number } & (
	| { readonly type: "jobAnnounced"; readonly job: number }
	| { readonly type: "jobDone"; readonly job: number }
	| { readonly type: "announced"; readonly thread: number }
	| { readonly type: "ready"; readonly thread: number }
	/**
	 * Put into a run queue by `seat`; `from` is the queue it was in: a core, SHARED, or NONE if it is dealt for
	 * the first time or woken.
	 */
	| {
			readonly type: "planned";
			readonly thread: number;
			readonly core: number;
			readonly seat: number;
			readonly from: number;
	  }
	| { readonly type: "unplanned"; readonly thread: number; readonly seat: number }
	| { readonly type: "stolen"; readonly thread: number; readonly core: number; readonly from: number }
	/** The seat's core has asked for a batch, which is the thread `thread`, of so many items of the thread `of`. */
	| {
			readonly type: "asked";
			readonly seat: number;
			readonly thread: number;
			readonly of: number;
			readonly count: number;
	  }
	/** A batch has been handed out by `from` and waits at `core`. */
	| { readonly type: "handedOut"; readonly thread: number; readonly core: number; readonly from: number }
	/** The scheduler has changed the order of divisible threads. */
	| { readonly type: "reordered"; readonly seat: number; readonly thread: number; readonly position: number }
	| { readonly type: "started"; readonly thread: number; readonly core: number }
	| {
			readonly type: "stopped";
			readonly thread: number;
			readonly core: number;
			readonly why: "done" | "yielded" | "blocked";
	  }
	/** Core `core` has changed its activity. `thread` is -1 when it is idle. */
	| { readonly type: "activity"; readonly core: number; readonly told: Activity; readonly thread: number }
	| { readonly type: "lockTaken"; readonly lock: number; readonly thread: number }
	| { readonly type: "lockWait"; readonly lock: number; readonly thread: number }
	| { readonly type: "decisionOpened"; readonly seat: number; readonly untilNs: number }
	| { readonly type: "decisionClosed"; readonly seat: number; readonly by: "plan" | "command" | "policy" }
	/** A seat has set a mode or changed how a thread goes on. */
	| {
			readonly type: "decided";
			readonly seat: number;
			readonly command: ThreadCommand | SystemMode | CoreMode;
	  }
	| { readonly type: "signalled"; readonly seat: number; readonly signal: Signal }
	| {
			readonly type: "refused";
			readonly seat: number;
			readonly command: Command;
			readonly reason: RefusalReason;
	  }
	/** Since `sinceNs` no thread has got any further, and only a command can help. */
	| { readonly type: "stuck"; readonly sinceNs: number }
	| { readonly type: "finished" }
);

/** What timelines show a core doing. */
export type Activity =
	| "running"
	| "spinning"
	| "switching"
	| "waking"
	| "idleWorkWaits"
	| "idleSerial"
	| "idleBlocked"
	| "idleNothing";

/** Receives events as they happen. */
export type EventSink = (event: ChipEvent) => void;
