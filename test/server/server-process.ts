import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { onTestFinished } from "vitest";

const { PATH = "", NODE_COMPILE_CACHE = "" } = process.env;
const MAIN = join(import.meta.dirname, "../../server/main.ts");

type Started = {
	readonly child: ChildProcess;
	readonly output: () => string;
	readonly ended: Promise<number | null>;
};

/** The server as its own process. Ends with the test. */
export function start(env: Record<string, string>): Started {
	const child = spawn(process.execPath, [MAIN], {
		env: { PATH, NODE_COMPILE_CACHE, HOST: "127.0.0.1", LOG_LEVEL: "info", ...env },
		stdio: ["ignore", "pipe", "pipe"],
	});
	let text = "";
	child.stdout.on("data", (chunk: Buffer) => {
		text += chunk.toString();
	});
	child.stderr.on("data", (chunk: Buffer) => {
		text += chunk.toString();
	});
	const ended = once(child, "close").then(([code]: (number | null)[]) => code ?? null);
	onTestFinished(() => {
		child.kill("SIGKILL");
	});
	return { child, ended, output: () => text };
}

/** Waits until the server has printed something like `pattern`. */
export async function printed(started: Started, pattern: RegExp): Promise<RegExpExecArray> {
	for (;;) {
		const found = pattern.exec(started.output());
		if (found !== null) return found;
		if (started.child.exitCode !== null) throw new Error(`ended: ${started.output()}`);
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}
