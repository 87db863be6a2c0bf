import type { Room } from "@colyseus/core";

/**
 * Drops seats that are reserved and not taken. The framework would otherwise keep a closing room until they expire,
 * up to 30 s, and offers no way to do this: `test/server/framework.test.ts` pins the private fields used here.
 */
export function dropReservations(room: Room): void {
	for (const id of Object.keys(room["_reservedSeats"])) {
		clearTimeout(room["_reservedSeatTimeouts"][id]);
		delete room["_reservedSeatTimeouts"][id];
		delete room["_reservedSeats"][id];
	}
}
