import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { matchMaker } from "@colyseus/core";
import { setLogger } from "@colyseus/core/Logger";
import { OWNER, SignIn } from "./auth/sign-in.ts";
import { type Clock, createRealClock } from "./clock.ts";
import type { Config } from "./config.ts";
import { joinAddress } from "./http/addresses.ts";
import { createApp } from "./http/app.ts";
import { createClientFiles } from "./http/client-files.ts";
import { createReloadingClient } from "./http/reloading-client.ts";
import { Journal } from "./journal/journal.ts";
import { createLog, type Log } from "./log.ts";
import { Archive } from "./records/archive.ts";
import { Measurer } from "./records/measurer.ts";
import { keepRetention } from "./records/retention.ts";
import { RoundKeeper } from "./records/round-keeper.ts";
import { type KnownReferences, readBuiltIn } from "./references/built-in.ts";
import { ClassDirectory, ROOM_NAME } from "./rooms/class-directory.ts";
import { createClassRoomType } from "./rooms/class-room.ts";
import { MESSAGES_PER_SECOND_MAX } from "./rooms/limits.ts";
import { restoreClasses } from "./rooms/restore-classes.ts";
import { attachSockets } from "./rooms/sockets.ts";
import { StartError } from "./start-error.ts";
import { NewerStoreError, openStore, type Store } from "./store/store.ts";

export type ServerOptions = {
	readonly config: Config;
	readonly clock?: Clock;
	readonly log?: Log;
	/** Where the built client is. */
	readonly clientFolder?: string;
	/** Serve the client from its sources, with reload. */
	readonly reload?: boolean;
	/** The store; opened in the data folder if absent. Closed with the server. */
	readonly store?: Store;
	/** From one socket, by real time: where `clock` hurries, so do people. */
	readonly messagesPerSecondMax?: number;
};

export type RunningServer = {
	readonly port: number;
	/** Where everybody reaches it. */
	readonly url: string;
	/** A token that signs the owner in, once. */
	readonly signInToken: () => string;
	readonly close: () => Promise<void>;
};

/**
 * Starts a whole server; rejects with a StartError if it cannot. One at a time in a process: the rooms'
 * framework has one set of rooms.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
	const { config, clock = createRealClock(), reload = false } = options;
	const log = options.log ?? createLog(config.logLevel);
	setLogger(quietLogger(log));
	const store = options.store ?? (await openStoreOrSay(config.dataFolder, log));
	const http = createHttp();
	const game = createGame(store, clock, log);
	let draining = true;
	const opening = Promise.withResolvers<void>();
	const address = () => joinAddress(config.publicUrl, config.host, portOf(http));
	const client = reload ? await createReloadingClient(http) : undefined;
	const clientFolder = options.clientFolder ?? join(import.meta.dirname, "../client/dist");
	const app = createApp({
		...game,
		log,
		address,
		reload,
		rounds: store.rounds,
		journalRecords: store.journal,
		probes: store.probes,
		homework: store.homework,
		now: clock.now,
		publicUrl: config.publicUrl,
		isDraining: () => draining,
		opened: opening.promise,
		client: client?.handler ?? createClientFiles(clientFolder),
	});
	http.on("request", app);
	const transport = attachSockets(http, { publicUrl: config.publicUrl, reload });
	await listenOrSay(http, config).catch(async (error: unknown) => {
		await client?.close();
		await store.close();
		throw error;
	});
	// The port is taken first: it keeps a second server away from the same classes.
	await openGame(game, store, clock, log, options.messagesPerSecondMax ?? MESSAGES_PER_SECOND_MAX);
	draining = false;
	opening.resolve();
	const stopForgetting = keepRetention(store, clock, config.retentionDays, log);
	return {
		port: portOf(http),
		url: address(),
		signInToken: () => game.signIn.createToken(),
		close: async () => {
			draining = true;
			stopForgetting();
			await matchMaker.gracefullyShutdown();
			transport.shutdown();
			await Promise.all([closeHttp(http), client?.close()]);
			await closeGame(game);
			await store.close();
		},
	};
}

/** An HTTP server that gives up on slow requests. */
function createHttp(): Server {
	return createServer({
		headersTimeout: 8_000,
		requestTimeout: 10_000,
		connectionsCheckingInterval: 2_000,
		// Longer than proxies and clients keep theirs: who closes first must not be us, in the middle of a request.
		keepAliveTimeout: 75_000,
	});
}

type Game = ReturnType<typeof createGame>;

function createGame(store: Store, clock: Clock, log: Log) {
	const now = clock.now;
	const archive = new Archive(log);
	const measurer = new Measurer(log, builtInReferences(log));
	const journal = new Journal({ append: (rows) => store.journal.append(rows), now, log });
	const keeper = new RoundKeeper({ archive, measurer, rounds: store.rounds, now, log });
	const directory = new ClassDirectory({
		clock,
		log,
		journal,
		archive,
		keeper,
		classes: store.classes,
		probes: store.probes,
	});
	const signIn = new SignIn({ records: store.teachers, now, log });
	return { archive, measurer, journal, directory, signIn };
}

/** In this order: each may still hand something to the next. */
async function closeGame({ journal, measurer, archive }: Game): Promise<void> {
	await journal.close();
	await measurer.close();
	await archive.close();
}

/** None where they cannot be read: a search finds the same, and a class can be held. */
function builtInReferences(log: Log): KnownReferences {
	const read = readBuiltIn();
	if (read.ok) return read.value;
	log.warn({ reason: read.reason }, "built-in references cannot be read: all are searched for");
	return new Map();
}

/** Starts matchmaking among the rooms of this process, and opens the classes of before. */
async function openGame(
	{ directory }: Game,
	store: Store,
	clock: Clock,
	log: Log,
	messagesPerSecondMax: number,
): Promise<void> {
	await matchMaker.setup();
	const sessionOf = (code: string) => {
		const listed = directory.find(code);
		if (listed === undefined) throw new Error(`no class ${code}`);
		return listed.session;
	};
	matchMaker.defineRoomType(ROOM_NAME, createClassRoomType({ sessionOf, clock, log, messagesPerSecondMax }));
	await matchMaker.accept();
	await store.teachers.ensure(OWNER, "owner", clock.now());
	await restoreClasses(store, directory, clock.now(), log);
}

async function openStoreOrSay(folder: string, log: Log): Promise<Store> {
	try {
		return await openStore(folder, (sentence) => log.warn(sentence));
	} catch (error) {
		if (error instanceof NewerStoreError)
			throw new StartError(
				`The data folder ${folder} was written by a newer Coretet (its tables have ${error.message}): update this one, or restore a backup.`,
			);
		throw new StartError(
			`The data folder ${folder} cannot be used (${messageOf(error)}): set DATA_DIR to a folder that can be written.`,
		);
	}
}

function listenOrSay(http: Server, { host, port }: Config): Promise<void> {
	return new Promise((resolve, reject) => {
		http.once("error", (error: NodeJS.ErrnoException) => {
			const inUse = error.code === "EADDRINUSE";
			reject(
				new StartError(
					inUse
						? `Port ${port} is in use by another program: stop that one, or set PORT to another number.`
						: `Cannot listen at ${host}, port ${port} (${error.message}): set HOST and PORT to what this machine has.`,
				),
			);
		});
		http.listen(port, host, resolve);
	});
}

function closeHttp(http: Server): Promise<void> {
	return new Promise((resolve) => {
		http.close(() => resolve());
		http.closeAllConnections();
	});
}

function portOf(http: Server): number {
	// A server that listens on a port, and not on a pipe, has an address of this kind.
	return (http.address() as AddressInfo).port;
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

/** The rooms' framework tells at length what clients do wrong: that is for debugging. */
function quietLogger(log: Log) {
	const say = (...parts: unknown[]) => log.debug(parts.map(String).join(" "));
	return { debug: say, error: say, info: say, trace: say, warn: say };
}
