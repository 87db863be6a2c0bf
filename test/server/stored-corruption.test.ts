import fc from "fast-check";
import { expect, test } from "vitest";
import type { RoundRow } from "#shared/protocol/http.ts";
import { holdsInTime } from "../setup/holds.ts";
import { listen, SHOWN, versionOneFolder } from "./stored-database.ts";
import { join } from "./test-client.ts";
import { get, startTestServer } from "./test-server.ts";

/** Every column that holds JSON, with the key of its table as a sentence has it. */
const COLUMNS = [
	["journal", "event", "code || ' ' || sequence"],
	["rounds", "header", "id"],
	["rounds", "commands", "id"],
	["rounds", "seats", "id"],
	["rounds", "predictions", "id"],
	["rounds", "outcome", "id"],
	["rounds", "experiment", "id"],
	["rounds", "evidence", "id"],
	["homeworkResults", "sides", "id"],
	["probes", "counts", "code || ' ' || moment"],
] as const;

type Damage = (text: string, at: number) => string;
const DAMAGES: Readonly<Record<string, Damage>> = {
	truncated: (text, at) => text.slice(0, Math.floor(at * (text.length - 1))),
	wrongType: (text, at) => JSON.stringify(changed(JSON.parse(text), at, () => ({ wrong: true }))),
	unknownKey: (text) => JSON.stringify({ version: 2, value: JSON.parse(text), unknown: 1 }),
	newer: (text) => JSON.stringify({ version: 99, value: JSON.parse(text) }),
};

/** The value with one number, text or truth in it replaced: that at `at` (0 to 1) of all; the whole if there is none. */
function changed(value: unknown, at: number, change: (leaf: unknown) => unknown): unknown {
	const leaves: [Record<string, unknown>, string][] = [];
	const collect = (node: unknown) => {
		if (typeof node !== "object" || node === null) return;
		for (const [key, child] of Object.entries(node)) {
			if (typeof child === "object") collect(child);
			else leaves.push([node as Record<string, unknown>, key]);
		}
	};
	collect(value);
	const leaf = leaves[Math.floor(at * leaves.length)];
	if (leaf === undefined) return change(value);
	leaf[0][leaf[1]] = change(leaf[0][leaf[1]]);
	return value;
}

type Damaged = { readonly table: string; readonly key: string; readonly folder: string };

/** The database with one value damaged: row `row` (0 to 1) of those that a server reads. */
function damage(
	[table, column, key]: (typeof COLUMNS)[number],
	row: number,
	change: Damage,
	at: number,
): Damaged {
	let damaged = "";
	const folder = versionOneFolder((database) => {
		const where =
			table === "journal"
				? "code in (select code from classes where endedMs is null)"
				: `${column} is not null and ${column} <> '[]'`;
		const rows = database
			.prepare(`select ${key} as key, ${column} as text from ${table} where ${where} order by 1`)
			.all();
		const found = rows[Math.floor(row * rows.length)];
		damaged = String(found?.["key"]);
		const text = change(String(found?.["text"]), at);
		database.prepare(`update ${table} set ${column} = ? where ${key} = ?`).run(text, damaged);
	});
	return { table, key: damaged, folder };
}

/** Asks for everything, and checks that all but what was damaged is there as it was. */
async function expectTheRest({ table, key, folder }: Damaged): Promise<void> {
	const { log, sentences } = listen();
	const server = await startTestServer({ dataFolder: folder, log });
	for (const [path, answer] of Object.entries(SHOWN.shown)) {
		const now = await get<unknown>(server, path, SHOWN.session);
		const isConcerned =
			path.includes(key) ||
			path === "/api/rounds" ||
			path === "/api/classes" ||
			path.startsWith(`/api/${table}`);
		// A round is shown beside others of its class.
		const isRound = /^\/api\/rounds\/[^/]+$/.test(path);
		if (!isConcerned && !isRound && table !== "homeworkResults") expect(now, path).toEqual(answer);
		if (isRound && !isConcerned) expect(now.status, path).toBe(200);
	}
	const rows = (await get<RoundRow[]>(server, "/api/rounds", SHOWN.session)).body;
	const before = SHOWN.shown["/api/rounds"]?.body as RoundRow[];
	for (const row of before) {
		const now = rows.find(({ id }) => id === row.id);
		if (row.id === key) expect(now).toMatchObject({ id: row.id, turns: row.turns });
		else expect(now).toEqual(row);
	}
	for (const [code, { state }] of Object.entries(SHOWN.classes)) {
		if (table === "journal" && key.startsWith(code)) continue;
		const desk = await join(server, { code, role: "desk" }, SHOWN.session);
		expect(desk.state.toJSON()).toMatchObject(state as object);
		desk.room.connection.close();
	}
	expect(sentences.filter((sentence) => sentence.startsWith(`${table} ${key}`)).length).toBe(1);
	expect(sentences.length).toBe(1);
	await server.close();
}

test("whatever one stored value has become, one sentence names its row, and everything else is there", async () => {
	const share = fc.double({ min: 0, max: 0.999_999, noNaN: true });
	await holdsInTime(
		"one damaged value",
		fc.asyncProperty(
			fc.constantFrom(...COLUMNS),
			fc.constantFrom(...Object.keys(DAMAGES)),
			share,
			share,
			async (column, kind, row, at) => {
				await expectTheRest(damage(column, row, DAMAGES[kind] as Damage, at));
			},
		),
		{ numRuns: 16, endOnFailure: true },
	);
});
