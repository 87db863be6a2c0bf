import { numberAt } from "#shared/lib/assert.ts";
import { TURN_NS } from "#shared/lib/units.ts";
import type { PlayedChip } from "#shared/round/played-chip.ts";
import type { RecordedRound } from "#shared/round/recorded-round.ts";
import type { StampedCommand } from "#shared/round/round.ts";
import type { ChipEvent } from "#shared/sim/chip/event.ts";

/** An event and the index of its chip in the round. */
export type PlayedEvent = { readonly chip: number; readonly event: ChipEvent };

/** Where turns come from, and who hears what happens in them. */
export type PlayContext = {
	/** Commands of a turn, or undefined if the turn has not been received yet. */
	readonly commands: (turn: number) => readonly StampedCommand[] | undefined;
	/** Called at the start of a turn, before its commands are applied: the point at which checksums are compared. */
	readonly atStart: (turn: number) => void;
	readonly sink: (event: PlayedEvent) => void;
};

/**
 * Some or all chips of a round, stepped to any time within the turns received. Does exactly what the server does;
 * only the time steps differ, which changes nothing.
 */
export class RoundPlayer {
	/** Indices in the round of the chips that are stepped here. */
	readonly played: readonly number[];
	readonly #chips: readonly PlayedChip[];
	#nowNs = 0;

	constructor({ open }: Pick<RecordedRound, "open">, played: readonly number[]) {
		this.played = played;
		this.#chips = played.map(open);
	}

	get nowNs(): number {
		return this.#nowNs;
	}

	/** The chip with this index in the round; undefined if it is not stepped here. */
	chip(index: number): PlayedChip | undefined {
		return this.#chips[this.played.indexOf(index)];
	}

	/** Steps to `toNs`, as far as turns have been received, but starts at most `mostTurns` of them. */
	run(toNs: number, mostTurns: number, context: PlayContext): void {
		let started = 0;
		while (this.#nowNs < toNs) {
			const turn = Math.floor(this.#nowNs / TURN_NS);
			if (this.#nowNs === turn * TURN_NS) {
				const commands = context.commands(turn);
				if (commands === undefined || started === mostTurns) return;
				started += 1;
				context.atStart(turn);
				this.#start(turn, commands, context);
			}
			this.#nowNs = Math.min(toNs, (turn + 1) * TURN_NS);
			this.#chips.forEach(({ advance }, place) => {
				advance(this.#nowNs, this.#sinkOf(place, context));
			});
		}
	}

	#start(turn: number, commands: readonly StampedCommand[], context: PlayContext): void {
		if (commands.length === 0) return;
		this.#chips.forEach(({ startTurn }, place) => {
			const index = numberAt(this.played, place);
			const own = commands.filter((stamped) => stamped.chip === index);
			startTurn(turn, own, this.#sinkOf(place, context));
		});
	}

	#sinkOf(place: number, { sink }: PlayContext): (event: ChipEvent) => void {
		const chip = numberAt(this.played, place);
		return (event) => sink({ chip, event });
	}
}
