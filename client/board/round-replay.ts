import { at } from "#shared/lib/assert.ts";
import { TURN_NS } from "#shared/lib/units.ts";
import type { PlayedChip } from "#shared/round/played-chip.ts";
import type { RecordedRound } from "#shared/round/recorded-round.ts";
import { commandsByTurn } from "#shared/round/replay.ts";
import type { StampedCommand } from "#shared/round/round.ts";
import type { ReadonlyChip } from "#shared/sim/chip/chip.ts";
import type { ChipEvent } from "#shared/sim/chip/event.ts";
import { RoundPlayer } from "../net/round-player.ts";

/** One chip of a recorded round, shown at any moment: forwards by stepping, backwards from the start again. */
export class RoundReplay {
	readonly lengthNs: number;
	readonly #round: RecordedRound;
	readonly #index: number;
	readonly #byTurn: ReadonlyMap<number, readonly StampedCommand[]>;
	#player: RoundPlayer;

	constructor(round: RecordedRound, chip: number) {
		this.lengthNs = round.turns * TURN_NS;
		this.#round = round;
		this.#index = chip;
		this.#byTurn = commandsByTurn(round);
		this.#player = new RoundPlayer(round, [chip]);
	}

	get nowNs(): number {
		return this.#player.nowNs;
	}

	get chip(): ReadonlyChip {
		return this.played.chip;
	}

	get played(): PlayedChip {
		const played = this.#player.chip(this.#index);
		return at(played === undefined ? [] : [played], 0);
	}

	/** Goes to `toNs`, within the round. `sink` hears what happens on the way, if the way is forwards. */
	seek(toNs: number, sink: (event: ChipEvent) => void = () => {}): void {
		const target = Math.min(this.lengthNs, Math.max(0, Math.floor(toNs)));
		const isBack = target < this.#player.nowNs;
		if (isBack) this.#player = new RoundPlayer(this.#round, [this.#index]);
		this.#player.run(target, Number.POSITIVE_INFINITY, {
			commands: (turn) => this.#byTurn.get(turn) ?? [],
			atStart: () => {},
			sink: ({ event }) => {
				if (!isBack) sink(event);
			},
		});
	}
}

/** One chip as it was at the end of the round. */
export function finishedChip(round: RecordedRound, chip: number): PlayedChip {
	const replay = new RoundReplay(round, chip);
	replay.seek(replay.lengthNs);
	return replay.played;
}

/** As it is shown everywhere: eight hexadecimal digits. */
export function showChecksum(value: number): string {
	return value.toString(16).padStart(8, "0");
}
