import { readRound } from "#shared/frozen/read-round.ts";
import { openRecorded, roundChecksums } from "#shared/round/play-round.ts";
import type { RecordedRound } from "#shared/round/recorded-round.ts";
import { commandsByTurn, replayTo } from "#shared/round/replay.ts";
import type { RoundLog } from "#shared/round/round.ts";
import type { Simulation } from "#shared/round/simulation.ts";
import { showChecksum } from "#shared/sim/chip/checksum.ts";
import type { ChipEvent, EventSink } from "#shared/sim/chip/event.ts";

const CHECKED_TURNS = 20;

/** Every five seconds of play the turns that are closed, then the checksum of each chip. Events go to `sink`. */
export function* checksumsOf(recorded: RecordedRound, sink?: EventSink): Generator<string> {
	const round = openRecorded(recorded);
	const byTurn = commandsByTurn(recorded);
	const tell = sink && ((_chip: number, event: ChipEvent) => sink(event));
	while (round.turn < recorded.turns) {
		replayTo(round, byTurn, Math.min(recorded.turns, round.turn + CHECKED_TURNS), tell);
		yield [round.turn, ...roundChecksums(round).map(showChecksum)].join(" ");
	}
}

/** All of them, of a round that this simulation has played. */
export function checksumsBy(simulation: Simulation, log: RoundLog): string[] {
	const round = readRound(log, simulation);
	if (!round.ok) throw new Error(`a recorded round is refused: ${round.reason.join("; ")}`);
	return [...checksumsOf(round.value)];
}
