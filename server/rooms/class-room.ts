import { type Client, Room } from "@colyseus/core";
import { TURN_MS } from "#shared/lib/units.ts";
import {
	CLOSE_ELSEWHERE,
	CLOSE_ENDED,
	CLOSE_RELOAD,
	CLOSE_REMOVED,
	CLOSE_SILENT,
} from "#shared/protocol/close-codes.ts";
import type { Down } from "#shared/protocol/down.ts";
import type { RoomState } from "#shared/protocol/room-state.ts";
import { up } from "#shared/protocol/up.ts";
import { PROTOCOL_VERSION } from "#shared/protocol/version.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { Member } from "./audience.ts";
import type { ClassSession } from "./class-session.ts";
import { dropReservations } from "./drop-reservations.ts";
import {
	BACKLOG_BYTES_MAX,
	CLASS_IDLE_MS,
	CLIENTS_MAX,
	HELLO_WITHIN_MS,
	PRACTICE_IDLE_MS,
} from "./limits.ts";
import { createView, showClass } from "./room-view.ts";
import { idOf, parseUp } from "./up-message.ts";

export type ClassRoomDeps = {
	/** Returns the session of the class that a new room belongs to. */
	readonly sessionOf: (code: string) => ClassSession;
	readonly clock: Clock;
	readonly log: Log;
	/** Messages that one socket may send a second. More close it. */
	readonly messagesPerSecondMax: number;
};
/** Written by the server when it reserves a seat; nothing in it comes from the client. */
export type SeatOptions = Pick<Member, "role" | "student">;

type Guest = Member & { readonly client: Client; readonly sinceMs: number; greeted: boolean };

/** Creates the room type for `matchMaker.defineRoomType`, wired to this server. */
export function createClassRoomType(deps: ClassRoomDeps) {
	return class extends ClassRoom {
		protected readonly deps = deps;
		override maxMessagesPerSecond = deps.messagesPerSecondMax;
	};
}

/** The sockets of one class: admits those for whom the server has reserved a seat, and passes messages on. */
abstract class ClassRoom extends Room<{ state: RoomState }> {
	protected abstract readonly deps: ClassRoomDeps;
	override maxClients = CLIENTS_MAX;
	override autoDispose = false;
	/** Generous, because a phone may still be loading the game. */
	override seatReservationTimeout = 30;
	/** How often room state is patched. It holds social state only; turns are sent at once. */
	override patchRate = 100;
	override messages = {
		...Object.fromEntries(
			Object.keys(up).map((type) => [
				type,
				(client: Client, payload: unknown) => this.#receive(client, type, payload),
			]),
		),
		_: (client: Client, type: unknown) => this.#receive(client, type, undefined),
	};
	readonly #guests = new Map<string, Guest>();
	#session: ClassSession | undefined;
	#stopTicking: (() => void) | undefined;
	#idleSinceMs = 0;
	#over = false;

	override onCreate({ code }: { code: string }): void {
		this.roomId = code;
		const { clock } = this.deps;
		const session = this.deps.sessionOf(code);
		this.#session = session;
		this.state = createView(session.state);
		session.attach({
			tellAll: (type, payload) => this.broadcast(type, payload, { except: this.#ungreeted() }),
			show: (state) => showClass(state, this.state),
			sendAway: (student, reason) => this.#sendAway(this.#guestOf(student), reason, CLOSE_REMOVED),
			dismiss: () => this.#dismiss(),
		});
		this.#idleSinceMs = clock.now();
		this.#stopTicking = clock.every(TURN_MS, staggerMs(code), () => this.#tick(session));
	}

	override onJoin(client: Client, options: SeatOptions): void {
		const { role, student } = options;
		const before = this.#guestOf(student);
		const tell: Member["tell"] = (type, payload) => client.send(type, payload);
		const sinceMs = this.deps.clock.now();
		const welcome: Member["welcome"] = (payload) => {
			guest.greeted = true;
			tell("welcome", payload);
		};
		const guest: Guest = { role, student, tell, welcome, client, sinceMs, greeted: false };
		this.#guests.set(client.sessionId, guest);
		if (before !== undefined) {
			this.#sendAway(before, "elsewhere", CLOSE_ELSEWHERE);
		}
		if (role === "student") this.#session?.arrive(student);
	}

	#sendAway(guest: Guest | undefined, reason: Down["goodbye"]["reason"], code: number): void {
		if (guest === undefined) return;
		this.#guests.delete(guest.client.sessionId);
		guest.tell("goodbye", { reason });
		guest.client.leave(code);
	}

	/** Keeps the seat even where the SDK says goodbye, because a closed page may be a reload. */
	override onLeave(client: Client): void {
		const guest = this.#guests.get(client.sessionId);
		this.#guests.delete(client.sessionId);
		this.#idleSinceMs = this.deps.clock.now();
		if (guest?.role === "student" && !this.#over) this.#session?.depart(guest.student);
	}

	/** The server stops. Every client comes back by itself once it has started again. */
	override onBeforeShutdown(): void {
		this.#over = true;
		dropReservations(this);
		super.onBeforeShutdown();
	}

	override onDispose(): void {
		this.#stopTicking?.();
	}

	/** Without this handler, one mistake in any other would stop the whole process. */
	override onUncaughtException(error: Error, where: string): void {
		this.deps.log.error({ err: error, where, code: this.roomId }, "a class made a mistake");
	}

	#receive(client: Client, type: unknown, payload: unknown): void {
		const guest = this.#guests.get(client.sessionId);
		if (guest === undefined || this.#over) return;
		const message = parseUp(type, payload);
		if (message === undefined) {
			guest.tell("refused", { id: idOf(payload), of: String(type).slice(0, 20), reason: "malformed" });
			return;
		}
		if (message.type === "hello" && message.payload.version !== PROTOCOL_VERSION) {
			this.#askToReload(guest);
			return;
		}
		this.#session?.receive(guest, message);
	}

	/** A page loaded before the server was replaced would not understand its messages. */
	#askToReload({ tell, client }: Guest): void {
		tell("goodbye", { reason: "reload" });
		client.leave(CLOSE_RELOAD);
	}

	#tick(session: ClassSession): void {
		try {
			session.tick();
			this.#lookAfterSockets(session);
		} catch (error) {
			this.deps.log.error({ err: error, code: this.roomId }, "a class cannot go on and is ended");
			this.#stopTicking?.();
			this.#endBroken(session);
		}
	}

	/** Ends a class after a mistake. Where even that fails, its sockets are closed: other classes must go on. */
	#endBroken(session: ClassSession): void {
		try {
			session.end();
		} catch (error) {
			this.deps.log.error({ err: error, code: this.roomId }, "a class could not be ended");
			this.#dismiss();
		}
	}

	#lookAfterSockets(session: ClassSession): void {
		const nowMs = this.deps.clock.now();
		for (const { client, greeted, sinceMs } of this.#guests.values()) {
			if (!greeted && nowMs - sinceMs > HELLO_WITHIN_MS) client.leave(CLOSE_SILENT);
			// This client has stopped reading, and its send buffer would only grow.
			if (backlogBytes(client.ref) > BACKLOG_BYTES_MAX) client.leave(CLOSE_SLOW);
		}
		const idleMs = session.state.kind === "practice" ? PRACTICE_IDLE_MS : CLASS_IDLE_MS;
		if (this.#guests.size === 0 && nowMs - this.#idleSinceMs > idleMs) session.end();
	}

	#dismiss(): void {
		if (this.#over) return;
		this.#over = true;
		this.#stopTicking?.();
		for (const guest of this.#guests.values()) guest.tell("goodbye", { reason: "ended" });
		dropReservations(this);
		this.disconnect(CLOSE_ENDED).catch((error: unknown) => {
			this.deps.log.error({ err: error, code: this.roomId }, "an ended class could not be closed");
		});
	}

	#guestOf(student: string): Guest | undefined {
		if (student === "") return undefined;
		return [...this.#guests.values()].find((guest) => guest.student === student);
	}

	#ungreeted(): Client[] {
		const clients: Client[] = [];
		for (const { client, greeted } of this.#guests.values()) if (!greeted) clients.push(client);
		return clients;
	}
}

/** "Try again later" in the WebSocket standard: the client may come back. */
const CLOSE_SLOW = 1013;

/** Bytes waiting in a socket, whose type the framework hides (`test/server/framework.test.ts`). */
function backlogBytes(socket: object): number {
	return "bufferedAmount" in socket && typeof socket.bufferedAmount === "number" ? socket.bufferedAmount : 0;
}

/** Delay before the first tick. Classes are staggered, so that not all close their turns at once. */
function staggerMs(code: string): number {
	let sum = 0;
	for (const letter of code) sum = (sum * 31 + letter.charCodeAt(0)) % TURN_MS;
	return sum;
}
