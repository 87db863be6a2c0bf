import type { Down, DownType } from "#shared/protocol/down.ts";
import type { Asked, AskType, Up, UpType } from "#shared/protocol/up.ts";
import { PROTOCOL_VERSION } from "#shared/protocol/version.ts";
import { type ConnectionState, goneByCloseCode, type Role, retryDelayMs } from "./connection-state.ts";
import { type Reserved, reserveSeat } from "./reserve-seat.ts";
import type { RoomLink, RoomListener } from "./room-link.ts";
import type { RoomSnapshot } from "./room-snapshot.ts";
import { forgetRounds, forgetSeat } from "./seat-memory.ts";
import { createStore, type Readable } from "./store.ts";

/** A connection that has been silent for this long is dead, whatever the socket says. */
const SILENCE_MS = 2_500;
const BEAT_MS = 1_000;

/** How many times in a row the server may not know a class that we were just in, before we give up. */
const UNKNOWN_MAX = 4;

export type ClassConnectionOptions = {
	readonly code: string;
	readonly role: Role;
	/** Called with every message from the server except `goodbye`, which ends the connection. */
	readonly onMessage: <Type extends DownType>(type: Type, payload: Down[Type]) => void;
	/** Delay added to a round trip, half of it each way, to try out a slow network. Usually 0. */
	readonly latencyMs: number;
};

/**
 * A connection to a class that keeps itself open: it joins, says hello, beats once a second, notices when the line is
 * dead, and comes back to the same seat until the server ends it for good.
 */
export class ClassConnection {
	readonly state: Readable<ConnectionState>;
	readonly room: Readable<RoomSnapshot | undefined>;
	readonly #options: ClassConnectionOptions;
	readonly #state = createStore<ConnectionState>({ state: "connecting" });
	readonly #room = createStore<RoomSnapshot | undefined>(undefined);
	readonly #pulse: ReturnType<typeof setInterval>;
	#link: RoomLink | undefined;
	#retry: ReturnType<typeof setTimeout> | undefined;
	/** Number of the last request. It keeps counting across reconnections, so that no number is used twice. */
	#lastId = 0;
	#attempt = 0;
	#wasOnline = false;
	/** How many times in a row the server did not know the class. */
	#unknown = 0;
	#heardMs = 0;
	#beatMs = 0;
	#closed = false;

	constructor(options: ClassConnectionOptions) {
		this.#options = options;
		this.state = this.#state;
		this.room = this.#room;
		this.#pulse = setInterval(() => this.#checkPulse(), BEAT_MS / 4);
		addEventListener("online", this.#retryNow);
		this.#open();
	}

	/**
	 * Sends a request that may be refused. Returns its number, or undefined if it was not sent. Nothing is kept for
	 * later, because a late command is a wrong one.
	 */
	ask<Type extends AskType>(type: Type, asked: Asked[Type]): number | undefined {
		const id = this.#lastId + 1;
		const message = { id, ...asked } as Up[Type];
		if (!this.send(type, message)) return undefined;
		this.#lastId = id;
		return id;
	}

	/** Returns whether the message was sent. */
	send<Type extends UpType>(type: Type, payload: Up[Type]): boolean {
		if (this.#link === undefined || this.#state.get().state !== "online") return false;
		this.#link.send(type, payload);
		return true;
	}

	ping(answered: (roundTripMs: number) => void): void {
		this.#link?.ping(answered);
	}

	/** Leaves for good, because the page is going away. */
	close(): void {
		this.#closed = true;
		clearInterval(this.#pulse);
		clearTimeout(this.#retry);
		removeEventListener("online", this.#retryNow);
		this.#link?.close();
		this.#link = undefined;
	}

	/** Connects again on the user's request, after the connection was ended for good. */
	comeBack(): void {
		if (this.#closed || this.#state.get().state !== "gone") return;
		this.#attempt = 0;
		this.#state.set({ state: "connecting" });
		this.#open();
	}

	#open(): void {
		this.#connect().catch(() => this.#lost());
	}

	async #connect(): Promise<void> {
		const { code, role, latencyMs } = this.#options;
		const reserved = await reserveSeat(code, role);
		if (this.#closed) return;
		if (!reserved.ok) {
			if (reserved.retry || this.#mayReopen(reserved)) this.#lost();
			else if (reserved.error === "noSeat") this.#gone({ state: "gone", reason: "noSeat" });
			else {
				if (isUnknownClass(reserved)) forgetSeat(code);
				this.#gone({ state: "gone", reason: "refused", error: reserved.error.code });
			}
			return;
		}
		const { openRoomLink } = await import("./room-link.ts");
		const link = await openRoomLink(reserved.reservation, this.#listener(), latencyMs);
		if (this.#closed) {
			link.close();
			return;
		}
		this.#link = link;
		this.#heardMs = performance.now();
		this.#attempt = 0;
		this.#unknown = 0;
		this.#wasOnline = true;
		this.#state.set({ state: "online" });
		link.send("hello", { version: PROTOCOL_VERSION });
	}

	/**
	 * Whether an unknown class may open again. One that has ended said goodbye; this one may just not be restored yet
	 * after a restart.
	 */
	#mayReopen(reserved: Reserved): boolean {
		if (!this.#wasOnline || !isUnknownClass(reserved)) return false;
		this.#unknown += 1;
		return this.#unknown <= UNKNOWN_MAX;
	}

	#listener(): RoomListener {
		return {
			heard: () => {
				this.#heardMs = performance.now();
			},
			state: (room) => this.#room.set(room),
			message: (type, payload) => {
				if (type === "goodbye") this.#sentAway((payload as Down["goodbye"]).reason);
				else this.#options.onMessage(type, payload);
			},
			closed: (code) => this.#dropped(code),
		};
	}

	#sentAway(reason: Down["goodbye"]["reason"]): void {
		// Only a removed student's seat is lost. A blocked student keeps the token, so that another try reports the
		// block.
		if (reason === "removed") forgetSeat(this.#options.code);
		if (reason === "ended") forgetRounds(this.#options.code);
		this.#gone({ state: "gone", reason });
	}

	#dropped(code: number): void {
		this.#link = undefined;
		if (this.#closed || this.#state.get().state === "gone") return;
		const reason = goneByCloseCode(code);
		if (reason === undefined) this.#lost();
		else this.#gone({ state: "gone", reason });
	}

	#lost(): void {
		if (this.#closed || this.#state.get().state === "gone") return;
		this.#link?.close();
		this.#link = undefined;
		this.#attempt += 1;
		this.#state.set({ state: "reconnecting", attempt: this.#attempt });
		clearTimeout(this.#retry);
		this.#retry = setTimeout(() => this.#open(), retryDelayMs(this.#attempt, Math.random()));
	}

	/** Retries at once when the network is back, instead of waiting for the next attempt. */
	readonly #retryNow = () => {
		if (this.#state.get().state !== "reconnecting" || this.#link !== undefined) return;
		clearTimeout(this.#retry);
		this.#retry = setTimeout(() => this.#open(), Math.random() * 250);
	};

	#gone(state: Extract<ConnectionState, { state: "gone" }>): void {
		clearTimeout(this.#retry);
		this.#state.set(state);
		this.#link?.close();
		this.#link = undefined;
	}

	#checkPulse(): void {
		if (this.#link === undefined) return;
		const nowMs = performance.now();
		if (nowMs - this.#heardMs > SILENCE_MS) this.#lost();
		else if (nowMs - this.#beatMs >= BEAT_MS - 50) {
			this.#beatMs = nowMs;
			this.#link.send("beat", {});
		}
	}
}

function isUnknownClass(reserved: Reserved): boolean {
	if (reserved.ok || reserved.error === "noSeat") return false;
	return reserved.error.code === "noSuchClass" || reserved.error.code === "classEnded";
}
