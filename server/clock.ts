/** Time of the wall and of the game's turns. Injected, so that a test plays 90 s in one. */
export type Clock = {
	/** Epoch ms. */
	readonly now: () => number;
	/**
	 * Calls `run` every `periodMs`, first at the next multiple of it plus `offsetMs`. Calls that were missed
	 * while the process was busy are left out, not made up for. Returns what stops it.
	 */
	readonly every: (periodMs: number, offsetMs: number, run: () => void) => () => void;
};

export function createRealClock(): Clock {
	return { now: Date.now, every: everyRealMs };
}

function everyRealMs(periodMs: number, offsetMs: number, run: () => void): () => void {
	let timer: NodeJS.Timeout;
	const arm = () => {
		timer = setTimeout(
			() => {
				arm();
				run();
			},
			msToNext(Date.now(), periodMs, offsetMs),
		);
	};
	arm();
	return () => clearTimeout(timer);
}

/** From `nowMs` to the next multiple of `periodMs` plus `offsetMs`; more than 0. */
export function msToNext(nowMs: number, periodMs: number, offsetMs: number): number {
	const sincePeriod = (((nowMs - offsetMs) % periodMs) + periodMs) % periodMs;
	// Timers may fire a millisecond early; that must not give a second call for the same multiple.
	return sincePeriod > periodMs - 2 ? 2 * periodMs - sincePeriod : periodMs - sincePeriod;
}
