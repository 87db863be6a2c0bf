import { forgetRounds } from "./round-memory.ts";

/**
 * A seat in a class, remembered by this tab so that a reload brings the same student back to the same seat.
 * `reservation` exists between joining and the first connection, and is good for one use.
 */
export type RememberedSeat = {
	readonly token: string;
	readonly name: string;
	readonly reservation?: unknown;
};

export function rememberSeat(code: string, seat: RememberedSeat): void {
	sessionStorage.setItem(keyOf(code), JSON.stringify(seat));
}

/** The seat that this tab holds in the class; undefined if none. */
export function recallSeat(code: string): RememberedSeat | undefined {
	const stored = sessionStorage.getItem(keyOf(code));
	if (stored === null) return undefined;
	try {
		return asSeat(JSON.parse(stored));
	} catch {
		// Storage that somebody edited by hand counts as empty.
		return undefined;
	}
}

/** Forgets the seat, and what was played in it. */
export function forgetSeat(code: string): void {
	forgetRounds(code);
	sessionStorage.removeItem(keyOf(code));
}

function asSeat(stored: unknown): RememberedSeat | undefined {
	if (typeof stored !== "object" || stored === null) return undefined;
	if (!("token" in stored) || typeof stored.token !== "string") return undefined;
	const name = "name" in stored && typeof stored.name === "string" ? stored.name : "";
	const seat = { token: stored.token, name };
	return "reservation" in stored ? { ...seat, reservation: stored.reservation } : seat;
}

function keyOf(code: string): string {
	return `coretet:seat:${code}`;
}
