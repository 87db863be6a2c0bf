import type { ChipEvent } from "../sim/chip/event.ts";
import { closeTurn, openRound, type Round, type RoundLog, type StampedCommand } from "./round.ts";

/**
 * Replays a recorded round up to `turns` closed turns, by default all. Throws if another simulation version
 * recorded it. `sink` gets every event with the index of its chip.
 */
export function replay(
	log: RoundLog,
	turns = log.turns,
	sink?: (chip: number, event: ChipEvent) => void,
): Round {
	const round = openRound(log.header);
	replayTo(round, commandsByTurn(log), turns, sink);
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
