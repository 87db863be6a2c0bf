import { resolve } from "node:path";
import { z } from "zod";
import { ok, type Result, refuse } from "#shared/lib/result.ts";

export type Config = {
	/** 0: any free one. */
	readonly port: number;
	readonly host: string;
	/** Absolute. */
	readonly dataFolder: string;
	/** Origin under which people reach the server, without a trailing slash; "" if not given. */
	readonly publicUrl: string;
	readonly logLevel: string;
	/** Days after which names fall away from the records. */
	readonly retentionDays: number;
};

const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

const environment = z.object({
	PORT: wholeNumber("PORT", 0, 65_535, 2567),
	HOST: z
		.string()
		.default("0.0.0.0")
		.refine((host) => /^[\w.:-]+$/.test(host), "HOST must be a host name or an address, like 127.0.0.1."),
	DATA_DIR: z.string().default("./data"),
	DATABASE_URL: unsupported(
		"DATABASE_URL is set, but this version keeps its records in SQLite in DATA_DIR: unset it.",
	),
	REDIS_URL: unsupported("REDIS_URL is set, but this version runs as one process: unset it."),
	PUBLIC_URL: z.string().default("").transform(toOrigin),
	PUBLIC_ADDRESS: unsupported(
		"PUBLIC_ADDRESS is set, but it is only of use with several processes, and this version runs as one: unset it.",
	),
	LOG_LEVEL: z.enum(LOG_LEVELS, `LOG_LEVEL must be one of ${LOG_LEVELS.join(", ")}.`).default("info"),
	RETENTION_DAYS: wholeNumber("RETENTION_DAYS", 1, 36_500, 365),
});

/** Reads the environment. All mistakes are reported at once, each as one sentence. */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Result<Config, string[]> {
	// `PORT=` in a file or a shell means "not set".
	const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim() !== ""));
	const parsed = environment.safeParse(given);
	if (!parsed.success) return refuse(parsed.error.issues.map((issue) => issue.message));
	const { PORT, HOST, DATA_DIR, PUBLIC_URL, LOG_LEVEL, RETENTION_DAYS } = parsed.data;
	return ok({
		port: PORT,
		host: HOST,
		dataFolder: resolve(DATA_DIR),
		publicUrl: PUBLIC_URL,
		logLevel: LOG_LEVEL,
		retentionDays: RETENTION_DAYS,
	});
}

function wholeNumber(name: string, min: number, max: number, fallback: number) {
	const message = `${name} must be a whole number from ${min} to ${max}.`;
	return z
		.string()
		.default(String(fallback))
		.refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max, message)
		.transform(Number);
}

function unsupported(message: string) {
	return z
		.string()
		.optional()
		.refine((value) => value === undefined, message);
}

function toOrigin(text: string, context: z.RefinementCtx<string>): string {
	if (text === "") return "";
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (url !== undefined && /^https?:$/.test(url.protocol) && url.pathname === "/" && url.search === "") {
		return url.origin;
	}
	context.addIssue({
		code: "custom",
		message: "PUBLIC_URL must be an address without a path, like https://coretet.example.org.",
	});
	return "";
}
