import type { Server } from "node:http";
import { matchMaker } from "@colyseus/core";
import { WebSocketTransport } from "@colyseus/ws-transport";
import { isOwnOrigin } from "../own-origin.ts";
import { FRAME_BYTES_MAX } from "./limits.ts";

/**
 * Lets browsers open sockets to rooms at `server`. Any other upgrade is closed, except with `reload`, where
 * Vite has sockets of its own.
 */
export function attachSockets(
	server: Server,
	options: { readonly publicUrl: string; readonly reload: boolean },
): WebSocketTransport {
	const isRoom = (url: string | undefined) => url?.startsWith(`/${matchMaker.processId}/`) === true;
	const transport = new WebSocketTransport({
		noServer: true,
		maxPayload: FRAME_BYTES_MAX,
		pingInterval: 5_000,
		pingMaxRetries: 3,
		beforeUpgrade: ({ headers }) =>
			isOwnOrigin(headers.get("origin") ?? undefined, headers.get("host") ?? undefined, options.publicUrl)
				? undefined
				: new Response(null, { status: 403 }),
	}).attachToServer(server, { filter: ({ url }) => isRoom(url) });
	if (!options.reload) {
		server.on("upgrade", ({ url }, socket) => {
			if (!isRoom(url)) socket.destroy();
		});
	}
	return transport;
}
