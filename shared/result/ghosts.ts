import type { LessonId } from "../lessons/ids.ts";
import { lessonById } from "../lessons/table.ts";
import { at } from "../lib/assert.ts";
import { NS_PER_PLAY_S, TURN_NS } from "../lib/units.ts";
import { presentRound, type RecordedRound } from "../round/recorded-round.ts";
import { replayChip } from "../round/replay.ts";
import type { RoundHeader, SeatHeader } from "../round/round.ts";
import { measureChip } from "./measure-chip.ts";
import { wholeNs } from "./simulate-players.ts";

const TURNS_PER_S = NS_PER_PLAY_S / TURN_NS;

/**
 * The lesson's measure of a chip so far, at the end of each second of play, up to its end. Replays the chip, with one
 * `yield` for each second: some milliseconds of computing at most.
 */
export function* valueCurve(round: RecordedRound, index: number): Generator<undefined, number[]> {
	const { measure } = lessonById(round.header.lesson as LessonId);
	const { chip, closeTurn } = replayChip(round, index);
	const curve: number[] = [];
	for (let turn = 0; turn < round.turns && !chip.finished; turn++) {
		closeTurn();
		if ((turn + 1) % TURNS_PER_S !== 0) continue;
		curve.push(measure.of(measureChip(chip)));
		yield;
	}
	return curve;
}

/** The same round with the naive policy in every seat of that chip: what its bots do alone. */
export function botsAlone(header: RoundHeader, index: number): RecordedRound {
	const { naive } = lessonById(header.lesson as LessonId).policies;
	return playedBy(header, index, () => naive);
}

/** The same round with the expert policy in the seats that people hold, and the naive one in the others. */
export function expertsInSeats(header: RoundHeader, index: number): RecordedRound {
	const { naive, expert } = lessonById(header.lesson as LessonId).policies;
	return playedBy(header, index, ({ driver }) => (driver === "person" ? expert : naive));
}

function playedBy(header: RoundHeader, index: number, policyOf: (seat: SeatHeader) => string): RecordedRound {
	const chips = header.chips.map((chip, which) =>
		which === index
			? { ...chip, seats: chip.seats.map((seat) => ({ driver: "bot", policy: policyOf(seat) }) as const) }
			: chip,
	);
	const turns = Math.ceil(wholeNs(at(header.chips, index).scenario) / TURN_NS);
	return presentRound({ header: { ...header, chips }, commands: [], turns });
}
