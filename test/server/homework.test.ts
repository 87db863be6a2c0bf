import { describe, expect, test } from "vitest";
import { HINT_TURNS_MIN } from "#shared/class/hints.ts";
import { lessonById } from "#shared/lessons/table.ts";
import { TURN_MS } from "#shared/lib/units.ts";
import type { HomeworkAnswer, HomeworkStarted, OpenHomework } from "#shared/protocol/http.ts";
import { READY_MS } from "../../server/rooms/limits.ts";
import type { HomeworkRound } from "../../server/store/homework.ts";
import { openStore } from "../../server/store/store.ts";
import { playTurns, skipPrediction, steerTo } from "./lesson-play.ts";
import { join, type TestClient } from "./test-client.ts";
import { get, post, remove, signIn, startTestServer, type TestServer } from "./test-server.ts";

/** Turns of a round of 90 s, and one more. */
const WHOLE_ROUND_TURNS = 361;
/** The same of a round of 100 s. */
const LONGER_ROUND_TURNS = 401;

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

/** A student at the prediction of a homework. */
async function homeworkAtPrediction(given: object) {
	const server = await startTestServer();
	const session = await signIn(server);
	const code = await giveHomework(server, session, given);
	const ada = await joinHomework(server, code, "Ada");
	await steerTo(ada, "predict");
	return { server, session, ada };
}

/** From the prediction into play, up to where the first turn is due. */
async function startHomework(server: TestServer, student: TestClient): Promise<void> {
	await skipPrediction(student);
	await steerTo(student, "play");
	server.clock.advance(READY_MS - 1);
}

/** Lets turns be closed while the student gives a command every 10 s. `before`: turns told before the round. */
async function playAwake(
	server: TestServer,
	student: TestClient,
	turns: number,
	before = student.turnsTold,
): Promise<void> {
	for (let turn = 0; turn < turns; turn += 40) {
		await playTurns(server, [student], Math.min(40, turns - turn));
		const seen = student.turnsTold - before - 1;
		student.send("command", { seen, command: { type: "signal", signal: "thanks" } });
	}
}

/** Lets turns be closed that nobody is there to be told of. */
async function playDeserted(server: TestServer, turns: number): Promise<void> {
	for (let turn = 0; turn < turns; turn += 1) {
		server.clock.advance(TURN_MS);
		await new Promise((resolve) => setTimeout(resolve, 2));
	}
}

async function listHomework(server: TestServer, session: string): Promise<readonly HomeworkAnswer[]> {
	return (await get<HomeworkAnswer[]>(server, "/api/homework", session)).body;
}

type Result = HomeworkAnswer["results"][number];

/** The result is stored after the round was measured, in its own time. */
async function resultWhen(server: TestServer, session: string, isThere: (result: Result) => boolean) {
	for (let tries = 0; tries < 1_200; tries += 1) {
		const result = (await listHomework(server, session))[0]?.results[0];
		if (result !== undefined && isThere(result)) return result;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new Error("no result came back");
}

const isFinished = ({ finishedMs }: Result) => finishedMs !== null;
const isPlayed = ({ played }: Result) => played !== null;

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
		const before = ada.turnsTold;
		await playAwake(server, ada, HINT_TURNS_MIN + 1, before);
		ada.send("hint", {});
		await ada.until(() => ada.me?.hints === 1);
		await playAwake(server, ada, WHOLE_ROUND_TURNS - HINT_TURNS_MIN - 1, before);
		const told = await ada.next("outcome");
		const own = told.outcome.chips[ada.me?.chip ?? -1];
		const result = await resultWhen(server, session, isFinished);
		expect(result).toMatchObject({ name: "Ada", score: own?.score, value: own?.jobsByWork, sides: [] });
		expect(result.hints).toBe(1);
		// Between two of her commands her core asks more than once.
		expect(result.played).toBeGreaterThan(0.8);
	});

	test("of a round that its bot played on for somebody who left nothing counts but that", async () => {
		const { server, session, ada } = await homeworkAtPrediction({ lesson: "parallel-work" });
		await startHomework(server, ada);
		await playAwake(server, ada, 80);
		ada.room.connection.close();
		await playDeserted(server, WHOLE_ROUND_TURNS);
		const { played, ...result } = await resultWhen(server, session, isPlayed);
		expect(result).toMatchObject({ name: "Ada", finishedMs: null, score: null, value: null, sides: [] });
		expect(played).toBeGreaterThan(0.2);
		expect(played).toBeLessThan(0.5);
	});

	test("a page that is left open without anything being done is no round played", async () => {
		const { server, session, ada } = await homeworkAtPrediction({ lesson: "parallel-work" });
		await startHomework(server, ada);
		await playTurns(server, [ada], WHOLE_ROUND_TURNS);
		const result = await resultWhen(server, session, isPlayed);
		expect(result).toMatchObject({ finishedMs: null, score: null, value: null, played: 0 });
	});

	test("a lesson with two sides is finished once both are played, and its result is that of both", async () => {
		const { server, session, ada } = await homeworkAtPrediction({ lesson: "processes-threads", seed: 5 });
		await startHomework(server, ada);
		await playAwake(server, ada, LONGER_ROUND_TURNS - 1);
		const half = await resultWhen(server, session, isPlayed);
		expect(half).toMatchObject({ finishedMs: null, score: null, value: null });
		expect(half.sides.filter((side) => side !== null).length).toBe(1);
		server.clock.advance(READY_MS);
		await playAwake(server, ada, LONGER_ROUND_TURNS);
		const { outcome, before } = await ada.next("outcome");
		const chips = [before, outcome].flatMap((part) => part?.chips[ada.me?.chip ?? -1] ?? []);
		const bySide = chips.toSorted((one, other) => one.side - other.side);
		const result = await resultWhen(server, session, isFinished);
		const { measure } = lessonById("processes-threads");
		expect(result.sides).toEqual(bySide.map((side) => ({ score: side.score, value: measure.of(side) })));
		const [first = 0, second = 0] = bySide.map(({ score }) => score ?? 0);
		expect(result.score).toBeCloseTo((first + second) / 2, 9);
	});

	test("a round that was cut short is not finished", async () => {
		const { server, session, ada } = await homeworkAtPrediction({ lesson: "parallel-work" });
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

const RUN: HomeworkRound = {
	finishedMs: null,
	score: null,
	formula: 2,
	value: null,
	played: 1,
	hints: 0,
	sides: [],
};

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
	await homework.report("r", { ...RUN, finishedMs: null, played: 0.3 });
	await homework.report("r", { ...RUN, finishedMs: null, played: 0.1 });
	expect(await homework.results(code)).toMatchObject([{ finishedMs: null, score: null, played: 0.3 }]);
	await homework.report("r", { ...RUN, finishedMs: 10, score: 40.5, value: 3 });
	expect(await resultOf()).toEqual([40.5, 10]);
	await homework.report("r", { ...RUN, finishedMs: 20, score: 30, value: 2 });
	await homework.report("r", { ...RUN, finishedMs: null, played: 0.4 });
	expect(await resultOf()).toEqual([40.5, 10]);
	await homework.report("r", { ...RUN, finishedMs: 30, score: 60, value: 4 });
	expect(await resultOf()).toEqual([60, 30]);
	await homework.report("r", { ...RUN, finishedMs: 32, score: 50, formula: 3, value: 4 });
	expect(await resultOf(), "scores of another formula are not compared").toEqual([50, 32]);
	await homework.close(code, 35);
	await homework.report("r", { ...RUN, finishedMs: 40, score: 99, value: 5 });
	expect(await resultOf()).toEqual([50, 32]);
	await close();
});
