import { at } from "#shared/lib/assert.ts";
import { TURN_NS } from "#shared/lib/units.ts";
import { openChip, type RoundHeader, type StampedCommand, startChipTurn } from "#shared/round/round.ts";
import { advance } from "#shared/sim/advance.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import type { ChipEvent } from "#shared/sim/chip/event.ts";

/** An event and the chip of the round on which it happened. */
export type PlayedEvent = { readonly chip: number; readonly event: ChipEvent };

/** Where turns come from, and who is told of what happens in them. */
export type PlayContext = {
	/** Commands of a turn, or undefined while the turn has not been received. */
	readonly commands: (turn: number) => readonly StampedCommand[] | undefined;
	/** A turn starts; its commands are not applied yet, so this is where checksums are compared. */
	readonly atStart: (turn: number) => void;
	readonly sink: (event: PlayedEvent) => void;
};

/**
 * Some or all chips of a round, stepped to any time within the turns received: exactly what the server
 * does, only cut into other slices, which changes nothing.
 */
export class RoundPlayer {
	/** Indices in the round of the chips that are played here. */
	readonly played: readonly number[];
	readonly #chips: readonly Chip[];
	#nowNs = 0;

	constructor(header: RoundHeader, played: readonly number[]) {
		this.played = played;
		this.#chips = played.map((index) => openChip(header, index));
	}

	get nowNs(): number {
		return this.#nowNs;
	}

	/** The chip with this index in the round; undefined if it is not played here. */
	chip(index: number): Chip | undefined {
		return this.#chips[this.played.indexOf(index)];
	}

	/** Goes on to `toNs`, as far as turns have been received, but starts at most `mostTurns` of them. */
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
			this.#chips.forEach((chip, place) => {
				advance(chip, this.#nowNs, this.#sinkOf(place, context));
			});
		}
	}

	#start(turn: number, commands: readonly StampedCommand[], context: PlayContext): void {
		if (commands.length === 0) return;
		this.#chips.forEach((chip, place) => {
			const index = at(this.played, place);
			const own = commands.filter((stamped) => stamped.chip === index);
			startChipTurn(chip, turn, own, this.#sinkOf(place, context));
		});
	}

	#sinkOf(place: number, { sink }: PlayContext): (event: ChipEvent) => void {
		const chip = at(this.played, place);
		return (event) => sink({ chip, event });
	}
}
