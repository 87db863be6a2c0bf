import { request } from "node:http";
import { expect, test } from "vitest";
import { lessonById } from "#shared/lessons/table.ts";
import { STALE_TURNS } from "#shared/protocol/up.ts";
import { PROTOCOL_VERSION } from "#shared/protocol/version.ts";
import type { ServerOptions } from "../../server/app.ts";
import { MESSAGES_PER_SECOND_MAX, READY_MS } from "../../server/rooms/limits.ts";
import { playTurns, startPlay, steerTo } from "./lesson-play.ts";
import { join, openTestClass, type TestClient } from "./test-client.ts";
import { openClass, post, signIn, startTestServer, tryJoin } from "./test-server.ts";

async function openPlayedClass(options?: Partial<ServerOptions>) {
	const { server, session, code, desk } = await openTestClass(undefined, options);
	const core = await join(server, { code, name: "Core" });
	const scheduler = await join(server, { code, name: "Scheduler" });
	await startPlay(server, desk, [core, scheduler]);
	await playTurns(server, [desk, core, scheduler], 4);
	return { server, session, code, desk, core, scheduler };
}

/** Two lessons, the first of which is at its prediction. */
async function openToPredict() {
	const { server, code, desk } = await openTestClass({ lessons: ["parallel-work", "amdahl"] });
	const ada = await join(server, { code, name: "Ada" });
	await steerTo(desk, "brief");
	await steerTo(desk, "predict");
	return { server, desk, ada };
}

/** Still connected, and still told of turns. */
async function expectUnharmed(server: Parameters<typeof playTurns>[0], client: TestClient): Promise<void> {
	client.all("turn");
	await playTurns(server, [client], 2);
	expect(client.all("turn").length).toBe(2);
}

test("a student may not steer", async () => {
	const { server, core, desk } = await openPlayedClass();
	core.send("steer", { action: "end" });
	expect(await core.next("refused")).toEqual({ id: core.lastId, of: "steer", reason: "notAllowed" });
	expect(desk.state.phase).toBe("play");
	await expectUnharmed(server, core);
});

test("a projector may not steer and has no seat", async () => {
	const { server, session, code } = await openPlayedClass();
	const projector = await join(server, { code, role: "projector" }, session);
	projector.send("steer", { action: "pause" });
	projector.send("command", { seen: 3, command: { type: "yield" } });
	projector.send("predict", { value: 2 });
	expect((await projector.next("refused")).reason).toBe("notAllowed");
	expect((await projector.next("refused")).reason).toBe("notNow");
	expect((await projector.next("refused")).reason).toBe("notAllowed");
	expect(await projector.next("welcome")).toMatchObject({ role: "projector", student: "", steers: false });
});

test("desk and projector need the session of the class's teacher", async () => {
	const { server, code } = await openPlayedClass();
	expect(await tryJoin(server, { code, role: "desk" })).toMatchObject({
		status: 401,
		body: { error: { code: "signInNeeded" } },
	});
	expect((await tryJoin(server, { code, role: "projector" }, "x".repeat(32))).status).toBe(401);
});

test("a core may not plan for another core", async () => {
	const { core } = await openPlayedClass();
	const other = core.me?.seat === 2 ? 0 : 1;
	core.send("command", { seen: 3, command: { type: "plan", thread: 0, core: other, position: 0 } });
	expect(await core.next("refused")).toEqual({ id: core.lastId, of: "command", reason: "notYourSeat" });
});

test("a seat may only do what the lesson gives it", async () => {
	const { core } = await openPlayedClass();
	expect(lessonById("parallel-work").actions.core).not.toContain("order");
	core.send("command", { seen: 3, command: { type: "order", order: "arrival" } });
	expect(await core.next("refused")).toEqual({ id: core.lastId, of: "command", reason: "notAllowed" });
});

test("nobody gives the class's own commands", async () => {
	const { core } = await openPlayedClass();
	core.sendBroken("command", { seen: 3, command: { type: "drive", driver: "bot" } });
	expect(await core.next("refused")).toEqual({ id: core.lastId, of: "command", reason: "malformed" });
});

test("a command from long ago is stale, and one from another round", async () => {
	const { server, desk, core } = await openPlayedClass();
	core.send("command", { seen: 99, command: { type: "yield" } });
	expect(await core.next("refused")).toEqual({ id: core.lastId, of: "command", reason: "stale" });
	await playTurns(server, [desk, core], STALE_TURNS);
	core.send("command", { seen: 1, command: { type: "yield" } });
	expect(await core.next("refused")).toEqual({ id: core.lastId, of: "command", reason: "stale" });
});

test("commands are for play, predictions for before, answers for after", async () => {
	const { server, code, desk } = await openTestClass();
	const ada = await join(server, { code, name: "Ada" });
	await steerTo(desk, "brief");
	ada.send("command", { seen: -1, command: { type: "yield" } });
	ada.send("predict", { value: 2 });
	ada.send("answer", { question: 0, choice: 0 });
	expect(await ada.next("refused")).toEqual({ id: 1, of: "command", reason: "predictFirst" });
	expect(await ada.next("refused")).toEqual({ id: 2, of: "predict", reason: "notNow" });
	expect(await ada.next("refused")).toEqual({ id: 3, of: "answer", reason: "notNow" });
	await steerTo(desk, "predict");
	ada.send("predict", { value: 999_999 });
	expect(await ada.next("refused")).toEqual({ id: ada.lastId, of: "predict", reason: "malformed" });
});

test.each<[string, unknown]>([
	["a word", "abc"],
	["nothing at all", undefined],
	["an empty text", ""],
	["1e308", 1e308],
	["no number", Number.NaN],
	["infinity", Number.POSITIVE_INFINITY],
	["less than the lesson's least", -1],
])("a prediction of %s is refused, and the one before it stands", async (_what, value) => {
	const { desk, ada } = await openToPredict();
	ada.send("predict", { value: 2.5 });
	await ada.until(() => ada.me?.predicted === true);
	ada.sendBroken("predict", { value });
	expect(await ada.next("refused")).toEqual({ id: ada.lastId, of: "predict", reason: "malformed" });
	expect(ada.me?.predicted).toBe(true);
	expect(desk.state.phase).toBe("predict");
});

test("a prediction after play has begun and an answer after the lesson are too late and change nothing", async () => {
	const { server, desk, ada } = await openToPredict();
	ada.send("predict", { value: 2.5 });
	await ada.until(() => ada.me?.predicted === true);
	await steerTo(desk, "play");
	ada.send("predict", { value: 4 });
	expect(await ada.next("refused")).toEqual({ id: ada.lastId, of: "predict", reason: "notNow" });
	server.clock.advance(READY_MS - 1);
	await playTurns(server, [desk, ada], 4);
	await steerTo(desk, "explain");
	expect((await ada.next("outcome")).predictions).toEqual([2.5]);
	await steerTo(desk, "brief");
	ada.send("answer", { question: 0, choice: 0 });
	expect(await ada.next("refused")).toEqual({ id: ada.lastId, of: "answer", reason: "notNow" });
});

test("of two answers to a question the first counts; one to no question or with no choice is malformed", async () => {
	const { server, desk, ada } = await openToPredict();
	await steerTo(desk, "play");
	server.clock.advance(READY_MS - 1);
	await playTurns(server, [desk, ada], 4);
	await steerTo(desk, "explain");
	const { questions } = lessonById("parallel-work");
	ada.send("answer", { question: 0, choice: 1 });
	ada.send("answer", { question: 0, choice: questions[0]?.right ?? 0 });
	expect(await ada.next("refused")).toEqual({ id: ada.lastId, of: "answer", reason: "alreadyAnswered" });
	ada.send("answer", { question: questions.length, choice: 0 });
	ada.send("answer", { question: 1, choice: questions[1]?.choices ?? 9 });
	ada.sendBroken("answer", { question: 1, choice: "b" });
	for (const id of [ada.lastId - 2, ada.lastId - 1, ada.lastId])
		expect(await ada.next("refused")).toEqual({ id, of: "answer", reason: "malformed" });
	await ada.next("welcome");
	ada.say("hello", { version: PROTOCOL_VERSION });
	expect((await ada.next("welcome")).answered).toEqual([1]);
});

test("what others predicted is nowhere in what a student is told", async () => {
	const { server, code, desk } = await openTestClass();
	const ada = await join(server, { code, name: "Ada" });
	const bob = await join(server, { code, name: "Bob" });
	await steerTo(desk, "brief");
	await steerTo(desk, "predict");
	bob.send("predict", { value: 3.25 });
	await ada.until(() => [...ada.state.students.values()].some(({ predicted }) => predicted));
	expect(JSON.stringify(ada.state.toJSON())).not.toContain("3.25");
});

test("more than eight commands of a seat in one turn are too many", async () => {
	const { core } = await openPlayedClass();
	for (let index = 0; index < 9; index += 1) {
		core.send("command", { seen: 3, command: { type: "signal", signal: "thanks" } });
	}
	expect(await core.next("refused")).toEqual({ id: core.lastId, of: "command", reason: "tooMany" });
});

test("of several of one kind the refusal names the one that is refused, wherever it stands among them", async () => {
	const { core } = await openPlayedClass();
	const thanks = { type: "signal", signal: "thanks" } as const;
	const before = core.lastId;
	for (const seen of [99, 3, 99, 3]) core.send("command", { seen, command: thanks });
	await core.settled();
	expect(core.all("refused").map(({ id }) => (id ?? 0) - before)).toEqual([1, 3]);
});

test.each([
	["an unknown type", "nonsense", {}, null],
	["an unknown field", "beat", { more: 1 }, null],
	["a wrong type of field", "predict", { id: 70, value: "many" }, 70],
	["no number", "predict", { value: 2 }, null],
	["a number that is none", "predict", { id: -1, value: 2 }, null],
	["no object", "command", 7, null],
	["a list", "steer", ["next"], null],
])("malformed: %s is refused, and costs nobody anything", async (_what, type, payload, id) => {
	const { server, core } = await openPlayedClass();
	core.sendRaw(type, payload);
	expect(await core.next("refused")).toEqual({ id, of: type, reason: "malformed" });
	await expectUnharmed(server, core);
});

test("an oversized frame closes the socket of its sender only", async () => {
	const { server, core, scheduler } = await openPlayedClass();
	core.sendRaw("beat", { text: "x".repeat(5_000) });
	expect(await core.closed).toBe(1009);
	await expectUnharmed(server, scheduler);
});

test("a frame that is no message closes the socket of its sender only", async () => {
	const { server, core, scheduler } = await openPlayedClass();
	core.room.connection.send(new Uint8Array([13, 0xc1, 0xc1, 0xff]));
	core.room.connection.send(new Uint8Array([13, 0xa4, 0x62, 0x65, 0x61, 0x74, 0xdc, 0xff]));
	await core.closed;
	await expectUnharmed(server, scheduler);
});

test("a flood closes the socket of its sender only", async () => {
	const { server, core, scheduler } = await openPlayedClass({
		messagesPerSecondMax: MESSAGES_PER_SECOND_MAX,
	});
	for (let index = 0; index < 2_000; index += 1) core.say("beat", {});
	expect(await core.closed).toBe(4002);
	await expectUnharmed(server, scheduler);
});

test("a client that never says hello is closed", async () => {
	const { server, code, desk } = await openPlayedClass();
	const { connect } = await import("./test-client.ts");
	const silent = await connect(server, (await tryJoin(server, { code, name: "Silent" })).body);
	server.clock.advance(12_000);
	expect(await silent.closed).toBe(4102);
	await desk.until(() =>
		[...desk.state.students.values()].every(({ name, online }) => name !== "Silent" || !online),
	);
});

test("a page of another site can neither post nor open a socket", async () => {
	const server = await startTestServer();
	const headers = { origin: "https://elsewhere.example" };
	expect(await post(server, "/api/practice", { lesson: "amdahl" }, { headers })).toMatchObject({
		status: 403,
		body: { error: { code: "forbidden" } },
	});
	const { body } = await post<{ code: string }>(server, "/api/practice", { lesson: "amdahl" });
	const { reservation } = (await tryJoin(server, { code: body.code, name: "Ada" })).body;
	const { processId, roomId, sessionId } = reservation as Record<string, string>;
	const path = `/${processId}/${roomId}?sessionId=${sessionId}`;
	expect(await upgradeStatus(server.port, path, "https://elsewhere.example")).toBe(403);
	expect(await upgradeStatus(server.port, path, server.url)).toBe(101);
});

test("the framework's own way in is closed", async () => {
	const server = await startTestServer();
	const code = await openClass(server, await signIn(server));
	for (const path of [
		`/matchmake/joinById/${code}`,
		"/matchmake/create/class",
		"/matchmake/joinOrCreate/class",
	]) {
		expect((await post(server, path, {})).status).toBe(404);
	}
});

/** Status with which the server answers a request for a socket. */
function upgradeStatus(port: number, path: string, origin: string): Promise<number | undefined> {
	return new Promise((resolve, reject) => {
		const asked = request({
			port,
			path,
			host: "127.0.0.1",
			headers: {
				origin,
				connection: "Upgrade",
				upgrade: "websocket",
				"sec-websocket-version": "13",
				"sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
			},
		});
		asked.on("response", ({ statusCode }) => resolve(statusCode));
		asked.on("upgrade", ({ statusCode }, socket) => {
			socket.destroy();
			resolve(statusCode);
		});
		asked.on("error", reject);
		asked.end();
	});
}
