import type { ErrorRequestHandler, RequestHandler } from "express";
import type { ErrorAnswer, ErrorCode } from "#shared/protocol/http.ts";
import type { Log } from "../log.ts";

const STATUS: Record<ErrorCode, number> = {
	badRequest: 400,
	badName: 400,
	noSuchSeat: 400,
	nameNotGenerated: 400,
	signInFailed: 401,
	signInNeeded: 401,
	forbidden: 403,
	blocked: 403,
	classLocked: 403,
	noSuchClass: 404,
	noSuchRound: 404,
	noSuchHomework: 404,
	notFound: 404,
	classFull: 409,
	classOpen: 409,
	classEnded: 410,
	homeworkClosed: 410,
	tooLarge: 413,
	tooMany: 429,
	damaged: 500,
	internal: 500,
	draining: 503,
};

/** The answer to a request that cannot be served. `message` is for whoever asked, in their words. */
export class HttpError extends Error {
	readonly code: ErrorCode;

	constructor(code: ErrorCode, message: string) {
		super(message);
		this.code = code;
	}
}

export const unknownRoute: RequestHandler = () => {
	throw new HttpError("notFound", "There is nothing at this address.");
};

/** Turns whatever a handler threw into `{ error: { code, message } }`. */
export function createErrorHandler(log: Log): ErrorRequestHandler {
	// Express recognises an error handler by its four parameters.
	return (error: unknown, request, response, _next) => {
		const { code, message } = toHttpError(error);
		if (code === "internal") log.error({ err: error, route: request.path }, "a request failed");
		if (response.headersSent) {
			response.destroy();
			return;
		}
		const answer: ErrorAnswer = { error: { code, message } };
		response.status(STATUS[code]).json(answer);
	};
}

function toHttpError(error: unknown): HttpError {
	if (error instanceof HttpError) return error;
	const status = statusOf(error);
	if (status === 413) return new HttpError("tooLarge", "This request is too large.");
	if (status >= 400 && status < 500) return new HttpError("badRequest", "This request cannot be read.");
	return new HttpError("internal", "Something went wrong on the server. Try again in a moment.");
}

/** The HTTP status with which Express and its body parser mark faulty requests; 500 if there is none. */
function statusOf(error: unknown): number {
	if (typeof error !== "object" || error === null || !("status" in error)) return 500;
	return typeof error.status === "number" ? error.status : 500;
}
