import type { ReadonlyChip, ReadonlyThread } from "./chip.ts";
import type { Command } from "./command.ts";
import type { Reason } from "./reason.ts";

/**
 * Who decides. A policy only looks at the chip and answers; the simulation carries it out. Its answer
 * must depend on nothing but the chip and `chance`.
 */
export type Policy = {
	readonly id: string;
	/**
	 * The thread that core `core` should take next, or -1 for none: one of the shared queue, of its own or
	 * of a neighbour's run queue. `ahead`: also threads that cannot run yet (a bot's planning); otherwise only ready ones.
	 */
	readonly pick: (chip: ReadonlyChip, core: number, ahead: boolean, chance: Chance) => number;
	/** The core to whose run queue the scheduler deals `thread`, or -1 to leave it in the shared queue. */
	readonly place: (chip: ReadonlyChip, thread: number, chance: Chance) => number;
	/**
	 * What it does beside planning: the first thing that it wants, or undefined. At human pace it is asked once
	 * per look, and a core plans only if it wants nothing; at machine pace after every event, until it wants
	 * nothing more. A command that would be refused counts as nothing.
	 */
	readonly act?: (chip: ReadonlyChip, seat: number, chance: Chance) => Command | undefined;
	/** Whether a running thread makes way when its slice is over, where the scenario has a quantum. */
	readonly slices: boolean;
	/** When an idle core for which it has picked nothing should ask again, if nothing else happens before. */
	readonly asksAgainNs?: (chip: ReadonlyChip, core: number) => number;
	/** Whether `thread`, which is ready, is so much more urgent than `running` that it takes its core at once. */
	readonly preempts?: (chip: ReadonlyChip, thread: ReadonlyThread, running: ReadonlyThread) => boolean;
	/**
	 * Why it wants or wanted that command for the seat, as the chip is now; for people, never for a decision.
	 * Undefined if there is nothing to say about such a command.
	 */
	readonly reason?: (chip: ReadonlyChip, seat: number, command: Command) => Reason | undefined;
};

/** The next number of a seeded stream: an integer, 0 <= n < `below`. */
export type Chance = (below: number) => number;
