import { roundsKeyOf, seatKeyOf } from "./memory-keys.ts";

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
	sessionStorage.setItem(seatKeyOf(code), JSON.stringify(seat));
}

/** The seat that this tab holds in the class; undefined if none. */
export function recallSeat(code: string): RememberedSeat | undefined {
	const stored = sessionStorage.getItem(seatKeyOf(code));
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
	sessionStorage.removeItem(seatKeyOf(code));
}

/** Forgets what was played, once the class is over for this tab. */
export function forgetRounds(code: string): void {
	sessionStorage.removeItem(roundsKeyOf(code));
}

function asSeat(stored: unknown): RememberedSeat | undefined {
	if (typeof stored !== "object" || stored === null) return undefined;
	if (!("token" in stored) || typeof stored.token !== "string") return undefined;
	const name = "name" in stored && typeof stored.name === "string" ? stored.name : "";
	const seat = { token: stored.token, name };
	return "reservation" in stored ? { ...seat, reservation: stored.reservation } : seat;
}
