import type { ClassResult } from "../brain/class-result.ts";
import type { PersonMeans } from "../brain/person.ts";
import type { RoundOutcome } from "../lessons/outcome.ts";
import type { RoundLog } from "../round/round.ts";
import type { RefusalReason } from "../sim/chip/command.ts";
import type { PackedCommand } from "./packed-command.ts";

/** What the server says, by message type. Social state (phase, roster, seats) is in the room state instead. */
export type Down = {
	/** Answer to `hello`. */
	welcome: {
		readonly version: number;
		readonly role: "student" | "desk" | "projector";
		/** Id in the roster; "" for desk and projector. */
		readonly student: string;
		/** May steer (the desk, the student of a practice). */
		readonly steers: boolean;
		/** What this student has committed to in the current lesson, if anything. */
		readonly predicted: number | null;
		readonly answered: readonly (number | null)[];
		/** Has handed in a sheet of the six questions that are asked just now. */
		readonly probed: boolean;
	};
	/** The current round from its start: told when it opens, on joining, and as answer to `log`. */
	round: { readonly id: string; readonly log: RoundLog };
	/**
	 * A closed turn. Commands (`unpackCommand(packed, n)`) take effect at its start; a client may now step
	 * to its end. `k`: checksums of all chips at its start, every fourth turn. Short keys: this is sent
	 * four times a second. A turn that the client already holds (`n` < turns of its log) is to be ignored.
	 */
	turn: {
		readonly n: number;
		readonly c?: readonly PackedCommand[];
		readonly k?: readonly number[];
	};
	/** Once a second while no turns flow: the server lives. */
	beat: Record<string, never>;
	/**
	 * The round is over: what every chip did and what the class had predicted. Told on explain. `before`: the same
	 * chips in the first part, in a lesson with two sides. `experiment`: what the class measured on itself.
	 * `record`: of an open round, the best that a chip of this class had reached on this seed before, in the
	 * lesson's measure; null if it was the first round on it.
	 */
	outcome: {
		readonly id: string;
		readonly outcome: RoundOutcome;
		readonly before: RoundOutcome | null;
		readonly predictions: readonly number[];
		readonly experiment?: ClassResult;
		readonly record?: number | null;
	};
	/**
	 * To one student of an experiment alone, after `welcome` and when they are done: how many of their
	 * trials are here (the next ones are to be sent), and what is kept of them at the end.
	 */
	trials: {
		readonly search: number;
		readonly dual: number;
		readonly means: PersonMeans | null;
	};
	/**
	 * To the sender only: what it asked under number `id` changed nothing. `of` is the message's type. `id` is null
	 * if the message was malformed and had none.
	 */
	refused: { readonly id: number | null; readonly of: string; readonly reason: Refusal };
	/** The class is over or this client must go; the connection closes after it. */
	goodbye: { readonly reason: "ended" | "elsewhere" | "reload" | "removed" | "blocked" };
};
export type DownType = keyof Down;

/** Why a message changed nothing. Each has its own sentence on screen. */
export type Refusal =
	| RefusalReason
	| "malformed"
	| "badName"
	| "stale"
	| "notNow"
	| "notAllowed"
	| "alreadyAnswered"
	| "tooMany";

/** Close codes of our own; after these a client does not come back by itself. */
export const CLOSE_ENDED = 4100;
export const CLOSE_ELSEWHERE = 4101;
export const CLOSE_SILENT = 4102;
export const CLOSE_RELOAD = 4103;
export const CLOSE_REMOVED = 4104;
