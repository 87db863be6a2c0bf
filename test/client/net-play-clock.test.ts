import { describe, expect, test } from "vitest";
import { TURN_MS } from "#shared/lib/units.ts";
import { createPlayClock, hearTurn, runClock } from "../../client/net/play-clock.ts";

describe("the play clock", () => {
	test("runs at the pace of the turns, one turn and a margin behind the end of the newest", () => {
		const clock = createPlayClock(0);
		const lags = run(clock, 0, 40).slice(-100);
		for (const lag of lags) {
			expect(lag).toBeGreaterThan(0.35);
			expect(lag).toBeLessThan(1.5);
		}
	});

	test("stands still in a pause and goes on without a jump", () => {
		const clock = createPlayClock(0);
		run(clock, 0, 10);
		for (let nowMs = 10 * TURN_MS; nowMs < 20_000; nowMs += 16) runClock(clock, nowMs, 10);
		expect(clock.positionTurns).toBe(10);
		let before = clock.positionTurns;
		for (let turn = 10; turn < 20; turn++) {
			hearTurn(clock, turn, 20_000 + (turn - 10) * TURN_MS);
			for (let ms = 0; ms < TURN_MS; ms += 16) {
				const now = runClock(clock, 20_000 + (turn - 10) * TURN_MS + ms, turn + 1);
				expect(now - before).toBeLessThan(0.15);
				before = now;
			}
		}
	});

	test("fast-forwards a few missed turns, and jumps over many", () => {
		const few = createPlayClock(0);
		run(few, 0, 10);
		for (let turn = 10; turn < 16; turn++) hearTurn(few, turn, 16 * TURN_MS);
		const step = runClock(few, 16 * TURN_MS, 16) - 10;
		expect(step).toBeLessThan(16);
		const many = createPlayClock(0);
		run(many, 0, 10);
		for (let turn = 10; turn < 200; turn++) hearTurn(many, turn, 200 * TURN_MS);
		runClock(many, 200 * TURN_MS + 16, 200);
		expect(many.positionTurns).toBeGreaterThan(197);
	});
});

/** Turns arrive exactly in time; returns how far behind the newest one the screen was, per frame. */
function run(clock: ReturnType<typeof createPlayClock>, from: number, to: number): number[] {
	const lags: number[] = [];
	for (let turn = from; turn < to; turn++) {
		hearTurn(clock, turn, turn * TURN_MS);
		for (let ms = 0; ms < TURN_MS; ms += 10)
			lags.push(turn + 1 - runClock(clock, turn * TURN_MS + ms, turn + 1));
	}
	return lags;
}
