import { readdirSync } from "node:fs";
import { extname, join, sep } from "node:path";
import type { Request, RequestHandler, Response } from "express";
import { placeOf } from "#shared/protocol/surfaces.ts";

const ENCODINGS = [
	{ name: "br", extension: ".br" },
	{ name: "gzip", extension: ".gz" },
] as const;

/** Names of assets contain a hash of their content, so that a file never changes. */
const FOR_EVER = "public, max-age=31536000, immutable";
const ASK_FIRST = "no-cache";

/**
 * Serves the built client from `folder`: its files, in the compressed variants that the build put beside them, and
 * its one page for all surfaces.
 */
export function createClientFiles(folder: string): RequestHandler {
	const files = listFiles(folder);
	return (request, response, next) => {
		if (request.method !== "GET" && request.method !== "HEAD") return next();
		const isSurface = placeOf(request.path) !== undefined;
		// Somebody who mistyped an address gets the client's own page that says so, with status 404.
		const isLost =
			!isSurface && !files.has(request.path) && request.headers.accept?.includes("text/html") === true;
		const path = isSurface || isLost ? "/index.html" : request.path;
		if (isLost) response.status(404);
		if (!files.has(path)) {
			if (path === "/index.html")
				response.status(503).type("text").send("The client is not built yet: npm start builds it.\n");
			else next();
			return;
		}
		sendFile(request, response, folder, files, path);
	};
}

function sendFile(
	request: Request,
	response: Response,
	folder: string,
	files: ReadonlySet<string>,
	path: string,
): void {
	response.type(extname(path));
	response.set("Cache-Control", path.startsWith("/assets/") ? FOR_EVER : ASK_FIRST);
	const variants = ENCODINGS.filter(({ extension }) => files.has(path + extension));
	if (variants.length > 0) response.vary("Accept-Encoding");
	const variant = variants.find(({ name }) => request.acceptsEncodings(name) !== false);
	if (variant !== undefined) response.set("Content-Encoding", variant.name);
	response.sendFile(join(folder, path + (variant?.extension ?? "")), { cacheControl: false });
}

/** Paths of all files as they are requested; none if the client has not been built. */
function listFiles(folder: string): ReadonlySet<string> {
	try {
		const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
		return new Set(names.map((name) => `/${name.split(sep).join("/")}`));
	} catch {
		return new Set();
	}
}
