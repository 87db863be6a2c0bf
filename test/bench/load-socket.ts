import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";
import type { Asked, AskType, Up, UpType } from "#shared/protocol/up.ts";

/** First byte of Colyseus' frames. */
const JOIN_ROOM = 10;
const ROOM_DATA = 13;

/** A turn of a busy class has some hundred. */
const LONG_BYTES = 2_000;

export type Reservation = { readonly processId: string; readonly roomId: string; readonly sessionId: string };

/**
 * A player's socket with as little work as possible, so that the generator is never what is measured:
 * frames are counted by length and not unpacked. Speaks just enough of Colyseus' protocol to be joined.
 */
export class LoadSocket {
	/** Bytes of frames, their headers included; counted after the upgrade. */
	received = 0;
	/** Of these, the long ones: whole rounds and their outcomes, which come once per round. */
	receivedLong = 0;
	sent = 0;
	frames = 0;
	closed = false;
	readonly #socket: Socket;
	readonly #joined: () => void;
	#lastId = 0;
	#upgraded = false;
	#rest: Buffer = Buffer.alloc(0);

	/** Resolves when the room has taken the seat. */
	static open(port: number, localAddress: string, reservation: Reservation): Promise<LoadSocket> {
		return new Promise((resolve, reject) => {
			const socket = new LoadSocket(port, localAddress, reservation, () => resolve(socket));
			socket.#socket.once("error", (error) => reject(new Error(`a socket failed: ${error.message}`)));
			socket.#socket.once("close", () => reject(new Error("closed before it was joined")));
		});
	}

	private constructor(port: number, localAddress: string, reservation: Reservation, joined: () => void) {
		const { processId, roomId, sessionId } = reservation;
		this.#joined = joined;
		this.#socket = connect({ host: "127.0.0.1", port, localAddress, noDelay: true });
		this.#socket.on("data", (chunk) => this.#take(chunk));
		this.#socket.on("error", () => {});
		this.#socket.on("close", () => {
			this.closed = true;
		});
		this.#socket.write(
			[
				`GET /${processId}/${roomId}?sessionId=${sessionId}&skipHandshake=1 HTTP/1.1`,
				`Host: 127.0.0.1:${port}`,
				`Origin: http://127.0.0.1:${port}`,
				"Connection: Upgrade",
				"Upgrade: websocket",
				"Sec-WebSocket-Version: 13",
				`Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
				"\r\n",
			].join("\r\n"),
		);
	}

	/** Sends a message of the room; `payload` is plain data of small numbers, strings, objects. */
	send<Type extends UpType>(type: Type, payload: Up[Type]): void {
		this.#send(type, payload);
	}

	/** Sends a message that may be refused, under the next number. */
	ask<Type extends AskType>(type: Type, asked: Asked[Type]): void {
		this.#lastId += 1;
		this.#send(type, { id: this.#lastId, ...asked });
	}

	close(): void {
		this.#socket.destroy();
	}

	#take(chunk: Buffer): void {
		let data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
		if (!this.#upgraded) {
			const end = data.indexOf("\r\n\r\n");
			if (end < 0) {
				this.#rest = data;
				return;
			}
			if (!data.subarray(0, end).toString("latin1").startsWith("HTTP/1.1 101")) {
				this.#socket.destroy();
				return;
			}
			this.#upgraded = true;
			data = data.subarray(end + 4);
		}
		this.#rest = this.#takeFrames(data);
	}

	#send(type: UpType, payload: object): void {
		this.#write(Buffer.from([ROOM_DATA, ...packed(type), ...packed(payload)]));
	}

	/** Counts whole frames; returns what is left of an incomplete one. */
	#takeFrames(data: Buffer): Buffer {
		let at = 0;
		while (data.length - at >= 2) {
			const short = data[at + 1] ?? 0;
			const header = short < 126 ? 2 : short === 126 ? 4 : 10;
			if (data.length - at < header) break;
			const length =
				short < 126
					? short
					: short === 126
						? data.readUInt16BE(at + 2)
						: Number(data.readBigUInt64BE(at + 2));
			if (data.length - at < header + length) break;
			this.received += header + length;
			if (length > LONG_BYTES) this.receivedLong += header + length;
			this.frames += 1;
			const opcode = (data[at] ?? 0) & 15;
			if (opcode === 9) this.#pong(data.subarray(at + header, at + header + length));
			else if (opcode === 2 && data[at + header] === JOIN_ROOM) {
				this.#write(Buffer.from([JOIN_ROOM]));
				this.#joined();
			}
			at += header + length;
		}
		return data.subarray(at);
	}

	#write(payload: Buffer): void {
		this.#writeFrame(2, payload);
	}

	#pong(payload: Buffer): void {
		this.#writeFrame(10, payload);
	}

	/** A mask of zeros is a mask too, and leaves the payload as it is. */
	#writeFrame(opcode: number, payload: Buffer): void {
		const { length } = payload;
		const head =
			length < 126 ? [0x80 | opcode, 0x80 | length] : [0x80 | opcode, 0x80 | 126, length >> 8, length & 255];
		const frame = Buffer.concat([Buffer.from([...head, 0, 0, 0, 0]), payload]);
		this.sent += frame.length;
		this.#socket.write(frame);
	}
}

/** MessagePack of what clients send: small objects, short strings, whole numbers below 2^32. */
function packed(value: unknown): number[] {
	if (typeof value === "string") return [0xa0 | value.length, ...Buffer.from(value)];
	if (typeof value === "number") return packedNumber(value);
	const entries = Object.entries(value as Record<string, unknown>);
	return [0x80 | entries.length, ...entries.flatMap(([key, item]) => [...packed(key), ...packed(item)])];
}

function packedNumber(value: number): number[] {
	if (value >= 0 && value < 128) return [value];
	if (value < 0 && value >= -32) return [value & 255];
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32BE(value);
	return [0xce, ...bytes];
}
