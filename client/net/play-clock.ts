import { TURN_MS } from "#shared/lib/units.ts";

/**
 * The screen's position on the round's time line, in turns. It runs about one turn and a margin behind the newest
 * turn received, so that turns may arrive unevenly without stopping the picture, and never goes backwards.
 */
export type PlayClock = {
	positionTurns: number;
	/** Real time at which turn 0 would have arrived, estimated from the fastest of the recent turns. */
	originMs: number | undefined;
	frameMs: number | undefined;
};

/** How long after a turn's arrival its start is shown, and so how late a turn may be without being missed. */
const MARGIN_TURNS = 0.4;
/** If the screen is further behind than the first, it runs fast; further than the second, it jumps. */
const FAST_FROM_TURNS = 3;
const JUMP_FROM_TURNS = 12;
const FAST = 8;
/** A turn that is this much later than expected means that the class was paused or the line was dead. */
const INTERRUPTED_TURNS = 2;

export function createPlayClock(positionTurns: number): PlayClock {
	return { positionTurns, originMs: undefined, frameMs: undefined };
}

/**
 * Adjusts the origin to a turn that has arrived: fully if it is early or follows an interruption, a little if it is
 * late.
 */
export function hearTurn(clock: PlayClock, turn: number, nowMs: number): void {
	const originMs = nowMs - turn * TURN_MS;
	const lateMs = clock.originMs === undefined ? 0 : originMs - clock.originMs;
	if (clock.originMs === undefined || lateMs < 0 || lateMs > INTERRUPTED_TURNS * TURN_MS) {
		clock.originMs = originMs;
	} else {
		clock.originMs += lateMs * 0.05;
	}
}

/** Moves the clock to `nowMs` and returns the position, which is never past `availableTurns`, the turns received. */
export function runClock(clock: PlayClock, nowMs: number, availableTurns: number): number {
	const passedTurns = clock.frameMs === undefined ? 0 : (nowMs - clock.frameMs) / TURN_MS;
	clock.frameMs = nowMs;
	// Before the first live turn, all available turns were closed long ago.
	const wantedTurns =
		clock.originMs === undefined ? availableTurns : (nowMs - clock.originMs) / TURN_MS - MARGIN_TURNS;
	const behindTurns = Math.min(wantedTurns, availableTurns) - clock.positionTurns;
	const next =
		behindTurns > JUMP_FROM_TURNS
			? clock.positionTurns + behindTurns
			: clock.positionTurns + passedTurns * speedOf(behindTurns);
	clock.positionTurns = Math.max(clock.positionTurns, Math.min(next, availableTurns));
	return clock.positionTurns;
}

/** Speed relative to real time. A small distance is made up for gently. */
function speedOf(behindTurns: number): number {
	if (behindTurns > FAST_FROM_TURNS) return FAST;
	return Math.max(0, 1 + behindTurns);
}
