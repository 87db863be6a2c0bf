import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { ErrorAnswer, JoinAnswer } from "#shared/protocol/http.ts";
import { type RunningServer, type ServerOptions, startServer } from "../../server/app.ts";
import { type Config, parseConfig } from "../../server/config.ts";
import { createLog } from "../../server/log.ts";
import { ManualClock } from "../../server/manual-clock.ts";

export type TestServer = RunningServer & { readonly clock: ManualClock; readonly dataFolder: string };
export type JoinRequest = {
	readonly code: string;
	readonly name?: string;
	readonly token?: string;
	readonly role?: string;
};
export type Answer<Body> = { readonly status: number; readonly body: Body & Partial<ErrorAnswer> };

/** A folder that goes with the test. */
export function createDataFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), "coretet-test-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

function testConfig(dataFolder: string): Config {
	const config = parseConfig({ PORT: "0", HOST: "127.0.0.1", DATA_DIR: dataFolder, LOG_LEVEL: "silent" });
	if (!config.ok) throw new Error(config.reason.join("\n"));
	return config.value;
}

/** A whole server on a free port whose clock only moves when told to. Stops with the test. */
export async function startTestServer(
	options: Partial<ServerOptions> & { readonly dataFolder?: string } = {},
): Promise<TestServer> {
	const dataFolder = options.dataFolder ?? createDataFolder();
	const clock = new ManualClock();
	const server = await startServer({
		config: testConfig(dataFolder),
		clock,
		log: createLog("silent"),
		// A round that is played in a second has the messages of ninety.
		messagesPerSecondMax: Number.POSITIVE_INFINITY,
		...options,
	});
	let closed: Promise<void> | undefined;
	const close = () => {
		closed ??= server.close();
		return closed;
	};
	onTestFinished(close);
	return { ...server, close, clock, dataFolder };
}

export async function get<Body>(
	server: RunningServer,
	path: string,
	session?: string,
): Promise<Answer<Body>> {
	return await ask(server, path, {
		headers: session === undefined ? {} : { authorization: `Bearer ${session}` },
	});
}

export async function post<Body>(
	server: RunningServer,
	path: string,
	body: unknown,
	options: { readonly session?: string; readonly headers?: Record<string, string> } = {},
): Promise<Answer<Body>> {
	const { session, headers } = options;
	return await ask(server, path, {
		method: "POST",
		headers: {
			"content-type": "application/json",
			...(session !== undefined && { authorization: `Bearer ${session}` }),
			...headers,
		},
		body: typeof body === "string" ? body : JSON.stringify(body),
	});
}

export async function remove(
	server: RunningServer,
	path: string,
	session?: string,
): Promise<Answer<undefined>> {
	return await ask(server, path, {
		method: "DELETE",
		headers: session === undefined ? {} : { authorization: `Bearer ${session}` },
	});
}

async function ask<Body>(server: RunningServer, path: string, init: RequestInit): Promise<Answer<Body>> {
	const response = await fetch(server.url + path, init);
	const body: unknown = response.status === 204 ? undefined : await response.json();
	return { status: response.status, body: body as Body & Partial<ErrorAnswer> };
}

/** A session of the owner. */
export async function signIn(server: RunningServer): Promise<string> {
	const { body } = await post<{ session: string }>(server, "/api/sign-in", { token: server.signInToken() });
	return body.session;
}

/** Code of a fresh class. */
export async function openClass(
	server: RunningServer,
	session: string,
	body: object = { lessons: ["parallel-work"] },
): Promise<string> {
	const answer = await post<{ code: string }>(server, "/api/classes", body, { session });
	if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
	return answer.body.code;
}

export async function tryJoin(
	server: RunningServer,
	request: JoinRequest,
	session?: string,
): Promise<Answer<JoinAnswer>> {
	return await post<JoinAnswer>(server, "/api/join", request, session === undefined ? {} : { session });
}
