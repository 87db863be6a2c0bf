import { Client, type SeatReservation } from "@colyseus/sdk";
import type { Down, DownType } from "#shared/protocol/down.ts";
import { RoomState } from "#shared/protocol/room-state.ts";
import type { Up, UpType } from "#shared/protocol/up.ts";
import { DOWN_TYPES, readMessage } from "./read-message.ts";
import { type RoomSnapshot, snapshotOf } from "./room-snapshot.ts";

/** Callbacks for what a connected room sends, called in order of arrival. */
export type RoomListener = {
	readonly state: (room: RoomSnapshot) => void;
	readonly message: <Type extends DownType>(type: Type, payload: Down[Type]) => void;
	/** Anything at all has arrived, including beats. */
	readonly heard: () => void;
	/** Called once, at the end. */
	readonly closed: (code: number) => void;
};

/** One open socket to the room. It cannot be used after `closed`. */
export type RoomLink = {
	readonly send: <Type extends UpType>(type: Type, payload: Up[Type]) => void;
	readonly ping: (answered: (roundTripMs: number) => void) => void;
	readonly close: () => void;
};

const CONNECT_TIMEOUT_MS = 5_000;

/**
 * Takes up a seat reservation. Rejects if the room does not answer within 5 s. `latencyMs` is added to every round
 * trip, half of it each way, to try out a slow network.
 */
export async function openRoomLink(
	reservation: unknown,
	listener: RoomListener,
	latencyMs: number,
): Promise<RoomLink> {
	const client = new Client(location.origin);
	const joining = client.consumeSeatReservation(reservation as SeatReservation, RoomState);
	const room = await within(CONNECT_TIMEOUT_MS, joining, (late) => void late.leave(false));
	// The SDK's reconnection needs 5 s of uptime and does not survive a reload. Ours is in class-connection.
	room.reconnection.enabled = false;
	let over = false;
	const later = (act: () => void) => {
		if (latencyMs === 0) act();
		else setTimeout(act, latencyMs / 2);
	};
	const hear = (act: () => void) =>
		later(() => {
			if (over) return;
			listener.heard();
			act();
		});
	for (const type of DOWN_TYPES)
		room.onMessage(type, (payload: unknown) => {
			const read = readMessage(type, payload);
			// This is most likely a server of another version, whose messages a reloaded page understands.
			if (read.ok) hear(() => listener.message(type, read.value));
			else hear(() => listener.message("goodbye", { reason: "reload" }));
		});
	room.onStateChange((state) => {
		const snapshot = snapshotOf(state);
		hear(() => listener.state(snapshot));
	});
	room.onError(() => {});
	room.onLeave((code) => {
		if (over) return;
		over = true;
		listener.closed(code);
	});
	return {
		send: (type, payload) =>
			later(() => {
				if (!over && room.connection.isOpen) room.send(type, payload);
			}),
		ping: (answered) => room.ping(answered),
		close: () => {
			if (over) return;
			over = true;
			room.connection.close();
		},
	};
}

/** Returns `promise`, or rejects after `timeoutMs`. `tooLate` receives a value that arrives after that. */
function within<Value>(timeoutMs: number, promise: Promise<Value>, tooLate: (value: Value) => void) {
	return new Promise<Value>((resolve, reject) => {
		let expired = false;
		const timer = setTimeout(() => {
			expired = true;
			reject(new Error(`no answer within ${timeoutMs} ms`));
		}, timeoutMs);
		promise.then(
			(value) => {
				clearTimeout(timer);
				if (expired) tooLate(value);
				else resolve(value);
			},
			(error: unknown) => {
				clearTimeout(timer);
				reject(error);
			},
		);
	});
}
