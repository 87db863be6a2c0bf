import { expect, onTestFinished, test, vi } from "vitest";
import { createRealClock, msToNext } from "../../server/clock.ts";
import { ManualClock } from "../../server/manual-clock.ts";

test.each([
	[1_000, 250, 0, 250],
	[1_100, 250, 0, 150],
	[1_100, 250, 120, 20],
	[1_120, 250, 120, 250],
	// A timer that fired a millisecond early is not called twice for the same multiple.
	[1_249, 250, 0, 251],
])("at %i ms, every %i ms from %i ms on: the next call is in %i ms", (now, period, offset, wait) => {
	expect(msToNext(now, period, offset)).toBe(wait);
});

test("what is due runs in order, each at its own time, until it is stopped", () => {
	const clock = new ManualClock(1_000);
	const calls: string[] = [];
	const stop = clock.every(100, 30, () => calls.push(`a ${clock.now()}`));
	clock.every(200, 0, () => calls.push(`b ${clock.now()}`));
	clock.advance(250);
	stop();
	clock.advance(200);
	expect(calls).toEqual(["a 1030", "a 1130", "b 1200", "a 1230", "b 1400"]);
});

test("the real clock leaves missed calls out instead of making up for them", () => {
	vi.useFakeTimers({ now: 1_000 });
	onTestFinished(() => void vi.useRealTimers());
	const calls: number[] = [];
	const stop = createRealClock().every(20, 0, () => calls.push(Date.now()));
	vi.advanceTimersByTime(40);
	// The process is busy: time goes on, and no timer is served.
	vi.setSystemTime(1_245);
	vi.advanceTimersByTime(50);
	stop();
	vi.advanceTimersByTime(100);
	expect(calls).toEqual([1_020, 1_040, 1_265, 1_280]);
});
