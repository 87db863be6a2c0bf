import type { ReadonlyChip, ReadonlyThread } from "./chip.ts";
import type { Command } from "./command.ts";
import type { Reason } from "./reason.ts";

/**
 * Decides for a seat. A policy only reads the chip and answers; the simulation carries the answer out. The
 * answer may depend on nothing but the chip and `chance`.
 */
export type Policy = {
	readonly id: string;
	/**
	 * The thread that core `core` should take next, or -1 for none: one in the shared queue, in its own run
	 * queue or in a neighbour's. `ahead` allows threads that are not ready yet (a bot planning ahead).
	 */
	readonly pick: (chip: ReadonlyChip, core: number, ahead: boolean, chance: Chance) => number;
	/** The core to whose run queue the scheduler deals `thread`, or -1 to leave it in the shared queue. */
	readonly place: (chip: ReadonlyChip, thread: number, chance: Chance) => number;
	/**
	 * The first thing it wants to do besides planning, or undefined. At human pace it is asked once per look,
	 * and a core plans only if it wants nothing; at machine pace it is asked after every event until it wants
	 * nothing more. A command that would be refused counts as nothing.
	 */
	readonly act?: (chip: ReadonlyChip, seat: number, chance: Chance) => Command | undefined;
	/**
	 * Plays instead of it in the seat of a person who is away or silent: deals and starts what waits, and leaves what
	 * the person has set, pinned and planned. By default the policy itself, which then does no more than that.
	 */
	readonly standIn?: Policy;
	/** Whether it asks for batches by acting; otherwise its cores ask when they have nothing else. */
	readonly asks?: boolean;
	/** Whether a running thread makes way when its slice ends, in scenarios with a quantum. */
	readonly slices: boolean;
	/**
	 * Whether it may decide otherwise at `toNs` than at `fromNs` because of the time alone [always]. If not, it is not
	 * asked at machine pace where nothing but caches and bus have changed in between.
	 */
	readonly changesMind?: (fromNs: number, toNs: number) => boolean;
	/** When an idle core for which it has picked nothing asks again, if no event happens before. */
	readonly asksAgainNs?: (chip: ReadonlyChip, core: number) => number;
	/** Whether `thread`, which is ready, is urgent enough to preempt `running` at once. */
	readonly preempts?: (chip: ReadonlyChip, thread: ReadonlyThread, running: ReadonlyThread) => boolean;
	/**
	 * Why it wants that command for the seat in the chip's present state; for display, never for a decision.
	 * Undefined if it has no reason for that kind of command.
	 */
	readonly reason?: (chip: ReadonlyChip, seat: number, command: Command) => Reason | undefined;
};

/** Draws the next number of a seeded stream: an integer, 0 <= n < `below`. */
export type Chance = (below: number) => number;
