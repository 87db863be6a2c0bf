import { describe, expect, test } from "vitest";
import { join, openTestClass } from "./test-client.ts";
import { get, openClass, post, signIn, startTestServer, tryJoin } from "./test-server.ts";

const students = (count: number) => Array.from({ length: count }, (_, index) => `Student ${index}`);

describe("joining by code", () => {
	test("a code is taken in any case, with or without hyphen and spaces", async () => {
		const server = await startTestServer();
		const code = await openClass(server, await signIn(server));
		const typed = [
			code,
			code.toLowerCase(),
			`${code.slice(0, 3)}-${code.slice(3)}`,
			` ${code.slice(0, 3)} ${code.slice(3)} `,
		];
		for (const text of typed) {
			expect((await tryJoin(server, { code: text, name: "Ada" })).body.code).toBe(code);
		}
	});

	test("a student who joined is in the roster of everyone, under the cleaned name", async () => {
		const { server, code, desk } = await openTestClass();
		const student = await join(server, { code, name: "  Ada\u200b   Lovelace " });
		expect(student.answer.name).toBe("Ada Lovelace");
		await desk.until(() => desk.state.students.size === 1);
		expect([...desk.state.students.values()].map(({ name, online }) => ({ name, online }))).toEqual([
			{ name: "Ada Lovelace", online: true },
		]);
	});

	test("equal names are numbered, also while the first has not opened a socket", async () => {
		const server = await startTestServer();
		const code = await openClass(server, await signIn(server));
		const names = ["Sam", "sam", "Sam"].map(
			async (name) => (await tryJoin(server, { code, name })).body.name,
		);
		expect((await Promise.all(names)).sort()).toEqual(["Sam", "Sam 3", "sam 2"].sort());
	});

	test("who gives no name gets one of two words", async () => {
		const server = await startTestServer();
		const code = await openClass(server, await signIn(server));
		expect((await tryJoin(server, { code })).body.name).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
	});

	test("60 students join at once from one address, each with a seat of their own", async () => {
		const { server, code, desk } = await openTestClass();
		await Promise.all(students(60).map((name) => join(server, { code, name })));
		desk.send("steer", { action: "next" });
		await desk.until(() => [...desk.state.students.values()].every(({ chip }) => chip >= 0));
		const places = [...desk.state.students.values()].map(({ chip, seat }) => `${chip}:${seat}`);
		expect(new Set(places).size).toBe(60);
	});

	test("a class of 60 is full", async () => {
		const server = await startTestServer();
		const code = await openClass(server, await signIn(server));
		const joins = students(60).map((name) => tryJoin(server, { code, name }));
		expect(new Set((await Promise.all(joins)).map(({ status }) => status))).toEqual(new Set([200]));
		const late = await tryJoin(server, { code, name: "Late" });
		expect(late).toMatchObject({ status: 409, body: { error: { code: "classFull" } } });
	});
});

describe("codes that cannot be joined, each in its own words", () => {
	test.each([
		["nothing", ""],
		["too short", "K7M"],
		["letters that no code has", "AAAAAA"],
		["unknown", "K7MF4W"],
		["far too long", "x".repeat(90)],
	])("wrong: %s", async (_what, code) => {
		const server = await startTestServer();
		expect(await tryJoin(server, { code, name: "Ada" })).toMatchObject({
			status: 404,
			body: {
				error: {
					code: "noSuchClass",
					message: "There is no class with this code. Check its six characters.",
				},
			},
		});
	});

	test("locked: nobody new, but who was in comes back", async () => {
		const { server, code, desk } = await openTestClass();
		const student = await join(server, { code, name: "Ada" });
		desk.send("steer", { action: "lock" });
		await desk.until(() => desk.state.locked);
		expect(await tryJoin(server, { code, name: "Bob" })).toMatchObject({
			status: 403,
			body: {
				error: { code: "classLocked", message: "This class is locked: just now nobody else is let in." },
			},
		});
		expect((await tryJoin(server, { code, token: student.answer.token })).status).toBe(200);
	});

	test("ended: everyone is told goodbye, and the code says so from then on", async () => {
		const { server, session, code, desk } = await openTestClass();
		const student = await join(server, { code, name: "Ada" });
		desk.send("steer", { action: "end" });
		expect(await student.next("goodbye")).toEqual({ reason: "ended" });
		expect(await student.closed).toBe(4100);
		expect(await tryJoin(server, { code, name: "Bob" })).toMatchObject({
			status: 410,
			body: { error: { code: "classEnded", message: "This class is over." } },
		});
		expect((await get(server, "/api/classes", session)).body).toEqual([]);
	});

	test("a practice takes one student", async () => {
		const server = await startTestServer();
		const { body } = await post<{ code: string }>(server, "/api/practice", { lesson: "amdahl", seed: 7 });
		const student = await join(server, { code: body.code, name: "Ada" });
		await student.until(() => student.state.phase === "brief");
		expect((await student.next("round")).log.header.seed).toBe(7);
		expect(await student.next("welcome")).toMatchObject({ role: "student", steers: true });
		expect(await tryJoin(server, { code: body.code, name: "Bob" })).toMatchObject({ status: 409 });
	});

	test("60 wrong codes a minute are enough for one address; then right ones wait, too", async () => {
		const server = await startTestServer();
		const code = await openClass(server, await signIn(server));
		for (let attempt = 0; attempt < 60; attempt += 1) await get(server, "/api/classes/K7MF4W");
		expect(await tryJoin(server, { code, name: "Ada" })).toMatchObject({
			status: 429,
			body: { error: { code: "tooMany" } },
		});
		server.clock.advance(59_000);
		expect((await tryJoin(server, { code, name: "Ada" })).status).toBe(429);
		server.clock.advance(1_000);
		expect((await tryJoin(server, { code, name: "Ada" })).status).toBe(200);
	});
});

describe("names that cannot be taken", () => {
	test.each([
		["empty", "", "Type a name first."],
		["only spaces", "   ", "Type a name first."],
		["only what cannot be seen", "\u200b\u200d\u202e", "Type a name first."],
		["17 letters", "x".repeat(17), "This name is too long: 16 letters at most."],
		["10,000 letters", "x".repeat(10_000), "This name is too long: 16 letters at most."],
		["no letter", "...", "A name needs at least one letter or digit."],
	])("%s", async (_what, name, message) => {
		const server = await startTestServer();
		const code = await openClass(server, await signIn(server));
		const { status, body } = await tryJoin(server, { code, name });
		expect({ status, error: body.error }).toEqual({ status: 400, error: { code: "badName", message } });
	});
});
