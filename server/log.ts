import { type Logger, pino } from "pino";

export type Log = Logger;

/** Nothing that says who somebody is, or lets one be somebody, gets into a log, whoever passes it in. */
const SECRETS = ["token", "session", "name", "cookie", "authorization", "address", "ip", "userAgent"];

export function createLog(level: string): Log {
	return pino({
		level,
		base: null,
		redact: { paths: SECRETS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), remove: true },
		serializers: { err: plainError },
	});
}

/** Errors of libraries carry requests and options along: only what happened and where is kept. */
function plainError(error: unknown): unknown {
	return error instanceof Error ? { type: error.name, message: error.message, stack: error.stack } : error;
}
