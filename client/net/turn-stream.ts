import { TURN_NS } from "#shared/lib/units.ts";
import type { Down } from "#shared/protocol/down.ts";
import { unpackCommand } from "#shared/protocol/packed-command.ts";
import type { Up } from "#shared/protocol/up.ts";
import { commandsByTurn } from "#shared/round/replay.ts";
import type { RoundHeader, RoundLog, StampedCommand } from "#shared/round/round.ts";
import { checksum } from "#shared/sim/chip/checksum.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import { createPlayClock, hearTurn, type PlayClock, runClock } from "./play-clock.ts";
import { type PlayContext, type PlayedEvent, RoundPlayer } from "./round-player.ts";

/** What a stream asks of its surroundings. */
export type StreamNeeds = {
	/** Ask the server for the whole round: turns are missing, or a checksum differs. */
	readonly askForLog: () => void;
	readonly reportDivergence: (report: Up["diverged"]) => void;
	/** Chips to step: a student's own, or all of them. */
	readonly chips: "all" | number;
};

/** What one frame brought; nothing while the round is being replayed. */
export type StreamFrame = {
	readonly events: readonly PlayedEvent[];
	/** Commands of the turns that started. */
	readonly applied: readonly StampedCommand[];
};

/** Chips times turns that one frame may replay; keeps a frame of a late joiner under some milliseconds. */
const REPLAY_PER_FRAME = 48;
/** Least real time between two requests for the log. */
const ASK_AGAIN_MS = 5_000;

/**
 * One round as this client knows it: the log so far, the chips stepped from it, and the place on its time
 * line that the screen shows. Pure: time comes in with `frame`, messages with `takeRound` and `takeTurn`.
 */
export class TurnStream {
	readonly id: string;
	readonly header: RoundHeader;
	readonly #needs: StreamNeeds;
	readonly #commands: (readonly StampedCommand[])[] = [];
	readonly #checksums = new Map<number, readonly number[]>();
	readonly #clock: PlayClock;
	/** What is shown, and what is being replayed to take its place. */
	#shown: RoundPlayer | undefined;
	#replaying: RoundPlayer;
	#diverged = false;
	#verified: { readonly turn: number; readonly checksum: number } | undefined;
	#askedMs = Number.NEGATIVE_INFINITY;

	constructor(id: string, log: RoundLog, needs: StreamNeeds) {
		this.id = id;
		this.header = log.header;
		this.#needs = needs;
		this.#append(log);
		this.#clock = createPlayClock(log.turns);
		this.#replaying = this.#openPlayer();
	}

	/** Which chips are stepped: a student's own, or all of them. */
	get chips(): "all" | number {
		return this.#needs.chips;
	}

	/** Turns received so far; the screen never gets past their end. */
	get turns(): number {
		return this.#commands.length;
	}

	/** Simulated time shown; 0 while the log is still being replayed. */
	get nowNs(): number {
		return this.#shown?.nowNs ?? 0;
	}

	/** The round has been replayed up to where the class is. */
	get isReady(): boolean {
		return this.#shown !== undefined;
	}

	/** The last turn whose checksum was told, and the one found here. */
	get verified(): { readonly turn: number; readonly checksum: number } | undefined {
		return this.#verified;
	}

	/** The round as far as it is known. */
	get log(): RoundLog {
		return { header: this.header, commands: this.#commands.flat(), turns: this.turns };
	}

	/** Some chip here differs from the server's, and the way back is under way. */
	get hasDiverged(): boolean {
		return this.#diverged;
	}

	/** The chip as it is at `nowNs`; undefined while replaying, or if it is not played here. */
	chip(index: number): Chip | undefined {
		return this.#shown?.chip(index);
	}

	/** The round again, from its start: what was missed is filled in; after a divergence all is replayed. */
	takeRound(log: RoundLog): void {
		if (this.#diverged) {
			// Not only the chip may be wrong, but also what was heard of its commands.
			this.#commands.length = 0;
			this.#diverged = false;
			this.#replaying = this.#openPlayer();
		}
		this.#append(log);
	}

	/** A turn was closed. One that is known already changes nothing; one too many ahead asks for the log. */
	takeTurn(turn: Down["turn"], nowMs: number): void {
		if (turn.n > this.turns) this.#ask(nowMs);
		if (turn.n !== this.turns) return;
		this.#commands.push((turn.c ?? []).map((packed) => unpackCommand(packed, turn.n)));
		if (turn.k !== undefined) this.#checksums.set(turn.n, turn.k);
		hearTurn(this.#clock, turn.n, nowMs);
	}

	/** Moves the picture on to real time `nowMs`. */
	frame(nowMs: number): StreamFrame {
		const toNs = Math.floor(runClock(this.#clock, nowMs, this.turns) * TURN_NS);
		const events: PlayedEvent[] = [];
		const applied: StampedCommand[] = [];
		const shown = this.#shown;
		if (shown !== undefined) {
			this.#run(shown, toNs, {
				commands: (turn) => this.#commands[turn],
				atStart: (turn) => {
					this.#check(shown, turn, nowMs);
					applied.push(...(this.#commands[turn] ?? []));
				},
				sink: (event) => events.push(event),
			});
		}
		if (shown !== this.#replaying) this.#replay(toNs, nowMs);
		return { events, applied };
	}

	#replay(toNs: number, nowMs: number): void {
		const player = this.#replaying;
		this.#run(player, toNs, {
			commands: (turn) => this.#commands[turn],
			atStart: (turn) => this.#check(player, turn, nowMs),
			sink: () => {},
		});
		if (player.nowNs === toNs) this.#shown = player;
	}

	#run(player: RoundPlayer, toNs: number, context: PlayContext): void {
		player.run(toNs, Math.max(4, Math.floor(REPLAY_PER_FRAME / player.played.length)), context);
	}

	/** Compares with the server's checksums of the turn, if it told any. */
	#check(player: RoundPlayer, turn: number, nowMs: number): void {
		const told = this.#checksums.get(turn);
		if (told === undefined || this.#diverged) return;
		for (const index of player.played) {
			const chip = player.chip(index);
			const expected = told[index];
			if (chip === undefined || expected === undefined) continue;
			const got = checksum(chip);
			this.#verified = { turn, checksum: got };
			if (got !== expected) this.#disagree({ turn, chip: index, expected, got }, nowMs);
		}
	}

	/** If even the replayed chip differs, there is no more to be done than to say so now and then. */
	#disagree(report: Up["diverged"], nowMs: number): void {
		if (!this.#ask(nowMs)) return;
		this.#diverged = true;
		this.#needs.reportDivergence(report);
	}

	/** Says whether it asked; not twice within some seconds. */
	#ask(nowMs: number): boolean {
		if (nowMs - this.#askedMs < ASK_AGAIN_MS) return false;
		this.#askedMs = nowMs;
		this.#needs.askForLog();
		return true;
	}

	/** Adds the turns of the log that are not known yet. */
	#append(log: RoundLog): void {
		const known = this.turns;
		const byTurn = commandsByTurn(log);
		for (let turn = known; turn < log.turns; turn++) this.#commands.push(byTurn.get(turn) ?? []);
	}

	#openPlayer(): RoundPlayer {
		const { chips } = this.#needs;
		return new RoundPlayer(
			this.header,
			chips === "all" ? this.header.chips.map((_, index) => index) : [chips],
		);
	}
}
