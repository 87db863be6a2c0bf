import { describe, expect, test } from "vitest";
import type { LessonId } from "#shared/lessons/ids.ts";
import { lessonById } from "#shared/lessons/table.ts";
import type { OpenClass, RoundAnswer, RoundRow, SessionAnswer } from "#shared/protocol/http.ts";
import { hashSecret } from "../../server/auth/secret.ts";
import { openStore } from "../../server/store/store.ts";
import { playTurns, startPlay } from "./lesson-play.ts";
import { join, openTestClass } from "./test-client.ts";
import { createDataFolder, get, post, signIn, startTestServer } from "./test-server.ts";

/** A class with one student whose first round was ended after so many turns. */
async function openMeasuredClass(turns: number) {
	const opened = await openTestClass();
	const { server, code, desk } = opened;
	const ada = await join(server, { code, name: "Ada" });
	await startPlay(server, desk);
	await playTurns(server, [desk, ada], turns);
	desk.send("steer", { action: "next" });
	await desk.next("outcome");
	return { ...opened, ada };
}

describe("signing in", () => {
	test("a start link works once", async () => {
		const server = await startTestServer();
		const token = server.signInToken();
		expect((await post(server, "/api/sign-in", { token })).status).toBe(200);
		expect(await post(server, "/api/sign-in", { token })).toMatchObject({
			status: 401,
			body: { error: { code: "signInFailed" } },
		});
	});

	test("the session holds as a cookie that scripts cannot read, and as a bearer token", async () => {
		const server = await startTestServer();
		const response = await fetch(`${server.url}/api/sign-in`, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ token: server.signInToken() }),
		});
		const cookie = response.headers.get("set-cookie") ?? "";
		expect(cookie).toMatch(/HttpOnly/);
		expect(cookie).toMatch(/SameSite=Lax/);
		const asked = await fetch(`${server.url}/api/session`, {
			headers: { cookie: cookie.split(";")[0] ?? "" },
		});
		expect(((await asked.json()) as SessionAnswer).teacher).toBe("owner");
		const { session } = (await response.json()) as { session: string };
		expect((await get(server, "/api/session", session)).status).toBe(200);
		expect((await get(server, "/api/session")).status).toBe(401);
	});

	test("a session survives a restart, a sign-in token does not", async () => {
		const dataFolder = createDataFolder();
		const first = await startTestServer({ dataFolder });
		const session = await signIn(first);
		const token = first.signInToken();
		await first.close();
		const second = await startTestServer({ dataFolder });
		expect((await get(second, "/api/session", session)).status).toBe(200);
		expect((await post(second, "/api/sign-in", { token })).status).toBe(401);
	});

	test("20 wrong tokens a minute are enough for one address", async () => {
		const server = await startTestServer();
		for (let attempt = 0; attempt < 20; attempt += 1) await post(server, "/api/sign-in", { token: "wrong" });
		expect((await post(server, "/api/sign-in", { token: "wrong" })).status).toBe(429);
	});
});

describe("who may read what", () => {
	test("classes and rounds are for their teacher only", async () => {
		const { server, session, code, desk } = await openTestClass();
		await startPlay(server, desk);
		await playTurns(server, [desk], 2);
		desk.send("steer", { action: "next" });
		await desk.next("outcome");
		const { body: classes } = await get<OpenClass[]>(server, "/api/classes", session);
		expect(classes).toMatchObject([{ code, phase: "explain", students: 0, lessons: ["parallel-work"] }]);
		const { body: rows } = await get<RoundRow[]>(server, "/api/rounds", session);
		const id = rows[0]?.id ?? "";
		for (const path of [
			"/api/classes",
			"/api/rounds",
			"/api/rounds.csv",
			`/api/rounds/${id}`,
			`/api/rounds/${id}/log`,
		]) {
			expect((await get(server, path)).status, path).toBe(401);
		}
		const other = await addOtherTeacher(server.dataFolder);
		expect((await get(server, "/api/rounds", other)).body).toEqual([]);
		expect((await get(server, "/api/classes", other)).body).toEqual([]);
		expect((await get(server, `/api/rounds/${id}`, other)).status).toBe(403);
		expect((await get(server, `/api/rounds/${id}/log`, other)).status).toBe(403);
		expect((await get(server, "/api/rounds/nothing", session)).status).toBe(404);
		expect((await post(server, "/api/join", { code, role: "desk" }, { session: other })).status).toBe(403);
	});
});

test("a round is deleted for good, with what was recorded of its class, by its teacher and once the class is over", async () => {
	const { server, session, code, desk } = await openMeasuredClass(2);
	const list = async () => (await get<RoundRow[]>(server, "/api/rounds", session)).body;
	const id = (await list())[0]?.id ?? "";
	const remove = (bearer: string) =>
		fetch(`${server.url}/api/rounds/${id}`, {
			method: "DELETE",
			headers: { authorization: `Bearer ${bearer}` },
		});
	expect((await remove(session)).status).toBe(409);
	desk.send("steer", { action: "end" });
	await desk.closed;
	expect((await remove(await addOtherTeacher(server.dataFolder))).status).toBe(403);
	expect((await list()).length).toBe(1);
	expect((await remove(session)).status).toBe(204);
	expect(await list()).toEqual([]);
	expect((await get(server, `/api/rounds/${id}`, session)).status).toBe(404);
	await server.close();
	const store = await openStore(server.dataFolder);
	expect(await store.journal.read(code)).toEqual([]);
	await store.close();
});

test("what a student showed of each concept is in the teacher's round, with the answers as they come", async () => {
	const { server, session, ada } = await openMeasuredClass(60);
	const shown = async () => {
		const rows = (await get<RoundRow[]>(server, "/api/rounds", session)).body;
		return (await get<RoundAnswer>(server, `/api/rounds/${rows[0]?.id}`, session)).body;
	};
	await expect.poll(async () => (await shown()).evidence.length).toBe(1);
	const { lesson, evidence } = await shown();
	const { concepts = [], questions } = lessonById(lesson as LessonId);
	expect(evidence[0]?.name).toBe("Ada");
	expect(evidence[0]?.concepts.map(({ concept }) => concept)).toEqual(concepts.map(({ id }) => id));
	for (const { explained } of evidence[0]?.concepts ?? []) expect(explained).toBeNull();
	const first = concepts[0]?.question ?? 0;
	ada.send("answer", { question: first, choice: questions[first]?.right ?? 0 });
	await expect.poll(async () => (await shown()).evidence[0]?.concepts[0]?.explained).toBe(true);
});

describe("requests that are not understood", () => {
	test.each([
		["an unknown field", "/api/practice", { lesson: "amdahl", level: 2 }, 400, "badRequest"],
		["an unknown lesson", "/api/practice", { lesson: "chess" }, 400, "badRequest"],
		["no JSON", "/api/practice", "{", 400, "badRequest"],
		["too large", "/api/practice", { lesson: "x".repeat(5_000) }, 413, "tooLarge"],
		["an unknown route", "/api/nothing", {}, 404, "notFound"],
	])("%s", async (_what, path, body, status, code) => {
		const server = await startTestServer();
		const answer = await post(server, path, body);
		expect({ status: answer.status, code: answer.body.error?.code }).toEqual({ status, code });
		expect(answer.body.error?.message).toMatch(/^.{10,100}\.$/);
	});

	test("the server says that it lives and takes classes", async () => {
		const server = await startTestServer();
		expect((await get(server, "/health")).body).toEqual({ ok: true });
		expect((await get(server, "/ready")).body).toEqual({ ok: true });
	});
});

/** A second teacher, who cannot sign in by any interface yet; the session's secret. */
async function addOtherTeacher(dataFolder: string): Promise<string> {
	const store = await openStore(dataFolder);
	const secret = "another-teachers-session";
	await store.teachers.ensure("other", "other", 0);
	await store.teachers.addSession(hashSecret(secret), "other", 0, Number.MAX_SAFE_INTEGER);
	await store.close();
	return secret;
}
