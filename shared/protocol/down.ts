import type { ClassResult } from "../brain/class-result.ts";
import type { PersonMeans } from "../brain/person.ts";
import type { RoundOutcome } from "../lessons/outcome.ts";
import type { RoundLog } from "../round/round.ts";
import type { RefusalReason } from "../sim/chip/command.ts";
import type { PackedCommand } from "./packed-command.ts";

/** Messages from the server, by type. Social state (phase, roster, seats) is in the room state instead. */
export type Down = {
	/** Answer to `hello`. */
	welcome: {
		readonly version: number;
		readonly role: "student" | "desk" | "projector";
		/** Id in the roster; "" for desk and projector. */
		readonly student: string;
		/** Whether it may steer: the desk, and the student of a practice. */
		readonly steers: boolean;
		/** This student's prediction for the current lesson, if any. */
		readonly predicted: number | null;
		readonly answered: readonly (number | null)[];
		/** Whether the student has handed in a sheet of the probe being asked. */
		readonly probed: boolean;
	};
	/** The current round from its start: sent when it opens, on joining, and in answer to `log`. */
	round: { readonly id: string; readonly log: RoundLog };
	/**
	 * A closed turn. Commands (`unpackCommand(packed, n)`) take effect at its start; a client may now step to
	 * its end. `k`: checksums of all chips at its start, in every fourth turn. Keys are short because this is
	 * sent four times a second. A client ignores a turn it already holds (`n` < turns of its log).
	 */
	turn: {
		readonly n: number;
		readonly c?: readonly PackedCommand[];
		readonly k?: readonly number[];
	};
	/** Sign of life, once a second while no turns are sent. */
	beat: Record<string, never>;
	/**
	 * The round is over: outcome of every chip and the class's predictions, sent on explain. `before`: the same
	 * chips in the first part, in a lesson with two sides. `experiment`: the class's measurements of itself.
	 * `record`: in an open round, the best that a chip of this class had reached on this seed before, in the
	 * lesson's measure; null for the first round on it.
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
	 * In an experiment, to its student only, after `welcome` and at the end: how many of the student's trials
	 * have arrived (the next ones are to be sent), and the means kept at the end.
	 */
	trials: {
		readonly search: number;
		readonly dual: number;
		readonly means: PersonMeans | null;
	};
	/**
	 * To the sender only: the request with number `id` and type `of` changed nothing. `id` is null if the
	 * message was malformed and had none.
	 */
	refused: { readonly id: number | null; readonly of: string; readonly reason: Refusal };
	/** The class is over or this client has to leave; the connection closes afterwards. */
	goodbye: { readonly reason: "ended" | "elsewhere" | "reload" | "removed" | "blocked" };
};
/** Types of the server's messages. */
export type DownType = keyof Down;

/** Why a message changed nothing; each has its own sentence on screen. */
export type Refusal =
	| RefusalReason
	| "malformed"
	| "badName"
	| "stale"
	| "notNow"
	| "notAllowed"
	| "alreadyAnswered"
	| "tooMany";

/** Close code: the class is over. After any of our own close codes a client does not reconnect by itself. */
export const CLOSE_ENDED = 4100;
/** Close code: the same seat was opened elsewhere. */
export const CLOSE_ELSEWHERE = 4101;
/** Close code: the client never sent `hello`. */
export const CLOSE_SILENT = 4102;
/** Close code: the client has another protocol version and must reload. */
export const CLOSE_RELOAD = 4103;
/** Close code: the teacher removed the student. */
export const CLOSE_REMOVED = 4104;
