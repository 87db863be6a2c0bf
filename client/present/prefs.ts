import type { Signal } from "#shared/sim/chip/command.ts";

/** A signal that is still visible on its sender's tile. */
export type SignalView = { readonly seat: number; readonly signal: Signal; readonly sinceNs: number };

/** What belongs to the viewer and not to the chip. */
export type Prefs = {
	/** Index of the player's own core. */
	readonly own: number | undefined;
	readonly reducedMotion: boolean;
	/** Threads chosen to be placed. */
	readonly selected: ReadonlySet<number>;
	/** Threads with a command on its way. */
	readonly pending: ReadonlySet<number>;
	readonly signals: readonly SignalView[];
	/** The round is over: everything stands still, and nothing is on its way. */
	readonly isOver: boolean;
};
