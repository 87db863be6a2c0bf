import { TURN_MS } from "#shared/lib/units.ts";

/**
 * Where on the round's time line the screen is, in turns. It runs about one turn and a margin behind
 * the newest turn received, so that turns may arrive unevenly without the picture ever stopping, and it
 * never goes backwards.
 */
export type PlayClock = {
	positionTurns: number;
	/** Real time at which turn 0 would have arrived, by the quickest of the latest turns. */
	originMs: number | undefined;
	frameMs: number | undefined;
};

/** How far behind a turn's arrival its start is shown: what a turn may be late without being missed. */
const MARGIN_TURNS = 0.4;
/** Further behind than this it runs fast, and further than that it jumps. */
const FAST_FROM_TURNS = 3;
const JUMP_FROM_TURNS = 12;
const FAST = 8;
/** A turn this much later than expected means that the class was paused or the line was dead. */
const INTERRUPTED_TURNS = 2;

export function createPlayClock(positionTurns: number): PlayClock {
	return { positionTurns, originMs: undefined, frameMs: undefined };
}

/** A turn arrived: earlier than expected moves the origin at once, later only a little, an interruption again at once. */
export function hearTurn(clock: PlayClock, turn: number, nowMs: number): void {
	const originMs = nowMs - turn * TURN_MS;
	const lateMs = clock.originMs === undefined ? 0 : originMs - clock.originMs;
	if (clock.originMs === undefined || lateMs < 0 || lateMs > INTERRUPTED_TURNS * TURN_MS) {
		clock.originMs = originMs;
	} else {
		clock.originMs += lateMs * 0.05;
	}
}

/** Moves on to `nowMs` and returns the position; never past `availableTurns`, the turns received. */
export function runClock(clock: PlayClock, nowMs: number, availableTurns: number): number {
	const passedTurns = clock.frameMs === undefined ? 0 : (nowMs - clock.frameMs) / TURN_MS;
	clock.frameMs = nowMs;
	// Nothing heard yet: all there is was closed long ago.
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

/** Real time is 1; a little off is made up for gently. */
function speedOf(behindTurns: number): number {
	if (behindTurns > FAST_FROM_TURNS) return FAST;
	return Math.max(0, 1 + behindTurns);
}
