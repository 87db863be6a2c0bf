import type { RequestHandler } from "express";
import { HttpError } from "./http/errors.ts";

/**
 * May a page of `origin` talk to this server? Only our own pages may; programs send no origin.
 * `host`: the name under which the server was asked.
 */
export function isOwnOrigin(
	origin: string | undefined,
	host: string | undefined,
	publicUrl: string,
): boolean {
	if (origin === undefined) return true;
	if (publicUrl !== "" && origin === publicUrl) return true;
	return URL.canParse(origin) && host !== undefined && new URL(origin).host === host.toLowerCase();
}

/** Refuses what another site's page sends with our teacher's cookie. */
export function createOriginCheck(publicUrl: string): RequestHandler {
	return (request, _response, next) => {
		const { origin, host } = request.headers;
		const isRead = request.method === "GET" || request.method === "HEAD";
		if (!isRead && !isOwnOrigin(origin, host, publicUrl)) {
			throw new HttpError("forbidden", "This request comes from another site.");
		}
		next();
	};
}
