import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const START_WITHIN_MS = 30_000;

export type ServerProcess = {
	readonly port: number;
	/** One-time token of the sign-in link that the start prints. */
	readonly token: string;
	readonly child: ChildProcess;
	readonly stop: () => Promise<void>;
};

/** The real server as `npm start` runs it, on a free port, with a data folder that goes with it. */
export async function startServerProcess(execArgv: readonly string[] = []): Promise<ServerProcess> {
	const folder = mkdtempSync(join(tmpdir(), "coretet-data-"));
	const child = fork(join(import.meta.dirname, "../../server/main.ts"), [], {
		execArgv: [...execArgv],
		env: { ...process.env, PORT: "0", HOST: "127.0.0.1", DATA_DIR: folder, LOG_LEVEL: "warn" },
		stdio: ["ignore", "pipe", "inherit", "ipc"],
	});
	let stopping = false;
	const ended = new Promise<void>((resolve) =>
		child.once("exit", (code, signal) => {
			if (!stopping) console.error(`The server ended by itself: code ${code}, signal ${signal}.`);
			resolve();
		}),
	);
	const stop = async () => {
		stopping = true;
		child.kill("SIGTERM");
		const killer = setTimeout(() => child.kill("SIGKILL"), 10_000);
		await ended;
		clearTimeout(killer);
		rmSync(folder, { recursive: true, force: true });
	};
	const printed = await readStart(child, ended).catch(async (error: unknown) => {
		await stop();
		throw error;
	});
	return { ...printed, child, stop };
}

function readStart(child: ChildProcess, ended: Promise<void>): Promise<{ port: number; token: string }> {
	return new Promise((resolve, reject) => {
		let text = "";
		let isStarted = false;
		const timer = setTimeout(() => reject(new Error(`the server did not start: ${text}`)), START_WITHIN_MS);
		ended.then(() => reject(new Error(`the server ended: ${text}`)), reject);
		child.stdout?.on("data", (chunk: Buffer) => {
			text += chunk.toString();
			// After the start it says only what somebody should know.
			if (isStarted) process.stderr.write(chunk);
			const link = /https?:\/\/\S*?:(\d+)\/\S*?[?#&]token=([\w-]+)/.exec(text);
			if (link === null || isStarted) return;
			isStarted = true;
			clearTimeout(timer);
			resolve({ port: Number(link[1]), token: link[2] ?? "" });
		});
	});
}

/** Signs the teacher in with the one-time token of the start; the session is good as a bearer token. */
export async function signIn({ port, token }: Pick<ServerProcess, "port" | "token">): Promise<string> {
	const answer = await fetch(`http://127.0.0.1:${port}/api/sign-in`, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ token }),
	});
	if (!answer.ok) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`);
	const { session } = (await answer.json()) as { session: string };
	return session;
}
