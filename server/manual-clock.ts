import type { Clock } from "./clock.ts";

/** A clock that stands still until it is told to go on: for tests and benches. */
export class ManualClock implements Clock {
	#nowMs: number;
	readonly #timers = new Set<{ dueMs: number; readonly periodMs: number; readonly run: () => void }>();

	constructor(startMs = Date.UTC(2026, 0, 5, 9)) {
		this.#nowMs = startMs;
	}

	readonly now = (): number => this.#nowMs;

	readonly every = (periodMs: number, offsetMs: number, run: () => void): (() => void) => {
		const sincePeriod = (((this.#nowMs - offsetMs) % periodMs) + periodMs) % periodMs;
		const timer = { dueMs: this.#nowMs + periodMs - sincePeriod, periodMs, run };
		this.#timers.add(timer);
		return () => this.#timers.delete(timer);
	};

	/** Lets `ms` pass at once; everything that is due runs in order, each at its own time. */
	advance(ms: number): void {
		const untilMs = this.#nowMs + ms;
		for (;;) {
			let next: { dueMs: number; readonly periodMs: number; readonly run: () => void } | undefined;
			for (const timer of this.#timers) {
				if (timer.dueMs <= untilMs && (next === undefined || timer.dueMs < next.dueMs)) next = timer;
			}
			if (next === undefined) break;
			this.#nowMs = next.dueMs;
			next.dueMs += next.periodMs;
			next.run();
		}
		this.#nowMs = untilMs;
	}
}
