import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { firefoxPath } from "../setup/machine.ts";

/** Firefox starts and answers well within this, on a busy machine too. */
const RUN_MS_MAX = 100_000;

/** Sends what `run(input)` gives back, or how it failed. */
const pageOf = (
	run: string,
): string => `<!doctype html><meta charset="utf-8"><script src="/script.js"></script>
<script type="module">
const answer = async () => {
	if (!navigator.userAgent.includes("Firefox/")) throw new Error("this is " + navigator.userAgent);
	return { result: (${run})(await (await fetch("/input.json")).json()) };
};
const body = JSON.stringify(await answer().catch((error) => ({ failed: String(error) })));
await fetch("/answer", { method: "POST", body });
</script>`;

/**
 * What `run`, a function as JavaScript text, makes of `input` (as JSON) in a real Firefox after `script`.
 * No driver: the page asks a server of its own for its input and posts its answer there.
 */
export async function runInFirefox(script: string, run: string, input: unknown): Promise<unknown> {
	const profile = mkdtempSync(join(tmpdir(), "coretet-firefox-"));
	const { promise, resolve, reject } = Promise.withResolvers<unknown>();
	const bodies: Readonly<Record<string, readonly [type: string, body: string]>> = {
		"/": ["text/html", pageOf(run)],
		"/script.js": ["text/javascript", script],
		"/input.json": ["application/json", JSON.stringify(input)],
	};
	const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		const [type, body] = bodies[request.url ?? ""] ?? ["text/plain", ""];
		response.setHeader("content-type", type).end(body);
		if (request.url !== "/answer") return;
		const answer = JSON.parse(await text(request)) as { result: unknown; failed?: string };
		if (answer.failed === undefined) resolve(answer.result);
		else reject(new Error(`in Firefox: ${answer.failed}`));
	};
	const server = createServer((request, response) => {
		serve(request, response).catch(reject);
	});
	await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
	const { port } = server.address() as AddressInfo;
	const firefox = startFirefox(profile, `http://127.0.0.1:${port}/`, reject);
	const timer = setTimeout(() => {
		reject(new Error(`Firefox did not answer within ${RUN_MS_MAX / 1_000} s`));
	}, RUN_MS_MAX);
	try {
		return await promise;
	} finally {
		clearTimeout(timer);
		server.close();
		await stop(firefox);
		rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	}
}

/** Without a window and with a profile of its own; what it says before it gives up is told. */
function startFirefox(profile: string, url: string, fail: (error: Error) => void): ChildProcess {
	const path = firefoxPath();
	const firefox = spawn(path, ["--headless", "--no-remote", "--profile", profile, url], {
		stdio: ["ignore", "ignore", "pipe"],
		env: { ...process.env, HOME: profile, MOZ_HEADLESS: "1", MOZ_CRASHREPORTER_DISABLE: "1" },
	});
	let said = "";
	firefox.stderr.on("data", (chunk) => {
		said = `${said}${chunk}`.slice(-2_000);
	});
	firefox.on("error", (error) => {
		fail(new Error(`Firefox did not start (${path}): ${error.message}`));
	});
	firefox.on("exit", (code, signal) => {
		fail(new Error(`Firefox (${path}) ended before it answered (${code ?? signal}): ${said}`));
	});
	return firefox;
}

async function stop(firefox: ChildProcess): Promise<void> {
	if (firefox.exitCode !== null || firefox.signalCode !== null || firefox.pid === undefined) return;
	const gone = new Promise((resolve) => firefox.once("exit", resolve));
	firefox.kill();
	const timer = setTimeout(() => firefox.kill("SIGKILL"), 5_000);
	await gone;
	clearTimeout(timer);
}
