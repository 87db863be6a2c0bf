import { CLOSE_ELSEWHERE, CLOSE_ENDED, CLOSE_REMOVED, CLOSE_SILENT } from "#shared/protocol/close-codes.ts";
import type { ApiError } from "./api.ts";

/** The role in which a client joins a class. */
export type Role = "student" | "desk" | "projector";

/** Why a client will not come back by itself. */
export type GoneReason =
	/** The class is over. */
	| "ended"
	/** The same seat is now played in another tab or on another device. */
	| "elsewhere"
	/** The server runs a newer Coretet than this page. */
	| "reload"
	/** The teacher has removed this student; `blocked` means for good. */
	| "removed"
	| "blocked"
	/** The server had not heard from this client for too long. */
	| "silent"
	/** This tab holds no seat in the class, and must join first. */
	| "noSeat"
	/** The server refused, for the reason in `error`. */
	| "refused";

/** Reasons that need no further detail. */
export type UnrefusedReason = Exclude<GoneReason, "refused">;

export type ConnectionState =
	| { readonly state: "connecting" }
	| { readonly state: "online" }
	/** The connection was lost and is being opened again; `attempt` counts from 1. */
	| { readonly state: "reconnecting"; readonly attempt: number }
	| { readonly state: "gone"; readonly reason: UnrefusedReason }
	| { readonly state: "gone"; readonly reason: "refused"; readonly error: ApiError["code"] };

/** The reason why the server closed the connection for good, or undefined if the client should reconnect. */
export function goneByCloseCode(code: number): UnrefusedReason | undefined {
	switch (code) {
		case CLOSE_ENDED:
			return "ended";
		case CLOSE_ELSEWHERE:
			return "elsewhere";
		case CLOSE_REMOVED:
			return "removed";
		case CLOSE_SILENT:
			return "silent";
		default:
			return undefined;
	}
}

const RETRY_FIRST_MS = 250;
const RETRY_MS_MAX = 2_000;

/**
 * Delay before reconnection attempt `attempt` (from 1). It doubles up to 2 s and is spread over its upper half, so
 * that a class that lost its server does not come back all at once. `chance`: 0 <= chance < 1.
 */
export function retryDelayMs(attempt: number, chance: number): number {
	const fullMs = Math.min(RETRY_MS_MAX, RETRY_FIRST_MS * 2 ** (attempt - 1));
	return fullMs * (0.5 + 0.5 * chance);
}
