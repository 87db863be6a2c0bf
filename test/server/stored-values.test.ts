import { readFileSync, writeFileSync } from "node:fs";
import { join as joinPath } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { join } from "./test-client.ts";
import { createDataFolder, get, type TestServer } from "./test-server.ts";
import { startTestServer } from "./test-server.ts";

const STORED = joinPath(import.meta.dirname, "stored");

/** What the program that wrote the file showed of it, before stored values had versions. */
type Shown = {
	readonly session: string;
	/** Of the class that was played when the server stopped, and Ada's token in it. */
	readonly code: string;
	readonly token: string;
	readonly shown: Readonly<Record<string, { readonly status: number; readonly body: unknown }>>;
	readonly classes: Readonly<Record<string, { readonly state: unknown; readonly round: unknown }>>;
};

const SHOWN: Shown = JSON.parse(gunzipSync(readFileSync(joinPath(STORED, "version-1-shown.json.gz"))).toString());

/** A folder with the file as version 1 wrote it. */
function versionOneFolder(): string {
	const folder = createDataFolder();
	const file = gunzipSync(readFileSync(joinPath(STORED, "version-1.sqlite.gz")));
	writeFileSync(joinPath(folder, "coretet.sqlite"), file);
	return folder;
}

async function expectAllShown(server: TestServer): Promise<void> {
	for (const [path, answer] of Object.entries(SHOWN.shown))
		expect(await get(server, path, SHOWN.session), path).toEqual(answer);
	for (const [code, { state, round }] of Object.entries(SHOWN.classes)) {
		const desk = await join(server, { code, role: "desk" }, SHOWN.session);
		expect(desk.state.toJSON(), code).toEqual(state);
		if (round !== null) expect(await desk.next("round"), code).toEqual(round);
		desk.room.connection.close();
	}
}

describe("a database of before stored values had versions", () => {
	test("shows everything that it showed, also after what is written now has joined it", async () => {
		const dataFolder = versionOneFolder();
		const first = await startTestServer({ dataFolder });
		await expectAllShown(first);
		await first.close();
		const second = await startTestServer({ dataFolder });
		await expectAllShown(second);
	});
});
