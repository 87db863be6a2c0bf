import { mean, quantile } from "#shared/lib/statistics.ts";
import type { ChipEvent } from "#shared/sim/chip/event.ts";

/** How long tasks were ready and no core had them, in machine ns; `count`: how often. */
export type WaitDistribution = {
	readonly count: number;
	readonly meanNs: number;
	readonly minNs: number;
	readonly medianNs: number;
	readonly p90Ns: number;
	readonly p99Ns: number;
	readonly maxNs: number;
};

/** Measures waits: `record` is to be told every event of a chip, from its beginning on. */
export type WaitRecorder = {
	readonly record: (event: ChipEvent) => void;
	/** Time that a thread has waited, all its waits together. */
	readonly ofThread: (thread: number) => number;
	readonly distribution: () => WaitDistribution | null;
};

export function createWaitRecorder(): WaitRecorder {
	const sinceNs = new Map<number, number>();
	const byThread = new Map<number, number>();
	const waits: number[] = [];
	return {
		record: (event) => {
			if (event.type === "ready") sinceNs.set(event.thread, event.atNs);
			if (event.type !== "started") return;
			const since = sinceNs.get(event.thread);
			if (since === undefined) return;
			sinceNs.delete(event.thread);
			const waitNs = event.atNs - since;
			waits.push(waitNs);
			byThread.set(event.thread, (byThread.get(event.thread) ?? 0) + waitNs);
		},
		ofThread: (thread) => byThread.get(thread) ?? 0,
		distribution: () => distributionOf(waits),
	};
}

function distributionOf(waits: readonly number[]): WaitDistribution | null {
	if (waits.length === 0) return null;
	return {
		count: waits.length,
		meanNs: mean(waits),
		minNs: quantile(waits, 0),
		medianNs: quantile(waits, 0.5),
		p90Ns: quantile(waits, 0.9),
		p99Ns: quantile(waits, 0.99),
		maxNs: quantile(waits, 1),
	};
}
