import type { ChipEvent } from "../sim/chip/event.ts";
import { closeTurn, openRound, type Round, type RoundLog, type StampedCommand } from "./round.ts";

/** Plays a recorded round again, up to `turns` closed turns (all of them by default). */
export function replay(
	log: RoundLog,
	turns = log.turns,
	sink?: (chip: number, event: ChipEvent) => void,
): Round {
	const round = openRound(log.header);
	replayTo(round, commandsByTurn(log), turns, sink);
	return round;
}

/** Plays a round on, in place, up to `turns` closed turns. */
export function replayTo(
	round: Round,
	byTurn: ReadonlyMap<number, readonly StampedCommand[]>,
	turns: number,
	sink?: (chip: number, event: ChipEvent) => void,
): void {
	while (round.turn < turns) closeTurn(round, byTurn.get(round.turn) ?? [], sink);
}

/** The commands of a log by the turn at whose start they take effect. */
export function commandsByTurn(log: Pick<RoundLog, "commands">): Map<number, StampedCommand[]> {
	const byTurn = new Map<number, StampedCommand[]>();
	for (const stamped of log.commands) {
		const others = byTurn.get(stamped.turn);
		if (others === undefined) byTurn.set(stamped.turn, [stamped]);
		else others.push(stamped);
	}
	return byTurn;
}
