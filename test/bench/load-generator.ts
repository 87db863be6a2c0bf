import { Agent, request } from "node:http";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { dealSeats } from "#shared/class/seating.ts";
import { LESSON_IDS } from "#shared/lessons/ids.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { PROTOCOL_VERSION } from "#shared/protocol/version.ts";
import { LoadSocket, type Reservation } from "./load-socket.ts";

/**
 * A process that plays whole classes against a server on loopback, told by messages of its parent:
 * opens classes, joins 40 students each, lets them beat once a second and give a command every two
 * seconds. Every class has an address of its own, as every school has. Ends with its parent, and in any
 * case after LIFE_MS.
 */
const LIFE_MS = 12 * 60_000;
const STUDENTS = 40;
const SEATS_PER_CHIP = 5;
const CHIPS = STUDENTS / SEATS_PER_CHIP;
const COMMAND_EVERY_MS = 2_000;
const BEAT_EVERY_MS = 1_000;
/** Before a round of 90 s is over it is played again, so that everyone is playing all the time. */
const REPEAT_EVERY_MS = 85_000;
/** Tasks come in batches of 14 that take about this long; commands plan those of about now. */
const BATCH_TASKS = 14;
const BATCH_MS = 6_500;

export type LoadOrder =
	| { readonly type: "start"; readonly port: number; readonly session: string }
	| { readonly type: "add"; readonly classes: number }
	| { readonly type: "count"; readonly forMs: number };
export type LoadAnswer =
	| { readonly type: "added" }
	| { readonly type: "counted"; readonly count: LoadCount }
	| { readonly type: "failed"; readonly why: string };
export type LoadCount = {
	readonly classes: number;
	readonly clients: number;
	readonly closed: number;
	/** Per student's socket and second, WebSocket headers included; without what comes once per round. */
	readonly receivedBytesPerS: number;
	readonly sentBytesPerS: number;
	/** Per student's socket so far: whole rounds and outcomes. */
	readonly longBytes: number;
	readonly receivedFramesPerS: number;
	/** How late the generator itself was: if much, it is the generator that was measured. */
	readonly ownDelayP99Ms: number;
	readonly ownCpuShare: number;
};

type Student = { readonly socket: LoadSocket; readonly seat: number };
type LoadClass = { readonly students: readonly Student[]; readonly desk: LoadSocket; playingSinceMs: number };

const classes: LoadClass[] = [];
let numbered = 0;
let port = 0;
let session = "";

process.on("message", (order: LoadOrder) => {
	carryOut(order).then(
		(answer) => process.send?.(answer),
		(error: unknown) => process.send?.({ type: "failed", why: String(error) } satisfies LoadAnswer),
	);
});
process.on("disconnect", () => process.exit(0));
setTimeout(() => process.exit(1), LIFE_MS).unref();

async function carryOut(order: LoadOrder): Promise<LoadAnswer> {
	switch (order.type) {
		case "start":
			({ port, session } = order);
			return { type: "added" };
		case "add":
			for (let count = 0; count < order.classes; count += 4)
				await Promise.all(Array.from({ length: Math.min(4, order.classes - count) }, openClass));
			return { type: "added" };
		case "count":
			return { type: "counted", count: await count(order.forMs) };
	}
}

/** Opens a class, fills it and brings it to its round. */
async function openClass(): Promise<void> {
	const number = numbered++;
	const address = `127.1.${Math.floor(number / 250)}.${1 + (number % 250)}`;
	const agent = new Agent({ localAddress: address });
	const ask = (path: string, body: unknown) => post(agent, path, body);
	const { code } = await ask("/api/classes", { lessons: [LESSON_IDS[0]], chips: CHIPS });
	const { places } = dealSeats(
		lessonById(LESSON_IDS[0]),
		CHIPS,
		Array.from({ length: STUDENTS }, (_, index) => ({
			id: String(index),
			team: 1 + Math.floor((index * CHIPS) / STUDENTS),
			roles: [],
		})),
	);
	const students: Student[] = [];
	for (let index = 0; index < STUDENTS; index++) {
		const joined = await ask("/api/join", { code, name: `Student ${index + 1}` });
		const socket = await LoadSocket.open(port, address, joined.reservation as Reservation);
		socket.send("hello", { version: PROTOCOL_VERSION });
		students.push({ socket, seat: places.find(({ student }) => student === String(index))?.seat ?? 0 });
		live(socket, BEAT_EVERY_MS, () => socket.send("beat", {}));
	}
	const { reservation } = await ask("/api/join", { code, role: "desk" });
	const desk = await LoadSocket.open(port, address, reservation as Reservation);
	desk.send("hello", { version: PROTOCOL_VERSION });
	live(desk, BEAT_EVERY_MS, () => desk.send("beat", {}));
	agent.destroy();
	for (let step = 0; step < 3; step++) {
		desk.ask("steer", { action: "next" });
		await wait(300);
		// Nobody plays before that.
		if (step === 1) for (const { socket } of students) socket.ask("predict", { value: 2 });
	}
	const opened: LoadClass = { students, desk, playingSinceMs: performance.now() };
	live(desk, REPEAT_EVERY_MS, () => {
		desk.ask("steer", { action: "repeat" });
		opened.playingSinceMs = performance.now();
	});
	for (const student of students) live(student.socket, COMMAND_EVERY_MS, () => command(opened, student));
	classes.push(opened);
}

/** A plan, as a player would make it: an own core, a task of about now. Some come too late, as in play. */
function command({ playingSinceMs }: LoadClass, { socket, seat }: Student): void {
	const playedMs = performance.now() - playingSinceMs;
	const batch = Math.floor(playedMs / BATCH_MS);
	const thread = batch * BATCH_TASKS + Math.floor(Math.random() * 2 * BATCH_TASKS);
	const core = seat === 0 ? Math.floor(Math.random() * (SEATS_PER_CHIP - 1)) : seat - 1;
	const seen = Math.max(-1, Math.floor(playedMs / 250) - 14);
	const plan = { type: "plan", thread, core, position: Math.floor(Math.random() * 2) } as const;
	socket.ask("command", { seen, command: plan });
}

/** Calls `act` every `everyMs` from a random moment on, until the socket is closed. */
function live(socket: LoadSocket, everyMs: number, act: () => void): void {
	setTimeout(() => {
		const timer = setInterval(() => {
			if (socket.closed) clearInterval(timer);
			else act();
		}, everyMs);
	}, Math.random() * Math.min(everyMs, 2_000));
}

async function count(forMs: number): Promise<LoadCount> {
	const sockets = classes.flatMap(({ students }) => students.map(({ socket }) => socket));
	const sum = (field: "received" | "receivedLong" | "sent" | "frames") =>
		sockets.reduce((total, socket) => total + socket[field], 0);
	const steady = () => sum("received") - sum("receivedLong");
	const before = { received: steady(), sent: sum("sent"), frames: sum("frames") };
	const delay = monitorEventLoopDelay({ resolution: 5 });
	delay.enable();
	const cpu = process.cpuUsage();
	const startMs = performance.now();
	await wait(forMs);
	const seconds = (performance.now() - startMs) / 1000;
	const used = process.cpuUsage(cpu);
	delay.disable();
	const per = sockets.length * seconds;
	return {
		classes: classes.length,
		clients: sockets.length,
		closed: sockets.filter((socket) => socket.closed).length,
		receivedBytesPerS: (steady() - before.received) / per,
		sentBytesPerS: (sum("sent") - before.sent) / per,
		receivedFramesPerS: (sum("frames") - before.frames) / per,
		longBytes: sum("receivedLong") / sockets.length,
		ownDelayP99Ms: Math.max(0, delay.percentile(99) / 1e6 - 5),
		ownCpuShare: (used.user + used.system) / 1e6 / seconds,
	};
}

function wait(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}

function post(agent: Agent, path: string, body: unknown): Promise<Record<string, unknown>> {
	return new Promise((resolve, reject) => {
		const text = JSON.stringify(body);
		const headers = {
			"content-type": "application/json",
			"content-length": Buffer.byteLength(text),
			authorization: `Bearer ${session}`,
		};
		const asked = request({ agent, host: "127.0.0.1", port, path, method: "POST", headers }, (answer) => {
			const chunks: Buffer[] = [];
			answer.on("data", (chunk: Buffer) => chunks.push(chunk));
			answer.on("end", () => {
				const said = Buffer.concat(chunks).toString();
				if ((answer.statusCode ?? 500) < 300) resolve(JSON.parse(said));
				else reject(new Error(`POST ${path}: ${answer.statusCode} ${said}`));
			});
		});
		asked.on("error", (error) => reject(new Error(`POST ${path}: ${error.message}`)));
		asked.end(text);
	});
}
