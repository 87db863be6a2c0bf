import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { TURN_MS } from "#shared/lib/units.ts";
import { startServer } from "../../server/app.ts";
import { type Clock, createRealClock } from "../../server/clock.ts";
import { ROOT } from "../setup/read-imports.ts";
import { launchBrowser } from "./browser.ts";
import { type GuardedPage, openGuardedPage } from "./guarded-page.ts";

/** A whole server with the built client, a browser, and everything that anybody complained about. */
export type School = {
	readonly origin: string;
	readonly browser: Browser;
	/** Opens a page of a person who was never here before. `mayFail`: as for guarded pages. */
	readonly openPage: (options?: BrowserContextOptions, mayFail?: RegExp) => Promise<GuardedPage["page"]>;
	readonly signInLink: () => string;
	/** From now on a turn comes every `turnMs` of real time. */
	readonly playEvery: (turnMs: number) => void;
	/** Errors of pages and warnings of the server, so far. */
	readonly complaints: () => readonly string[];
	readonly close: () => Promise<void>;
};

/** Ends what hangs: on a busy machine a page may take long. */
const WAIT_MS_MAX = 60_000;

export const DESKTOP: BrowserContextOptions = { viewport: { width: 1366, height: 768 } };
export const PHONE: BrowserContextOptions = {
	viewport: { width: 360, height: 740 },
	deviceScaleFactor: 2,
	hasTouch: true,
	isMobile: true,
};

/**
 * Opens a school, whose turns take as long as in any class until `playEvery` says otherwise: a round of 90 s can be
 * over sooner, while everything that people and networks do keeps its own time. `prepare`: fills the data folder.
 */
export async function openSchool(prepare: (folder: string) => void = () => undefined): Promise<School> {
	if (!existsSync(join(ROOT, "client/dist/index.html")))
		throw new Error(
			"client/dist is missing: `npm test` builds it, or run vite build --config client/vite.config.ts",
		);
	const folder = mkdtempSync(join(tmpdir(), "coretet-school-"));
	prepare(folder);
	const logged: string[] = [];
	const pages: GuardedPage[] = [];
	const clock = createTurnClock();
	const server = await startServer({
		config: {
			port: 0,
			host: "127.0.0.1",
			dataFolder: folder,
			publicUrl: "",
			logLevel: "warn",
			retentionDays: 365,
		},
		clock,
		log: pino({ level: "warn", base: null }, { write: (line) => void logged.push(line.trim()) }),
	});
	const browser = await launchBrowser();
	return {
		origin: server.url,
		browser,
		openPage: async (options = DESKTOP, mayFail) => {
			const context = await browser.newContext({ ...options, baseURL: server.url });
			context.setDefaultTimeout(WAIT_MS_MAX);
			const guarded = await openGuardedPage(context, server.url, mayFail);
			pages.push(guarded);
			return guarded.page;
		},
		signInLink: () => `${server.url}/teach#token=${server.signInToken()}`,
		playEvery: clock.playEvery,
		complaints: () => [...pages.flatMap(({ complaints }) => complaints), ...logged],
		close: async () => {
			await browser.close();
			await server.close();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/** Real time for everything but the turns, which come as `playEvery` said last. */
function createTurnClock(): Clock & Pick<School, "playEvery"> {
	const real = createRealClock();
	let turnMs = TURN_MS;
	const everyTurn = (run: () => void) => {
		let timer: NodeJS.Timeout;
		const arm = () => {
			timer = setTimeout(() => {
				arm();
				run();
			}, turnMs);
		};
		arm();
		return () => clearTimeout(timer);
	};
	return {
		now: real.now,
		every: (periodMs, offsetMs, run) =>
			periodMs === TURN_MS ? everyTurn(run) : real.every(periodMs, offsetMs, run),
		playEvery: (ms) => {
			turnMs = ms;
		},
	};
}
