import { describe, expect, test } from "vitest";
import type { HomeworkAnswer, ProbeAnswer, RoundAnswer, RoundRow } from "#shared/protocol/http.ts";
import type { RoundLog } from "#shared/round/round.ts";
import type { ExportedRound } from "#shared/round/round-file.ts";
import { openStore } from "../../server/store/store.ts";
import { changeDatabase, listen, SHOWN, versionOneFolder } from "./stored-database.ts";
import { join } from "./test-client.ts";
import { get, remove, startTestServer, type TestServer } from "./test-server.ts";

const { session, code, token } = SHOWN;

function shown<Body>(path: string): Body {
	return SHOWN.shown[path]?.body as Body;
}

const rows = shown<RoundRow[]>("/api/rounds");
const lobby = Object.keys(SHOWN.classes).find((other) => other !== code) ?? "";
const played = SHOWN.classes[code]?.round?.log;
/** A round of a lesson with scores, evidence and predictions. */
const round = rows.find(({ lesson, students }) => lesson === "parallel-work" && students > 0) as RoundRow;

/** The round that was being played: an earlier version of the simulation did, so it was closed and stored at the start. */
const cut = SHOWN.classes[code]?.round?.id;

/** The rounds of before. */
async function listRounds(server: TestServer): Promise<RoundRow[]> {
	const { body } = await get<RoundRow[]>(server, "/api/rounds", session);
	expect(body.map(({ id }) => id)).toContain(cut);
	return body.filter(({ id }) => id !== cut);
}

async function expectAllShown(server: TestServer): Promise<void> {
	for (const [path, answer] of Object.entries(SHOWN.shown))
		expect(judgedAnew(await readAsBefore(server, path)), path).toEqual(judgedAnew(answer));
	for (const open of Object.keys(SHOWN.classes)) await expectClassShown(server, open);
}

/**
 * An answer without what students have shown by deciding: the round that an open class explains is measured again, and
 * only what they have done themselves counts since then.
 */
function judgedAnew(answer: unknown): unknown {
	const { body } = answer as { readonly body: unknown };
	if (typeof body !== "object" || body === null || !("evidence" in body)) return answer;
	const { evidence, ...rest } = body as RoundAnswer;
	const answered = evidence.map(({ name, concepts }) => ({
		name,
		explained: concepts.map(({ concept, explained }) => [concept, explained]),
	}));
	return { ...(answer as object), body: { ...rest, evidence: answered } };
}

/** An answer without the round that was closed at the start, which is the other part of the one before. */
async function readAsBefore(server: TestServer, path: string): Promise<unknown> {
	const { status, body } = await get<object>(server, path, session);
	if (path === "/api/rounds") return { status, body: await listRounds(server) };
	const isOfClass = "otherPart" in body && "code" in body && body.code === code;
	return { status, body: isOfClass ? { ...body, otherPart: null } : body };
}

async function expectClassShown(server: TestServer, open: string): Promise<void> {
	const { state, round: told } = SHOWN.classes[open] ?? {};
	const desk = await join(server, { code: open, role: "desk" }, session);
	expect(desk.state.toJSON(), open).toMatchObject(state as object);
	if (told !== null) expect(await desk.next("round"), open).toEqual(told);
	desk.room.connection.close();
}

/** A server on the database after one value was changed, with what it says of it. */
async function startWith(table: string, column: string, where: string, change: (text: string) => string) {
	const dataFolder = versionOneFolder((database) => {
		const row = database.prepare(`select ${column} as text from ${table} where ${where}`).get();
		const { changes } = database
			.prepare(`update ${table} set ${column} = ? where ${where}`)
			.run(change(String(row?.["text"])));
		expect(changes).toBe(1);
	});
	const { log, sentences } = listen();
	const server = await startTestServer({ dataFolder, log });
	return { server, sentences, dataFolder };
}

const ofRound = `id = '${round.id}'`;
const truncated = (text: string) => text.slice(0, -5);
const newer = (text: string) => JSON.stringify({ version: 99, value: JSON.parse(text), more: true });
/** Of version 2, with one more key. */
const strange = (text: string) => JSON.stringify({ version: 2, value: JSON.parse(text), more: true });

describe("a database of before stored values had versions", () => {
	test("shows everything that it showed, also after what is written now has joined it", async () => {
		const dataFolder = versionOneFolder();
		const { log, sentences } = listen();
		const first = await startTestServer({ dataFolder, log });
		await expectAllShown(first);
		await first.close();
		const second = await startTestServer({ dataFolder, log });
		await expectAllShown(second);
		expect(sentences).toEqual([]);
	});

	test("takes its students back to their seats", async () => {
		const server = await startTestServer({ dataFolder: versionOneFolder() });
		const ada = await join(server, { code, token });
		await ada.until(() => ada.me?.online === true);
		expect(ada.answer.name).toBe("Ada");
		expect(ada.me?.chip).toBeGreaterThanOrEqual(0);
	});
});

/** What was not kept before scores had formulas, and is known where a round is measured again. */
function unattended({ outcome, ...answer }: RoundAnswer): RoundAnswer {
	const chips = outcome.chips.map((chip) => ({ ...chip, held: [], played: [] }));
	return { ...answer, played: chips.map(() => null), outcome: { ...outcome, chips } };
}

describe("a stored round of which something cannot be read", () => {
	test.each([
		["truncated", truncated, "expected JSON"],
		["of a newer version", newer, "version 99 was written by a newer Coretet, and this one reads up to 3"],
		["with something beside it", strange, "expected version and value, and nothing else"],
		[
			"with a value of another type",
			(text: string) => text.replace(/"timeNs":\d+/, '"timeNs":"long"'),
			"at chips[0].timeNs: expected number, received string",
		],
		["of an unknown lesson", (text: string) => text.replace("parallel-work", "chess"), "no such lesson"],
		["of a field too many", (text: string) => text.replace("{", '{"more":1,'), 'Unrecognized key: "more"'],
	])(
		"is listed with a sentence where its outcome is %s, and still has its log",
		async (_what, change, why) => {
			const { server, sentences } = await startWith("rounds", "outcome", ofRound, change);
			const listed = await listRounds(server);
			expect(listed.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
			const { unreadable, ...broken } = listed.find(({ id }) => id === round.id) as RoundRow;
			expect(broken).toEqual({ ...round, scores: [], formula: null, played: [] });
			expect(unreadable).toContain(`rounds ${round.id}, outcome`);
			expect(unreadable).toContain(why);
			expect(listed.filter(({ id }) => id !== round.id)).toEqual(rows.filter(({ id }) => id !== round.id));
			const path = `/api/rounds/${round.id}/log`;
			const { checksums: _, ...log } = shown<ExportedRound>(path);
			expect((await get(server, path, session)).body).toEqual(log);
			expect((await fetch(`${server.url}/api/rounds.csv`, bearer)).status).toBe(200);
			expect(sentences).toEqual([unreadable]);
		},
	);

	test("is measured again where its outcome is damaged, and has it then", async () => {
		const { server, dataFolder } = await startWith("rounds", "outcome", ofRound, truncated);
		const path = `/api/rounds/${round.id}`;
		const { unreadable, ...answer } = (await get<RoundAnswer>(server, path, session)).body;
		expect(unreadable).toContain("outcome");
		expect(unattended(answer)).toEqual(shown(path));
		await server.close();
		const again = await startTestServer({ dataFolder });
		expect(unattended((await get<RoundAnswer>(again, path, session)).body)).toEqual(shown(path));
	});

	test("keeps an outcome that a newer program wrote, whatever is measured", async () => {
		const stored = changeDatabase(versionOneFolder(), (database) =>
			database.prepare(`select outcome from rounds where ${ofRound}`).get(),
		);
		const { server, dataFolder } = await startWith("rounds", "outcome", ofRound, newer);
		const path = `/api/rounds/${round.id}`;
		const { unreadable, ...answer } = (await get<RoundAnswer>(server, path, session)).body;
		expect(unreadable).toContain("newer Coretet");
		expect(unattended(answer)).toEqual({ ...shown<RoundAnswer>(path) });
		await server.close();
		const kept = changeDatabase(dataFolder, (database) =>
			database.prepare(`select outcome from rounds where ${ofRound}`).get(),
		);
		expect(kept?.["outcome"]).toBe(newer(String(stored?.["outcome"])));
	});

	test.each(["header", "commands"])("shows what came of it without its %s", async (column) => {
		const { server, sentences } = await startWith("rounds", column, ofRound, truncated);
		const path = `/api/rounds/${round.id}`;
		const { unreadable, ...answer } = (await get<RoundAnswer>(server, path, session)).body;
		expect(answer).toEqual(shown(path));
		expect(unreadable).toBe(`rounds ${round.id}, ${column}: expected JSON.`);
		expect(await get(server, `${path}/log`, session)).toEqual({
			status: 500,
			body: { error: { code: "damaged", message: unreadable } },
		});
		expect(sentences).toEqual([unreadable]);
	});

	test.each([
		["seats", "names", { seats: expect.anything() }],
		["predictions", "predictions", { predictions: [] }],
		["evidence", "evidence", { evidence: [] }],
	])("shows all but its %s", async (column, _what, empty) => {
		const { server, sentences } = await startWith("rounds", column, ofRound, strange);
		const { unreadable, ...answer } = (await get<RoundAnswer>(server, `/api/rounds/${round.id}`, session))
			.body;
		expect(answer).toEqual({ ...shown<RoundAnswer>(`/api/rounds/${round.id}`), ...empty });
		expect(answer.seats.flat().every((name) => column !== "seats" || name === null)).toBe(true);
		expect(unreadable).toMatch(new RegExp(`^rounds ${round.id}, ${column}: .{10,200}\\.$`));
		expect(sentences).toEqual([unreadable]);
	});

	test("shows an experiment without its result", async () => {
		const { id } = rows.find(({ lesson }) => lesson === "brain") as RoundRow;
		const { server, sentences } = await startWith("rounds", "experiment", `id = '${id}'`, newer);
		const { experiment, unreadable } = (await get<RoundAnswer>(server, `/api/rounds/${id}`, session)).body;
		expect(experiment).toBeUndefined();
		expect(sentences).toEqual([unreadable]);
	});

	test("is deleted like any other", async () => {
		const { id } = rows.find(({ lesson }) => lesson === "brain") as RoundRow;
		const { server } = await startWith("rounds", "header", `id = '${id}'`, truncated);
		expect((await remove(server, `/api/rounds/${id}`, session)).status).toBe(204);
		expect((await get<RoundRow[]>(server, "/api/rounds", session)).body.map((row) => row.id)).not.toContain(
			id,
		);
	});
});

const bearer = { headers: { authorization: `Bearer ${session}` } };

describe("other stored values that cannot be read", () => {
	test("homework is shown with all but the sides of that result", async () => {
		const before = shown<HomeworkAnswer[]>("/api/homework");
		const { server, sentences } = await startWith(
			"homeworkResults",
			"sides",
			"sides is not null and sides <> '[]'",
			(text) => text.replace('"score"', '"points"'),
		);
		const { body } = await get<HomeworkAnswer[]>(server, "/api/homework", session);
		expect(body).toEqual(
			before.map((homework) => ({
				...homework,
				results: homework.results.map((result) => ({ ...result, sides: [] })),
			})),
		);
		expect(sentences.length).toBe(1);
		expect(sentences[0]).toMatch(
			/^homeworkResults \S+, sides, at \[\d\]\.score: expected number, received undefined\.$/,
		);
	});

	test("of the six questions all but that moment is shown", async () => {
		const probes = shown<ProbeAnswer[]>("/api/probes");
		const { server, sentences } = await startWith("probes", "counts", `code = '${code}'`, truncated);
		const { body } = await get<ProbeAnswer[]>(server, "/api/probes", session);
		const unreadable = `probes ${code} before, counts: expected JSON.`;
		expect(body).toEqual(
			probes.map((probe) => (probe.code === code ? { ...probe, before: null, unreadable } : probe)),
		);
		expect(sentences).toEqual([unreadable]);
	});
});

describe("a plain column that this program does not know", () => {
	const text = (value: string) => () => value;

	test("costs only its homework, whose lesson is a newer program's", async () => {
		const [given, ...others] = shown<HomeworkAnswer[]>("/api/homework");
		const { server, sentences } = await startWith(
			"homework",
			"lesson",
			`code = '${given?.code}'`,
			text("newer-lesson"),
		);
		expect((await get(server, "/api/homework", session)).body).toEqual(others);
		expect(sentences).toEqual([`homework ${given?.code}, lesson: there is no such lesson.`]);
		expect(await listRounds(server)).toEqual(rows);
	});

	test("costs a round its log and replay where its turns are absurd, and nothing hangs", async () => {
		const { server, sentences } = await startWith("rounds", "turns", ofRound, text("1000000000000"));
		const body = await listRounds(server);
		expect(body.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
		expect(body.find(({ id }) => id === round.id)?.unreadable).toMatch(/^rounds \S+, turns: Too big/);
		expect((await get(server, `/api/rounds/${round.id}/log`, session)).status).toBe(500);
		expect(sentences.length).toBe(1);
	});

	test("costs the six questions one moment", async () => {
		const { server, sentences } = await startWith("probes", "sheets", `code = '${code}'`, text("many"));
		expect((await get(server, "/api/probes", session)).status).toBe(200);
		expect(sentences).toEqual([`probes ${code} before, sheets: expected number, received string.`]);
	});
});

describe("an event that cannot be read", () => {
	const event = (of: string, type: string) =>
		`sequence = (select min(sequence) from journal where code = '${of}' and event like '%"type":"${type}"%') and code = '${of}'`;

	test("costs only itself where the class can go on", async () => {
		const { server, sentences } = await startWith("journal", "event", event(code, "renamed"), truncated);
		await expectClassShown(server, lobby);
		const desk = await join(server, { code, role: "desk" }, session);
		const names = [...desk.state.students.values()].map(({ name }) => name);
		expect(names).toContain("Ben");
		expect(names).not.toContain("Benno");
		expect((await desk.next("round")).log).toEqual(played);
		expect(sentences.length).toBe(1);
		expect(sentences[0]).toMatch(
			new RegExp(`^journal ${code} \\d+, event: expected JSON; its class goes on without it\\.$`),
		);
	});

	test("ends its class with what was played, where the class cannot go on, and no other", async () => {
		const last = `sequence = (select max(sequence) from journal where code = '${code}' and event like '%"type":"commanded"%') and code = '${code}'`;
		const { server, sentences } = await startWith("journal", "event", last, (text) =>
			text.replace('"signal"', '"sing"'),
		);
		expect(sentences.length).toBe(1);
		expect(sentences[0]).toMatch(
			new RegExp(
				`^journal ${code} \\d+, event, at command\\.command.*: .*; its class ends with what was played before\\.$`,
			),
		);
		await expectClassShown(server, lobby);
		expect((await get(server, `/api/classes/${code}`)).status).toBe(410);
		const list = async () => (await get<RoundRow[]>(server, "/api/rounds", session)).body;
		await expect.poll(async () => (await list()).length).toBe(rows.length + 1);
		const cut = (await list()).find(({ id }) => rows.every((row) => row.id !== id)) as RoundRow;
		const { turns, commands } = (await get<RoundLog>(server, `/api/rounds/${cut.id}/log`, session)).body;
		expect(turns).toBeGreaterThan(0);
		expect(turns).toBeLessThanOrEqual(played?.turns ?? 0);
		expect(commands).toEqual(played?.commands.slice(0, commands.length));
	});

	test("of an unknown kind leaves a class in the lobby with the rest", async () => {
		const { server, sentences } = await startWith("journal", "event", event(lobby, "locked"), (text) =>
			text.replace('"locked",', '"sung",'),
		);
		const desk = await join(server, { code: lobby, role: "desk" }, session);
		expect(desk.state.locked).toBe(false);
		expect([...desk.state.students.values()].map(({ name }) => name)).toEqual(["Gus"]);
		expect(sentences.length).toBe(1);
		expect(sentences[0]).toMatch(
			new RegExp(
				`^journal ${lobby} \\d+, event, at type: expected a kind of event that this program knows; its class goes on without it\\.$`,
			),
		);
	});

	test("that is missing is told, too", async () => {
		const { log, sentences } = listen();
		const dataFolder = versionOneFolder((database) =>
			database.exec(`delete from journal where ${event(lobby, "joined")}`),
		);
		const server = await startTestServer({ dataFolder, log });
		const desk = await join(server, { code: lobby, role: "desk" }, session);
		expect(desk.state).toMatchObject({ locked: true, students: { size: 0 } });
		expect(sentences).toEqual([
			`journal ${lobby} 1: expected an event, found none; its class goes on without it.`,
		]);
	});

	test.each([
		["lesson", 99, /expected one of \d+ lessons, found number 99; its class ends\.$/],
		["turn", 1e12, /expected at most 10000 turns, found 1000000000000; its class ends\.$/],
	])("that says an impossible %s ends its class, and no other", async (field, value, sentence) => {
		const ofClass = `code = '${code}'`;
		const last = `select max(sequence) from journal where ${ofClass} and event like '%"${field}":%'`;
		const { server, sentences } = await startWith(
			"journal",
			"event",
			`${ofClass} and sequence = (${last})`,
			(text) => JSON.stringify({ ...JSON.parse(text), [field]: value }),
		);
		expect(sentences).toHaveLength(1);
		expect(sentences[0]).toMatch(sentence);
		await expectClassShown(server, lobby);
	});

	test("of a newer version leaves its class to the newer program", async () => {
		const { server, sentences, dataFolder } = await startWith(
			"journal",
			"event",
			event(code, "joined"),
			newer,
		);
		expect(sentences.length).toBe(1);
		expect(sentences[0]).toMatch(
			/version 99 was written by a newer Coretet.*until then its class stays as it is\.$/,
		);
		await expectClassShown(server, lobby);
		const waiting = rows.find((row) => row.code === code);
		if (waiting === undefined) throw new Error("the class that waits has no round");
		expect((await remove(server, `/api/rounds/${waiting.id}`, session)).status).toBe(409);
		await server.close();
		const store = await openStore(dataFolder);
		expect((await store.classes.listOpen()).map((row) => row.code)).toContain(code);
		await store.close();
	});
});

describe("what a newer program has written", () => {
	test("keeps its names and its events beyond the time of older ones, and damaged values lose theirs", async () => {
		const dataFolder = versionOneFolder((database) => {
			database.exec(
				`update rounds set seats = '${newer('[["Ada"]]')}', predictions = '[{"name":"Ada"' where ${ofRound}`,
			);
			database.exec(`update journal set event = '${newer("{}")}' where code = '${lobby}' and sequence = 0`);
		});
		const store = await openStore(dataFolder);
		await store.rounds.forgetNames(Number.MAX_SAFE_INTEGER);
		await store.journal.forget(Number.MAX_SAFE_INTEGER);
		expect((await store.journal.read(lobby)).map(({ sequence }) => sequence)).toEqual([0]);
		expect(await store.journal.read(code)).toEqual([]);
		await store.close();
		const kept = changeDatabase(dataFolder, (database) =>
			database.prepare(`select seats, predictions from rounds where ${ofRound}`).get(),
		);
		expect(kept).toEqual({ seats: newer('[["Ada"]]'), predictions: '{"version":2,"value":[]}' });
	});

	test("in tables that this one does not know is a sentence, and nothing is touched", async () => {
		const dataFolder = versionOneFolder((database) =>
			database.exec("insert into kysely_migration values ('0999_later', '2027-01-01')"),
		);
		await expect(startTestServer({ dataFolder })).rejects.toThrow(
			/^The data folder .* was written by a newer Coretet \(its tables have 0999_later\): update this one, or restore a backup\.$/,
		);
	});
});
