import type { LockSpec } from "../scenario/scenario.ts";

/** One stripe of a lock. `taken` counts acquisitions, `handOffs` those passed straight to a waiter. */
export type Lock = {
	spec: LockSpec;
	owner: number;
	readonly waiters: number[];
	/** The waiter that has been woken to take a free lock and has not come yet, or NONE. */
	woken: number;
	taken: number;
	handOffs: number;
};
