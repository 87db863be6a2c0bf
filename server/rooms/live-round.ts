import type { Down } from "#shared/protocol/down.ts";
import { packCommand } from "#shared/protocol/packed-command.ts";
import { closeTurn, type Round, roundChecksums } from "#shared/round/play-round.ts";
import { commandsByTurn, replayTo } from "#shared/round/replay.ts";
import type { RoundHeader, RoundLog, StampedCommand } from "#shared/round/round.ts";
import type { Command } from "#shared/sim/chip/command.ts";

/** Every fourth turn, once a second, carries checksums. */
const TURNS_PER_CHECKSUM = 4;

/** A round being played: the authoritative simulation, its log, and the commands waiting for the next turn. */
export class LiveRound {
	readonly id: string;
	readonly #round: Round;
	readonly #commands: StampedCommand[] = [];
	#next: StampedCommand[] = [];

	/** `round`: at its beginning. */
	constructor(id: string, round: Round) {
		this.id = id;
		this.#round = round;
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

	/** Number of commands of this seat that wait for the next turn. */
	waiting(chip: number, seat: number): number {
		return this.#next.filter((stamped) => stamped.chip === chip && stamped.seat === seat).length;
	}

	/** Stamps a command with the next turn. */
	add(chip: number, seat: number, command: Command): void {
		this.#next.push({ turn: this.#round.turn, chip, seat, command });
	}

	/** Closes the next turn. Returns what everyone is told of it, and the commands that took effect. */
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

	/** Advances a fresh round to the end of a log of it. */
	restore(commands: readonly StampedCommand[], turns: number): void {
		replayTo(this.#round, commandsByTurn({ commands }), turns);
		this.#commands.push(...commands);
	}
}
