/** An instance of a job of the scenario. */
export type Job = {
	/** Index in `chip.jobs`. */
	readonly id: number;
	readonly spec: number;
	/** The arrival whose chain it belongs to, and the arrival whose client waits for it; -1: none. */
	readonly chain: number;
	readonly client: number;
	/** As in the scenario, and then the batches of those that are divisible. */
	readonly threads: number[];
	undone: number;
	announcedNs: number;
	startNs: number;
	finishNs: number;
};
