import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { printed, start } from "./server-process.ts";
import { createDataFolder } from "./test-server.ts";

test("a start prints where students join and a sign-in link, and SIGTERM stops it cleanly", async () => {
	const server = start({ PORT: "0", DATA_DIR: createDataFolder() });
	const [, url] = await printed(server, /Students join at {3}(\S+)/);
	const [, link, token] = await printed(server, /Teachers sign in {3}(\S+\/teach)#token=([\w-]{32})/);
	expect(link).toBe(`${url}/teach`);
	const answer = await fetch(`${url}/api/sign-in`, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ token }),
	});
	expect(answer.status).toBe(200);
	server.child.kill("SIGTERM");
	expect(await server.ended).toBe(0);
	const { session } = (await answer.json()) as { session: string };
	expect(server.output()).not.toContain(session);
});

test("a port in use is one sentence and exit code 1", async () => {
	const other = createServer().listen(0, "127.0.0.1");
	await once(other, "listening");
	onTestFinished(() => {
		other.close();
	});
	const address = other.address();
	const port = typeof address === "object" && address !== null ? address.port : 0;
	const server = start({ PORT: String(port), DATA_DIR: createDataFolder() });
	expect(await server.ended).toBe(1);
	expect(server.output()).toBe(
		`Port ${port} is in use by another program: stop that one, or set PORT to another number.\n`,
	);
});

test("a data folder that cannot be written is one sentence and exit code 1", async () => {
	const file = join(createDataFolder(), "file");
	writeFileSync(file, "");
	const server = start({ PORT: "0", DATA_DIR: join(file, "data") });
	expect(await server.ended).toBe(1);
	expect(server.output()).toMatch(/^The data folder \S+ cannot be used \(.+\): set DATA_DIR to .+\.\n$/);
});

test("a data file that is no database is one sentence and exit code 1, and is left as it was", async () => {
	const folder = createDataFolder();
	const notes = "this is no database, but somebody's notes. ".repeat(100);
	writeFileSync(join(folder, "coretet.sqlite"), notes);
	const server = start({ PORT: "0", DATA_DIR: folder });
	expect(await server.ended).toBe(1);
	expect(server.output()).toMatch(/^The data folder \S+ cannot be used \(.+\): set DATA_DIR to .+\.\n$/);
	expect(readFileSync(join(folder, "coretet.sqlite"), "utf8")).toBe(notes);
});

test("all mistakes of the environment are said at once, before anything listens", async () => {
	const server = start({
		PORT: "70000",
		LOG_LEVEL: "loud",
		DATABASE_URL: "postgres://x",
		REDIS_URL: "redis://x",
	});
	expect(await server.ended).toBe(1);
	expect(server.output().trim().split("\n").sort()).toEqual([
		"DATABASE_URL is set, but this version keeps its records in SQLite in DATA_DIR: unset it.",
		"LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent.",
		"PORT must be a whole number from 0 to 65535.",
		"REDIS_URL is set, but this version runs as one process: unset it.",
	]);
});
