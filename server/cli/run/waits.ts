import { mean, median, quantile } from "#shared/lib/statistics.ts";
import type { ReadonlyThread } from "#shared/sim/chip/chip.ts";
import type { ChipEvent } from "#shared/sim/chip/event.ts";

/** How waits are distributed, in machine ns; `count`: how many there are. */
export type WaitDistribution = {
	readonly count: number;
	readonly meanNs: number;
	readonly minNs: number;
	readonly medianNs: number;
	readonly p90Ns: number;
	readonly p99Ns: number;
	readonly maxNs: number;
};

/**
 * Measures how long tasks are ready while no core has them. A spell lasts from the moment at which a task becomes
 * ready to the moment at which a core takes it; a task's wait is the sum of its spells.
 */
export type WaitRecorder = {
	/** To be told every event of a chip, from its beginning on. */
	readonly record: (event: ChipEvent) => void;
	/** The task's wait up to `nowNs`, including a spell that lasts. */
	readonly ofThread: (thread: ReadonlyThread, nowNs: number) => number;
	/** Every spell that is over. */
	readonly spells: () => readonly number[];
};

export function createWaitRecorder(): WaitRecorder {
	const sinceNs = new Map<number, number>();
	const byThread = new Map<number, number>();
	const spells: number[] = [];
	return {
		record: (event) => {
			if (event.type === "ready") sinceNs.set(event.thread, event.atNs);
			if (event.type !== "started") return;
			const since = sinceNs.get(event.thread);
			if (since === undefined) return;
			sinceNs.delete(event.thread);
			const spellNs = event.atNs - since;
			spells.push(spellNs);
			byThread.set(event.thread, (byThread.get(event.thread) ?? 0) + spellNs);
		},
		ofThread: ({ id, state, readyNs }, nowNs) =>
			(byThread.get(id) ?? 0) + (state === "ready" ? nowNs - readyNs : 0),
		spells: () => spells,
	};
}

/** Null if there are none. */
export function distributionOf(waitsNs: readonly number[]): WaitDistribution | null {
	if (waitsNs.length === 0) return null;
	return {
		count: waitsNs.length,
		meanNs: mean(waitsNs),
		minNs: quantile(waitsNs, 0),
		medianNs: median(waitsNs),
		p90Ns: quantile(waitsNs, 0.9),
		p99Ns: quantile(waitsNs, 0.99),
		maxNs: quantile(waitsNs, 1),
	};
}
