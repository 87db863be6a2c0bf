import type { Down } from "#shared/protocol/down.ts";
import { packCommand } from "#shared/protocol/packed-command.ts";
import { commandsByTurn, replayTo } from "#shared/round/replay.ts";
import {
	closeTurn,
	openRound,
	type Round,
	type RoundHeader,
	type RoundLog,
	roundChecksums,
	type StampedCommand,
} from "#shared/round/round.ts";
import type { Command } from "#shared/sim/chip/command.ts";

/** Checksums go with every fourth turn: once a second. */
const TURNS_PER_CHECKSUM = 4;

/** A round while it is played: the simulation that counts, its log, and the commands for the next turn. */
export class LiveRound {
	readonly id: string;
	readonly #round: Round;
	readonly #commands: StampedCommand[] = [];
	#next: StampedCommand[] = [];

	constructor(id: string, header: RoundHeader) {
		this.id = id;
		this.#round = openRound(header);
	}

	get turn(): number {
		return this.#round.turn;
	}

	get finished(): boolean {
		return this.#round.finished;
	}

	get header(): RoundHeader {
		return this.#round.header;
	}

	get log(): RoundLog {
		return { header: this.#round.header, commands: [...this.#commands], turns: this.#round.turn };
	}

	/** Commands of this seat that wait for the next turn. */
	waiting(chip: number, seat: number): number {
		return this.#next.filter((stamped) => stamped.chip === chip && stamped.seat === seat).length;
	}

	/** Stamps a command to the next turn. */
	add(chip: number, seat: number, command: Command): void {
		this.#next.push({ turn: this.#round.turn, chip, seat, command });
	}

	/** Closes the next turn: what everyone is told of it, and the commands that took effect. */
	close(): { readonly message: Down["turn"]; readonly commands: readonly StampedCommand[] } {
		const commands = this.#next;
		this.#next = [];
		const n = this.#round.turn;
		const k = n % TURNS_PER_CHECKSUM === 0 ? roundChecksums(this.#round) : undefined;
		closeTurn(this.#round, commands);
		for (const command of commands) this.#commands.push(command);
		const message = {
			n,
			...(commands.length > 0 && { c: commands.map(packCommand) }),
			...(k !== undefined && { k }),
		};
		return { message, commands };
	}

	/** Brings a fresh round to where a log of it ends. */
	restore(commands: readonly StampedCommand[], turns: number): void {
		replayTo(this.#round, commandsByTurn({ commands }), turns);
		this.#commands.push(...commands);
	}
}
