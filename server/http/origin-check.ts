import type { RequestHandler } from "express";
import { isOwnOrigin } from "../own-origin.ts";
import { HttpError } from "./errors.ts";

/** Refuses requests that another site's page sends with the teacher's cookie. */
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
