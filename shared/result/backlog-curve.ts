import { NS_PER_PLAY_S, TURN_NS } from "../lib/units.ts";
import { commandsByTurn } from "../round/replay.ts";
import { closeChipTurn, openChip, type RoundLog } from "../round/round.ts";
import { backlogOf } from "../sim/chip/backlog.ts";

const TURNS_PER_S = NS_PER_PLAY_S / TURN_NS;

/** Backlog of a chip at the end of each second of play, in seconds of work, up to its end. Replays the chip. */
export function backlogCurve(log: RoundLog, index: number): number[] {
	const chip = openChip(log.header, index);
	const byTurn = commandsByTurn({ commands: log.commands.filter((stamped) => stamped.chip === index) });
	const curve: number[] = [];
	for (let turn = 0; turn < log.turns && !chip.finished; turn++) {
		closeChipTurn(chip, turn, byTurn.get(turn) ?? []);
		if ((turn + 1) % TURNS_PER_S === 0) curve.push(backlogOf(chip) / NS_PER_PLAY_S);
	}
	return curve;
}
