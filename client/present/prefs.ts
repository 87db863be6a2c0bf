import type { Signal } from "#shared/sim/chip/command.ts";

/** A signal that is still to be seen on its sender's tile. */
export type SignalView = { readonly seat: number; readonly signal: Signal; readonly sinceNs: number };

/** What belongs to the looker and not to the chip. */
export type Prefs = {
	/** Index of the own core. */
	readonly own: number | undefined;
	readonly reducedMotion: boolean;
	/** Threads picked to be placed. */
	readonly selected: ReadonlySet<number>;
	/** Threads with a command on its way. */
	readonly pending: ReadonlySet<number>;
	readonly signals: readonly SignalView[];
	/** Time has come to its end: everything stands where it is, and nothing is on its way. */
	readonly isOver: boolean;
};
