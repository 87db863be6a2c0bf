import type { Room } from "@colyseus/core";

/**
 * Lets go of seats that were reserved and not taken yet. The framework would keep a room that closes until they expire,
 * up to 30 s, and has no way of its own: its private fields are held fast by `test/server/framework.test.ts`.
 */
export function dropReservations(room: Room): void {
	for (const id of Object.keys(room["_reservedSeats"])) {
		clearTimeout(room["_reservedSeatTimeouts"][id]);
		delete room["_reservedSeatTimeouts"][id];
		delete room["_reservedSeats"][id];
	}
}
