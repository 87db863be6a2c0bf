import type { ChipEvent, EventSink } from "../sim/chip/event.ts";
import { closeChipTurn, closeTurn, openRecorded, type Round } from "./play-round.ts";
import type { PlayedChip } from "./played-chip.ts";
import type { RecordedRound } from "./recorded-round.ts";
import type { RoundLog, StampedCommand } from "./round.ts";

/**
 * Replays a recorded round up to `turns` closed turns, by default all. `sink` gets every event with the index of its
 * chip.
 */
export function replay(
	recorded: RecordedRound,
	turns = recorded.turns,
	sink?: (chip: number, event: ChipEvent) => void,
): Round {
	const round = openRecorded(recorded);
	replayTo(round, commandsByTurn(recorded), turns, sink);
	return round;
}

/** Replays a round in place, up to `turns` closed turns; `byTurn` as `commandsByTurn` gives it. */
export function replayTo(
	round: Round,
	byTurn: ReadonlyMap<number, readonly StampedCommand[]>,
	turns: number,
	sink?: (chip: number, event: ChipEvent) => void,
): void {
	while (round.turn < turns) closeTurn(round, byTurn.get(round.turn) ?? [], sink);
}

/** A chip of a recorded round that is played again, turn by turn. */
export type ReplayedChip = Pick<PlayedChip, "chip"> & {
	/** Plays the next turn with its commands. */
	readonly closeTurn: (sink?: EventSink) => void;
};

/** One chip of a recorded round at time 0, for callers that need only that one and look at it after each turn. */
export function replayChip(recorded: RecordedRound, index: number): ReplayedChip {
	const played = recorded.open(index);
	const commands = recorded.commands.filter((stamped) => stamped.chip === index);
	const byTurn = commandsByTurn({ commands });
	let turn = 0;
	return {
		chip: played.chip,
		closeTurn: (sink) => {
			closeChipTurn(played, turn, byTurn.get(turn) ?? [], sink);
			turn++;
		},
	};
}

/** Commands of a log by the turn at whose start they take effect, each turn's in the order received. */
export function commandsByTurn(log: Pick<RoundLog, "commands">): Map<number, StampedCommand[]> {
	const byTurn = new Map<number, StampedCommand[]>();
	for (const stamped of log.commands) {
		const others = byTurn.get(stamped.turn);
		if (others === undefined) byTurn.set(stamped.turn, [stamped]);
		else others.push(stamped);
	}
	return byTurn;
}
