import { TURN_NS } from "#shared/lib/units.ts";
import type { Down } from "#shared/protocol/down.ts";
import { unpackCommand } from "#shared/protocol/packed-command.ts";
import type { Up } from "#shared/protocol/up.ts";
import { presentRound } from "#shared/round/recorded-round.ts";
import { commandsByTurn } from "#shared/round/replay.ts";
import type { RoundHeader, RoundLog, StampedCommand } from "#shared/round/round.ts";
import type { ReadonlyChip } from "#shared/sim/chip/chip.ts";
import { createPlayClock, hearTurn, type PlayClock, runClock } from "./play-clock.ts";
import { type PlayContext, type PlayedEvent, RoundPlayer } from "./round-player.ts";

/** What a stream needs from its surroundings. */
export type StreamNeeds = {
	/** Asks the server for the whole round, because turns are missing or a checksum differs. */
	readonly askForLog: () => void;
	readonly reportDivergence: (report: Up["diverged"]) => void;
	/** Which chips to step: a student's own, or all of them. */
	readonly chips: "all" | number;
};

/** What happened in one frame. Empty while the round is being replayed. */
export type StreamFrame = {
	readonly events: readonly PlayedEvent[];
	/** Commands of the turns that started in this frame. */
	readonly applied: readonly StampedCommand[];
};

/** Chips times turns that one frame may replay, so that a late joiner's frames stay within a few milliseconds. */
const REPLAY_PER_FRAME = 48;
/** Minimum real time between two requests for the log. */
const ASK_AGAIN_MS = 5_000;

/**
 * One round as this client knows it: the log so far, the chips stepped from it, and the position on its time line
 * that the screen shows. Pure: time comes in through `frame`, messages through `takeRound` and `takeTurn`.
 */
export class TurnStream {
	readonly id: string;
	readonly header: RoundHeader;
	readonly #needs: StreamNeeds;
	readonly #commands: (readonly StampedCommand[])[] = [];
	readonly #checksums = new Map<number, readonly number[]>();
	readonly #clock: PlayClock;
	/** The player that is shown, and the one that is being replayed to replace it. */
	#shown: RoundPlayer | undefined;
	#replaying: RoundPlayer | undefined;
	#diverged = false;
	#verified: { readonly turn: number; readonly checksum: number } | undefined;
	#askedMs = Number.NEGATIVE_INFINITY;

	constructor(id: string, log: RoundLog, needs: StreamNeeds) {
		this.id = id;
		this.header = log.header;
		this.#needs = needs;
		this.#append(log);
		this.#clock = createPlayClock(log.turns);
	}

	/** Which chips are stepped: a student's own, or all of them. */
	get chips(): "all" | number {
		return this.#needs.chips;
	}

	/** Number of turns received so far. The screen never gets past the last one. */
	get turns(): number {
		return this.#commands.length;
	}

	/** Simulated time shown, in ns; 0 while the log is still being replayed. */
	get nowNs(): number {
		return this.#shown?.nowNs ?? 0;
	}

	/** Whether the round has been replayed up to the present. */
	get isReady(): boolean {
		return this.#shown !== undefined;
	}

	/** The last turn for which the server sent a checksum, and the checksum computed here. */
	get verified(): { readonly turn: number; readonly checksum: number } | undefined {
		return this.#verified;
	}

	/** The round as far as it is known here. */
	get log(): RoundLog {
		return { header: this.header, commands: this.#commands.flat(), turns: this.turns };
	}

	/** Whether a chip here differs from the server's, and the round has been requested again. */
	get hasDiverged(): boolean {
		return this.#diverged;
	}

	/** The chip as it is at `nowNs`; undefined while replaying, or if it is not stepped here. */
	chip(index: number): ReadonlyChip | undefined {
		return this.#shown?.chip(index)?.chip;
	}

	/** Takes the log of the round from its start: fills in what was missed, or replays everything after a divergence. */
	takeRound(log: RoundLog): void {
		if (this.#diverged) {
			// The commands received may be wrong too, not only the chip.
			this.#commands.length = 0;
			this.#diverged = false;
			this.#replaying = undefined;
		}
		this.#append(log);
	}

	/** Takes a turn that the server has closed. A known turn changes nothing; a gap before this one asks for the log. */
	takeTurn(turn: Down["turn"], nowMs: number): void {
		if (turn.n > this.turns) this.#ask(nowMs);
		if (turn.n !== this.turns) return;
		this.#commands.push((turn.c ?? []).map((packed) => unpackCommand(packed, turn.n)));
		if (turn.k !== undefined) this.#checksums.set(turn.n, turn.k);
		hearTurn(this.#clock, turn.n, nowMs);
	}

	/** Moves the picture to real time `nowMs`. */
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
		// Opened only now: a round that is over may be of an earlier simulation, and is never stepped here.
		this.#replaying ??= this.#openPlayer();
		if (shown !== this.#replaying) this.#replay(this.#replaying, toNs, nowMs);
		return { events, applied };
	}

	#replay(player: RoundPlayer, toNs: number, nowMs: number): void {
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

	/** Compares with the server's checksums for the turn, if it sent any. */
	#check(player: RoundPlayer, turn: number, nowMs: number): void {
		const told = this.#checksums.get(turn);
		if (told === undefined || this.#diverged) return;
		for (const index of player.played) {
			const chip = player.chip(index);
			const expected = told[index];
			if (chip === undefined || expected === undefined) continue;
			const got = chip.checksum();
			this.#verified = { turn, checksum: got };
			if (got !== expected) this.#disagree({ turn, chip: index, expected, got }, nowMs);
		}
	}

	/**
	 * Reports a divergence, and requests the round again. If the replayed chip differs too, reporting it now and then
	 * is all that is left to do.
	 */
	#disagree(report: Up["diverged"], nowMs: number): void {
		if (!this.#ask(nowMs)) return;
		this.#diverged = true;
		this.#needs.reportDivergence(report);
	}

	/** Asks for the log, unless it did so within the last few seconds. Returns whether it asked. */
	#ask(nowMs: number): boolean {
		if (nowMs - this.#askedMs < ASK_AGAIN_MS) return false;
		this.#askedMs = nowMs;
		this.#needs.askForLog();
		return true;
	}

	/** Appends the turns of the log that are not known yet. */
	#append(log: RoundLog): void {
		const known = this.turns;
		const byTurn = commandsByTurn(log);
		for (let turn = known; turn < log.turns; turn++) this.#commands.push(byTurn.get(turn) ?? []);
	}

	#openPlayer(): RoundPlayer {
		const { chips } = this.#needs;
		return new RoundPlayer(
			presentRound(this.log),
			chips === "all" ? this.header.chips.map((_, index) => index) : [chips],
		);
	}
}
