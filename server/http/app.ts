import express, { type Express, type RequestHandler } from "express";
import type { SignIn } from "../auth/sign-in.ts";
import type { Log } from "../log.ts";
import type { Archive } from "../records/archive.ts";
import type { Measurer } from "../records/measurer.ts";
import type { ClassDirectory } from "../rooms/class-directory.ts";
import type { HomeworkRecords } from "../store/homework.ts";
import type { JournalRecords } from "../store/journal-records.ts";
import type { ProbeRecords } from "../store/probes.ts";
import type { RoundRecords } from "../store/rounds.ts";
import { createClassRoutes } from "./class-routes.ts";
import { createErrorHandler, HttpError, unknownRoute } from "./errors.ts";
import { createHomeworkRoutes } from "./homework-routes.ts";
import { createLimiters } from "./limiters.ts";
import { createOriginCheck } from "./origin-check.ts";
import { createProbeRoutes } from "./probe-routes.ts";
import { createRoundRoutes } from "./round-routes.ts";
import { createSecurityHeaders } from "./security-headers.ts";
import { createSignInRoutes } from "./sign-in-routes.ts";

export type AppDeps = {
	readonly log: Log;
	readonly directory: ClassDirectory;
	readonly signIn: SignIn;
	readonly rounds: RoundRecords;
	readonly journalRecords: JournalRecords;
	readonly probes: ProbeRecords;
	readonly homework: HomeworkRecords;
	readonly archive: Archive;
	readonly now: () => number;
	readonly measurer: Measurer;
	readonly publicUrl: string;
	readonly address: () => string;
	readonly isDraining: () => boolean;
	/**
	 * Resolves once the classes from before a restart are open again. Until then nobody can be told that a class does
	 * not exist.
	 */
	readonly opened: Promise<void>;
	/** Serves the client, from built files or through Vite. */
	readonly client: RequestHandler;
	readonly reload: boolean;
};

const BODY_BYTES_MAX = 4_096;
/** Large enough that a name of 10,000 letters is refused as too long, and not the whole request. */
const JOIN_BYTES_MAX = 65_536;

/** Creates the app that answers all HTTP requests. */
export function createApp(deps: AppDeps): Express {
	const { publicUrl, isDraining, reload } = deps;
	const https = publicUrl.startsWith("https:");
	const limiters = createLimiters(deps.now);
	const app = express();
	app.disable("x-powered-by");
	// A proxy on this machine may say where a request came from. Nobody else may.
	app.set("trust proxy", "loopback");
	app.use(createSecurityHeaders({ reload, https }));

	app.get("/health", (_request, response) => {
		response.json({ ok: true });
	});
	app.get("/ready", (_request, response) => {
		if (isDraining()) throw new HttpError("draining", "The server is starting or about to stop.");
		response.json({ ok: true });
	});

	app.use("/api/join", express.json({ limit: JOIN_BYTES_MAX }));
	app.use(
		"/api",
		(_request, _response, next) => {
			deps.opened.then(() => next(), next);
		},
		createOriginCheck(publicUrl),
		express.json({ limit: BODY_BYTES_MAX }),
		(_request, response, next) => {
			response.set("Cache-Control", "no-store");
			next();
		},
		createSignInRoutes({ ...deps, limiters, https }),
		createClassRoutes({ ...deps, limiters }),
		createRoundRoutes({
			...deps,
			journal: deps.journalRecords,
			isOpen: (code) => deps.directory.isOpen(code),
		}),
		createProbeRoutes(deps),
		createHomeworkRoutes({ ...deps, limiters }),
		unknownRoute,
	);
	app.use(deps.client);
	app.use(unknownRoute);
	app.use(createErrorHandler(deps.log));
	return app;
}
