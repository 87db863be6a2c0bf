import { describe, expect, test } from "vitest";
import type { HomeworkAnswer, HomeworkStarted, OpenHomework } from "#shared/protocol/http.ts";
import { READY_MS } from "../../server/rooms/limits.ts";
import { openStore } from "../../server/store/store.ts";
import { playTurns, steerTo } from "./lesson-play.ts";
import { join, type TestClient } from "./test-client.ts";
import { get, post, remove, signIn, startTestServer, type TestServer } from "./test-server.ts";

/** Turns of a round of 90 s, and one more. */
const WHOLE_ROUND_TURNS = 361;

async function giveHomework(server: TestServer, session: string, given: object): Promise<string> {
	const { status, body } = await post<{ code: string }>(server, "/api/homework", given, { session });
	expect(status).toBe(201);
	return body.code;
}

async function start(server: TestServer, code: string, name: string) {
	return await post<HomeworkStarted>(server, `/api/homework/${code}/start`, { name });
}

/** Begins it and joins its practice, with a real client. */
async function joinHomework(server: TestServer, code: string, name: string) {
	const { status, body } = await start(server, code, name);
	expect(status).toBe(201);
	return await join(server, body);
}

/** From the prediction into play, up to where the first turn is due. */
async function startHomework(server: TestServer, student: TestClient): Promise<void> {
	await steerTo(student, "play");
	server.clock.advance(READY_MS - 1);
}

async function listHomework(server: TestServer, session: string): Promise<readonly HomeworkAnswer[]> {
	return (await get<HomeworkAnswer[]>(server, "/api/homework", session)).body;
}

/** The result is stored after the round was measured, in its own time. */
async function finishedResult(server: TestServer, session: string) {
	for (let tries = 0; tries < 200; tries += 1) {
		const result = (await listHomework(server, session))[0]?.results[0];
		if (result?.finishedMs != null) return result;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new Error("no result came back");
}

describe("homework", () => {
	test("is played alone by its link, and the result comes back under the name typed", async () => {
		const server = await startTestServer();
		const session = await signIn(server);
		const code = await giveHomework(server, session, { lesson: "amdahl", level: "starter", seed: 7 });
		expect((await get<OpenHomework>(server, `/api/homework/${code}`)).body).toEqual({
			code,
			lesson: "amdahl",
			level: "starter",
			open: true,
		});
		const ada = await joinHomework(server, code, "  Ada  ");
		expect(ada.answer.name).toBe("Ada");
		await steerTo(ada, "predict");
		expect((await ada.next("round")).log.header).toMatchObject({ seed: 7, level: "starter" });
		expect((await listHomework(server, session))[0]?.results).toMatchObject([
			{ name: "Ada", finishedMs: null, score: null, value: null },
		]);
		await startHomework(server, ada);
		await playTurns(server, [ada], WHOLE_ROUND_TURNS);
		const told = await ada.next("outcome");
		const own = told.outcome.chips[ada.me?.chip ?? -1];
		const result = await finishedResult(server, session);
		expect(result).toMatchObject({ name: "Ada", score: own?.score, value: own?.jobsByWork });
	});

	test("a round that was cut short is not finished", async () => {
		const server = await startTestServer();
		const session = await signIn(server);
		const code = await giveHomework(server, session, { lesson: "parallel-work" });
		const ada = await joinHomework(server, code, "Ada");
		await steerTo(ada, "predict");
		await startHomework(server, ada);
		await playTurns(server, [ada], 24);
		ada.send("steer", { action: "next" });
		await ada.next("outcome");
		expect((await listHomework(server, session))[0]?.results).toMatchObject([
			{ name: "Ada", finishedMs: null },
		]);
	});

	test("cannot be begun once it is closed, and nothing comes back any more", async () => {
		const server = await startTestServer();
		const session = await signIn(server);
		const code = await giveHomework(server, session, { lesson: "amdahl" });
		expect((await post(server, `/api/homework/${code}/close`, {}, { session })).status).toBe(204);
		expect(await start(server, code, "Ada")).toMatchObject({
			status: 410,
			body: { error: { code: "homeworkClosed" } },
		});
		expect((await get<OpenHomework>(server, `/api/homework/${code}`)).body.open).toBe(false);
	});

	test("is its teacher's alone to see, to close and to delete", async () => {
		const server = await startTestServer();
		const session = await signIn(server);
		const code = await giveHomework(server, session, { lesson: "amdahl" });
		for (const path of [`/api/homework/${code}/close`, "/api/homework"])
			expect((await post(server, path, {})).status, path).toBe(401);
		expect((await get(server, "/api/homework")).status).toBe(401);
		expect((await remove(server, `/api/homework/${code}`)).status).toBe(401);
		await start(server, code, "Ada");
		expect((await remove(server, `/api/homework/${code}`, session)).status).toBe(204);
		expect(await listHomework(server, session)).toEqual([]);
		expect((await start(server, code, "Ada")).status).toBe(404);
	});

	test("a name that is none, an unknown lesson and wrong codes are refused; codes cannot be tried out", async () => {
		const server = await startTestServer();
		const session = await signIn(server);
		const code = await giveHomework(server, session, { lesson: "amdahl" });
		for (const name of ["", "   ", "🙂", "x".repeat(17)])
			expect(await start(server, code, name)).toMatchObject({
				status: 400,
				body: { error: { code: "badName" } },
			});
		const chess = await post(server, "/api/homework", { lesson: "chess" }, { session });
		expect(chess.status).toBe(400);
		for (let tries = 0; tries < 60; tries += 1)
			expect((await get(server, "/api/homework/CCCCCC")).status).toBe(404);
		expect((await get(server, "/api/homework/CCCCCC")).status).toBe(429);
		expect((await start(server, code, "Ada")).status).toBe(429);
	});

	test("survives a restart, and its names fall away with time", async () => {
		const first = await startTestServer();
		const session = await signIn(first);
		const code = await giveHomework(first, session, { lesson: "amdahl", seed: 4_294_967_295 });
		await start(first, code, "Ada");
		await first.close();
		const store = await openStore(first.dataFolder);
		await store.homework.forgetNames(first.clock.now() + 1);
		await store.close();
		const second = await startTestServer({ dataFolder: first.dataFolder });
		expect(await listHomework(second, session)).toMatchObject([
			{ code, seed: 4_294_967_295, results: [{ name: "" }] },
		]);
	});
});

test("the best round of somebody counts, until the homework is closed", async () => {
	const server = await startTestServer();
	const session = await signIn(server);
	const code = await giveHomework(server, session, { lesson: "amdahl" });
	await server.close();
	const { homework, close } = await openStore(server.dataFolder);
	await homework.begin("r", code, "Ada", 1);
	const resultOf = async () => {
		const [result] = await homework.results(code);
		return [result?.score, result?.finishedMs];
	};
	await homework.report("r", { finishedMs: 10, score: 40.5, value: 3 });
	expect(await resultOf()).toEqual([40.5, 10]);
	await homework.report("r", { finishedMs: 20, score: 30, value: 2 });
	expect(await resultOf()).toEqual([40.5, 10]);
	await homework.report("r", { finishedMs: 30, score: 60, value: 4 });
	expect(await resultOf()).toEqual([60, 30]);
	await homework.close(code, 35);
	await homework.report("r", { finishedMs: 40, score: 99, value: 5 });
	expect(await resultOf()).toEqual([60, 30]);
	await close();
});
