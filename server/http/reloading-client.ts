import type { Server } from "node:http";
import { join } from "node:path";
import type { RequestHandler } from "express";

export type ReloadingClient = { readonly handler: RequestHandler; readonly close: () => Promise<void> };

/** Serves the client from its sources through Vite, on the same port, reloading on every edit. */
export async function createReloadingClient(server: Server): Promise<ReloadingClient> {
	// For development only. The real server does not load it.
	const { createServer } = await import("vite");
	const vite = await createServer({
		configFile: join(import.meta.dirname, "../../client/vite.config.ts"),
		appType: "spa",
		server: { middlewareMode: { server }, hmr: { server } },
	});
	return { handler: vite.middlewares, close: () => vite.close() };
}
