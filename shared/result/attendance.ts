import type { ChipOutcome } from "../lessons/outcome.ts";
import { numberAt } from "../lib/assert.ts";
import { mean, sumOf } from "../lib/statistics.ts";
import { NS_PER_PLAY_S, TURN_NS } from "../lib/units.ts";
import type { RecordedRound } from "../round/recorded-round.ts";
import { replayChip } from "../round/replay.ts";
import { actsAsBot } from "../sim/chip/seats.ts";

/** A round counts as somebody's own only if they, and not the bot, played at least this share of it. */
export const PLAYED_SHARE_MIN = 0.5;

/** A record counts only if whoever held a seat played at least this share of the round, and the bot the rest. */
export const RECORD_SHARE_MIN = 0.8;

/** Whether people played every seat that they held nearly all the time, so that what the chip reached is theirs. */
export function isByHand({ held, played }: Pick<ChipOutcome, "held" | "played">): boolean {
	return held.length > 0 && held.every((seat) => (played[seat] ?? 0) >= RECORD_SHARE_MIN);
}

/**
 * Share (0 to 1) of parts of a run together: each counts by how long it took, so that it is the share of the run's time.
 * undefined of no part.
 */
export function shareOfParts(
	parts: readonly { readonly played: number; readonly timeNs: number }[],
): number | undefined {
	if (parts.length === 0) return undefined;
	const wholeNs = sumOf(parts, ({ timeNs }) => timeNs);
	if (wholeNs === 0) return mean(parts.map(({ played }) => played));
	return sumOf(parts, ({ played, timeNs }) => played * timeNs) / wholeNs;
}

/** Share of a round that people played. */
export type Attendance = {
	/** Whether the round was played to its end. */
	readonly finished: boolean;
	/** By chip and seat: share of its turns (0 to 1) in which a person played. */
	readonly shares: readonly (readonly number[])[];
};

/**
 * How long before and after each of their commands a person counts as present, so that one command is not half
 * a round.
 */
export const QUIET_TURNS = (20 * NS_PER_PLAY_S) / TURN_NS;

/**
 * Replays a round and counts, per seat, the turns in which its bot did not decide and its person had sent a
 * command not long before or after. A page left open sends signs of life without anyone playing.
 */
export function attendanceOf(round: RecordedRound): Attendance {
	const chips = round.header.chips.map((_, index) => attendChip(round, index));
	return {
		finished: chips.every(({ finished }) => finished),
		shares: chips.map(({ shares }) => shares),
	};
}

function attendChip(round: RecordedRound, index: number): { finished: boolean; shares: number[] } {
	const { chip, closeTurn } = replayChip(round, index);
	// The log holds no acts of bots.
	const given = round.commands.filter(
		(stamped) => stamped.chip === index && stamped.command.type !== "drive",
	);
	const played = chip.seats.map(() => 0);
	let turn = 0;
	for (; turn < round.turns && !chip.finished; turn++) {
		closeTurn();
		for (const seat of chip.seats) {
			const isNear = given.some(
				(stamped) => stamped.seat === seat.id && Math.abs(stamped.turn - turn) <= QUIET_TURNS,
			);
			if (isNear && !actsAsBot(seat)) played[seat.id] = numberAt(played, seat.id) + 1;
		}
	}
	return { finished: chip.finished, shares: played.map((turns) => turns / Math.max(1, turn)) };
}
