import { Client, type Room, type SeatReservation } from "@colyseus/sdk";
import { onTestFinished } from "vitest";
import type { Down, DownType } from "#shared/protocol/down.ts";
import type { JoinAnswer } from "#shared/protocol/http.ts";
import { RoomState } from "#shared/protocol/room-state.ts";
import type { Asked, AskType, Up, UpType } from "#shared/protocol/up.ts";
import { PROTOCOL_VERSION } from "#shared/protocol/version.ts";
import type { RunningServer, ServerOptions } from "../../server/app.ts";
import { type JoinRequest, openClass, signIn, startTestServer, tryJoin } from "./test-server.ts";

const TYPES: readonly DownType[] = [
	"welcome",
	"round",
	"turn",
	"beat",
	"outcome",
	"trials",
	"refused",
	"goodbye",
];
/** Ends what hangs: measuring a round takes a second of computing, and much more on a busy machine. */
const WAIT_MS = 60_000;

/** A real client over a real socket that keeps what it is told until a test asks for it. */
export class TestClient {
	readonly room: Room<unknown, RoomState>;
	readonly answer: JoinAnswer;
	/** The number of what was asked last. */
	lastId = 0;
	/** Turns that this client was told of. */
	turnsTold = 0;
	/** Settles with the close code. */
	readonly closed: Promise<number>;
	readonly #inbox = new Map<DownType, unknown[]>();
	readonly #waiting = new Set<() => void>();

	constructor(room: Room<unknown, RoomState>, answer: JoinAnswer) {
		this.room = room;
		this.answer = answer;
		room.reconnection.enabled = false;
		for (const type of TYPES) {
			this.#inbox.set(type, []);
			room.onMessage(type, (payload: unknown) => {
				this.#inbox.get(type)?.push(payload);
				if (type === "turn") this.turnsTold += 1;
				this.#wake();
			});
		}
		room.onStateChange(() => this.#wake());
		room.onError(() => undefined);
		this.closed = new Promise((resolve) => room.onLeave((code) => resolve(code)));
		onTestFinished(() => room.connection.close());
	}

	get state(): RoomState {
		return this.room.state;
	}

	/** How others see this client. */
	get me() {
		return [...this.state.students.values()].find(({ name }) => name === this.answer.name);
	}

	/** Says something that is never refused. */
	say<Type extends Exclude<UpType, AskType>>(type: Type, payload: Up[Type]): void {
		this.room.send(type, payload);
	}

	/** Asks for something, under the number `lastId`. */
	send<Type extends AskType>(type: Type, asked: Asked[Type]): void {
		this.lastId += 1;
		this.room.send(type, { id: this.lastId, ...asked });
	}

	/** Asks, numbered as well, for what no client of ours would. */
	sendBroken(type: AskType, asked: object): void {
		this.lastId += 1;
		this.room.send(type, { id: this.lastId, ...asked });
	}

	sendRaw(type: string, payload: unknown): void {
		this.room.send(type, payload);
	}

	/** The oldest message of that type that was not asked for yet, when it is there. */
	async next<Type extends DownType>(type: Type): Promise<Down[Type]> {
		const inbox = this.#inbox.get(type) ?? [];
		await this.until(() => inbox.length > 0, `a message "${type}"`);
		return inbox.shift() as Down[Type];
	}

	/** Everything of that type that was not asked for yet. */
	all<Type extends DownType>(type: Type): Down[Type][] {
		return (this.#inbox.get(type) ?? []).splice(0) as Down[Type][];
	}

	/** Waits until what was told or shown makes `holds` true. */
	until(holds: () => boolean, what = holds.toString()): Promise<void> {
		return new Promise((resolve, reject) => {
			const timer = setTimeout(() => done(() => reject(new Error(`still waiting for ${what}`))), WAIT_MS);
			const done = (end: () => void) => {
				clearTimeout(timer);
				this.#waiting.delete(check);
				end();
			};
			const check = () => {
				if (holds()) done(resolve);
			};
			this.#waiting.add(check);
			check();
		});
	}

	/** What everything sent so far has led to has arrived when this resolves; rejects if the line is closed before. */
	async settled(): Promise<void> {
		const answered = new Promise<undefined>((resolve) => this.room.ping(() => resolve(undefined)));
		const code = await Promise.race([answered, this.closed]);
		if (code !== undefined) throw new Error(`the line was closed with ${code}`);
	}

	#wake(): void {
		for (const check of [...this.#waiting]) check();
	}
}

/** Joins by HTTP, opens the socket and says hello. */
export async function join(
	server: RunningServer,
	request: JoinRequest,
	session?: string,
): Promise<TestClient> {
	const { status, body } = await tryJoin(server, request, session);
	if (status !== 200) throw new Error(JSON.stringify(body));
	const client = await connect(server, body);
	client.say("hello", { version: PROTOCOL_VERSION });
	await client.until(() => client.state.code !== "", "the class");
	return client;
}

/** A class on a server of its own, with its teacher at the desk. `opened`: as `openClass` has it. */
export async function openTestClass(opened?: object, options?: Partial<ServerOptions>) {
	const server = await startTestServer(options);
	const session = await signIn(server);
	const code = await openClass(server, session, opened);
	const desk = await join(server, { code, role: "desk" }, session);
	return { server, session, code, desk };
}

/** Opens the socket and says nothing. */
export async function connect(server: RunningServer, answer: JoinAnswer): Promise<TestClient> {
	const sdk = new Client(server.url);
	const room = await sdk.consumeSeatReservation(answer.reservation as SeatReservation, RoomState);
	return new TestClient(room, answer);
}
