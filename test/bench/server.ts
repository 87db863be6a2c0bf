import { type ChildProcess, fork } from "node:child_process";
import { cpus } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { median, sumOf } from "#shared/lib/statistics.ts";
import type { ProbeAnswer } from "./event-loop-probe.ts";
import type { Figure } from "./figure.ts";
import type { LoadAnswer, LoadCount, LoadOrder } from "./load-generator.ts";
import { signIn, startServerProcess } from "./server-process.ts";

const FIRST_CLASSES = 10;
const STEP_CLASSES = 30;
/** More would be more sockets than many machines let one process have. */
const CLASSES_MAX = 370;
const DELAY_MS_MAX = 50;
const SETTLE_MS = 4_000;
const COUNT_MS = 10_000;
/** Four turns a second; fewer means that somebody is not playing. */
const FRAMES_PER_S_MIN = 3.8;
/** Beyond this the generator would be what is measured. */
const OWN_CPU_SHARE_MAX = 0.95;

/** Processor time that other programs may take in a window, in cores; a window with more is measured again. */
const OTHERS_MAX = 0.25;
const TRIES_MAX = 8;

type Level = { readonly server: ProbeAnswer; readonly load: LoadCount; readonly others: number };

/**
 * Plays more and more classes of 40 against the real server on loopback, until its event loop is late.
 * The server has one core's worth of JavaScript; the generator is a process of its own.
 */
export async function benchServer(): Promise<Figure[]> {
	const probe = pathToFileURL(join(import.meta.dirname, "event-loop-probe.ts")).href;
	const server = await startServerProcess(["--import", probe]);
	const generator = fork(join(import.meta.dirname, "load-generator.ts"));
	try {
		const session = await signIn(server);
		await tell(generator, { type: "start", port: server.port, session });
		return figuresOf(await ramp(server.child, generator));
	} finally {
		generator.kill();
		await server.stop();
	}
}

async function ramp(server: ChildProcess, generator: ChildProcess): Promise<Level[]> {
	const levels: Level[] = [];
	for (let classes = FIRST_CLASSES; classes <= CLASSES_MAX; classes = nextLevel(classes)) {
		await tell(generator, { type: "add", classes: classes - (levels.at(-1)?.load.classes ?? 0) });
		let level = await measure(server, generator);
		for (let tries = 1; tries < TRIES_MAX && !isHeld(level); tries++) {
			// Only a machine that does nothing else can say that this was too much, and it should say so twice.
			if (level.others <= OTHERS_MAX && tries > 1) break;
			level = await measure(server, generator);
		}
		levels.push(level);
		if (!isHeld(level)) break;
	}
	return levels;
}

function nextLevel(classes: number): number {
	return classes + (classes < STEP_CLASSES ? STEP_CLASSES - FIRST_CLASSES : STEP_CLASSES);
}

function isHeld({ server, load }: Level): boolean {
	return (
		server.delayP99Ms < DELAY_MS_MAX &&
		load.receivedFramesPerS >= FRAMES_PER_S_MIN &&
		load.closed === 0 &&
		load.ownCpuShare < OWN_CPU_SHARE_MAX
	);
}

async function measure(server: ChildProcess, generator: ChildProcess): Promise<Level> {
	await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
	await probeServer(server);
	const before = busyMs();
	const answer = await tell(generator, { type: "count", forMs: COUNT_MS });
	const probed = await probeServer(server);
	if (answer.type !== "counted") throw new Error(`unexpected answer ${answer.type}`);
	const busy = (busyMs() - before) / COUNT_MS;
	const others = Math.max(0, busy - probed.cpuShare - answer.count.ownCpuShare);
	const level = { server: probed, load: answer.count, others };
	console.error(progressOf(level));
	return level;
}

/** Processor time of everything on this machine since it was started, in ms. */
function busyMs(): number {
	return sumOf(cpus(), ({ times }) => times.user + times.nice + times.sys + times.irq);
}

function progressOf({ server, load, others }: Level): string {
	return [
		`  ${load.classes} classes, ${load.clients} students`,
		`event loop late p99 ${server.delayP99Ms.toFixed(1)} ms, worst ${server.delayMaxMs.toFixed(0)} ms`,
		`cpu ${(100 * server.cpuShare).toFixed(0)} %`,
		`${server.rssMib.toFixed(0)} MiB`,
		`${load.receivedBytesPerS.toFixed(0)} + ${load.sentBytesPerS.toFixed(0)} bytes/s, ${load.receivedFramesPerS.toFixed(1)} frames/s`,
		`${load.closed} closed`,
		`generator cpu ${(100 * load.ownCpuShare).toFixed(0)} %, late ${load.ownDelayP99Ms.toFixed(0)} ms`,
		`others ${(100 * others).toFixed(0)} %`,
	].join("; ");
}

function figuresOf(levels: readonly Level[]): Figure[] {
	const held = levels.filter(isHeld);
	const best = held.at(-1);
	const { load } = held[0] ?? levels[0] ?? { load: undefined };
	const perClass = held.map(({ server, load }) => (1000 * server.cpuShare) / load.classes);
	return [
		{
			id: "bytes-to-client",
			what: "to a playing client per second: turns, patches, beats, WebSocket headers",
			value: load?.receivedBytesPerS ?? Number.NaN,
			unit: "bytes/s",
			atMost: 250,
		},
		{
			id: "bytes-from-client",
			what: "from it: beats, and a command every two seconds",
			value: load?.sentBytesPerS ?? Number.NaN,
			unit: "bytes/s",
		},
		{
			id: "bytes-per-round",
			what: "to a client when a round opens (8 chips): the whole round",
			value: (load?.longBytes ?? Number.NaN) / 1000,
			unit: "kB",
		},
		{
			id: "classes",
			what: `classes of 40 with the event loop late by less than ${DELAY_MS_MAX} ms at p99`,
			value: best?.load.classes ?? 0,
			unit: "classes",
			atLeast: 300,
		},
		{
			id: "delay-p99",
			what: "event loop late at p99, then",
			value: best?.server.delayP99Ms ?? Number.NaN,
			unit: "ms",
		},
		{ id: "cpu-per-class", what: "processor time per class and second", value: median(perClass), unit: "ms" },
		{
			id: "memory",
			what: "memory of the server, then",
			value: best?.server.rssMib ?? Number.NaN,
			unit: "MiB",
		},
	];
}

function tell(generator: ChildProcess, order: LoadOrder): Promise<LoadAnswer> {
	return new Promise((resolve, reject) => {
		generator.once("message", (answer: LoadAnswer) => {
			if (answer.type === "failed") reject(new Error(`the load generator failed: ${answer.why}`));
			else resolve(answer);
		});
		generator.send(order);
	});
}

function probeServer(server: ChildProcess): Promise<ProbeAnswer> {
	return new Promise((resolve) => {
		server.once("message", (answer) => resolve(answer as ProbeAnswer));
		server.send("measure");
	});
}
