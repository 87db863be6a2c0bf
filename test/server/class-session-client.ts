import { onTestFinished, vi } from "vitest";
import { ClientSession } from "../../client/net/client-session.ts";
import { rememberSeat } from "../../client/net/seat-memory.ts";
import { type TestServer, tryJoin } from "./test-server.ts";

export type Page = {
	readonly session: ClientSession;
	/** Draws one frame, at real time `nowMs` of the page. */
	readonly frame: (nowMs: number) => void;
	readonly token: string;
};

/**
 * A student's page without the page: the client's own session over a real socket, in as much of a browser as it needs.
 * Its clock stands still, so that however slow the machine is, it takes no line for dead and no command for lost.
 */
export async function openPage(server: TestServer, code: string, name: string): Promise<Page> {
	let drawn: ((nowMs: number) => void) | undefined;
	const stored = new Map<string, string>();
	const globals = {
		location: { origin: server.url, search: "" },
		sessionStorage: {
			getItem: (key: string) => stored.get(key) ?? null,
			setItem: (key: string, value: string) => stored.set(key, value),
			removeItem: (key: string) => stored.delete(key),
		},
		addEventListener: () => undefined,
		removeEventListener: () => undefined,
		requestAnimationFrame: (draw: (nowMs: number) => void) => {
			drawn = draw;
			return 1;
		},
		cancelAnimationFrame: () => undefined,
	};
	for (const [global, value] of Object.entries(globals)) vi.stubGlobal(global, value);
	const { fetch } = globalThis;
	vi.stubGlobal("fetch", (path: string, init?: RequestInit) => fetch(new URL(path, server.url), init));
	vi.spyOn(performance, "now").mockReturnValue(0);
	const { body } = await tryJoin(server, { code, name });
	rememberSeat(code, body);
	const session = new ClientSession(code, "student");
	onTestFinished(() => {
		session.close();
		vi.restoreAllMocks();
		vi.unstubAllGlobals();
	});
	return { session, frame: (nowMs) => drawn?.(nowMs), token: body.token };
}
