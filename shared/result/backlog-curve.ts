import { NS_PER_PLAY_S, TURN_NS } from "../lib/units.ts";
import type { RecordedRound } from "../round/recorded-round.ts";
import { replayChip } from "../round/replay.ts";
import { backlogOf } from "../sim/chip/backlog.ts";

const TURNS_PER_S = NS_PER_PLAY_S / TURN_NS;

/** Backlog of a chip at the end of each second of play, in seconds of work, up to its end. Replays the chip. */
export function backlogCurve(round: RecordedRound, index: number): number[] {
	const { chip, closeTurn } = replayChip(round, index);
	const curve: number[] = [];
	for (let turn = 0; turn < round.turns && !chip.finished; turn++) {
		closeTurn();
		if ((turn + 1) % TURNS_PER_S === 0) curve.push(backlogOf(chip) / NS_PER_PLAY_S);
	}
	return curve;
}
