import { join as joinPath } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { DUAL_TRIALS, SEARCH_TRIALS } from "#shared/brain/trial-order.ts";
import type { RoundAnswer, RoundRow } from "#shared/protocol/http.ts";
import { READY_MS } from "../../server/rooms/limits.ts";
import { dualTrials, type Observer, PLAIN, searchTrials } from "../brain/observer.ts";
import { playTurns, startPlay, steerTo } from "./lesson-play.ts";
import { join, openTestClass, type TestClient } from "./test-client.ts";
import { get } from "./test-server.ts";

const SEED = 5;

async function openExperiment(names: readonly string[], lessons = ["brain"]) {
	const { server, session, code, desk } = await openTestClass({ lessons, seed: SEED });
	const students: TestClient[] = [];
	for (const name of names) students.push(await join(server, { code, name }));
	await startPlay(server, desk, students);
	await playTurns(server, [desk, ...students], 2);
	return { server, session, code, desk, students };
}

/** Does trials as an observer would, up to so many of each kind. */
async function doTrials(
	client: TestClient,
	person: number,
	observer: Observer = PLAIN,
	until = { search: SEARCH_TRIALS, dual: DUAL_TRIALS },
	from = { search: 0, dual: 0 },
): Promise<void> {
	const search = searchTrials(observer, SEED, person).slice(0, until.search);
	const dual = dualTrials(observer, SEED, person).slice(0, until.dual);
	for (const [index, trial] of search.entries())
		if (index >= from.search) client.send("searchTrial", { index, ...trial });
	await client.settled();
	for (const [index, trial] of dual.entries())
		if (index >= from.dual) client.send("dualTrial", { index, ...trial });
	await client.settled();
}

async function measuredMeans(client: TestClient) {
	for (;;) {
		const { means } = await client.next("trials");
		if (means !== null) return means;
	}
}

describe("an experiment", () => {
	test("nobody has a seat, and play ends when everybody who is here is done", async () => {
		const { server, desk, students } = await openExperiment(["Ada", "Ben"]);
		const [ada, ben] = students as [TestClient, TestClient];
		expect([ada.me?.chip, ben.me?.chip]).toEqual([-1, -1]);
		await doTrials(ada, 0);
		expect((await measuredMeans(ada)).verdict).toBe("counted");
		await desk.until(() => [...desk.state.students.values()].filter(({ measured }) => measured).length === 1);
		await playTurns(server, [desk, ada, ben], 4);
		expect(desk.state.phase).toBe("play");
		await doTrials(ben, 1);
		await playTurns(server, [desk, ada, ben], 1);
		await desk.until(() => desk.state.phase === "explain");
		const { experiment } = await desk.next("outcome");
		expect(experiment).toMatchObject({ verdicts: { counted: 2 }, points: [], search: [], fit: null });
	});

	test("of three who count the class has points, and a fourth whose screen is slow is only counted", async () => {
		const { server, desk, students } = await openExperiment(["Ada", "Ben", "Cleo", "Dan"]);
		for (const [person, student] of students.entries())
			await doTrials(student, person, person === 3 ? { ...PLAIN, frameMs: 50 } : PLAIN);
		await playTurns(server, [desk, ...students], 1);
		const { experiment } = await desk.next("outcome");
		expect(experiment).toMatchObject({ verdicts: { counted: 3, slowScreen: 1 }, fit: null });
		expect(experiment?.points.map(({ soaMs, rt2Ms }) => [soaMs, Math.round(rt2Ms)])).toEqual([
			[50, 962],
			[150, 862],
			[300, 712],
			[800, 519],
		]);
	});

	test("a student alone is told their own means; nobody is told anybody else's", async () => {
		const { desk, students } = await openExperiment(["Ada", "Ben"]);
		const [ada, ben] = students as [TestClient, TestClient];
		await doTrials(ada, 0, { ...PLAIN, lagMs: 37 });
		await measuredMeans(ada);
		await steerTo(desk, "explain");
		await ben.next("outcome");
		const [told] = ben.all("trials");
		expect(told).toEqual({ search: 0, dual: 0, means: null });
		expect(desk.all("trials")).toEqual([]);
	});

	test("malformed trials, trials twice, in the wrong order or too many change nothing", async () => {
		const { students } = await openExperiment(["Ada", "Ben"]);
		const [ada] = students as [TestClient, TestClient];
		const trial = dualTrials(PLAIN, SEED, 0)[0];
		const refused = async () => (await ada.next("refused")).reason;
		for (const broken of [
			{ index: 0 },
			{ index: 0, ...trial, rt1Ms: "500" },
			{ index: 0, ...trial, rt1Ms: 1e308 },
			{ index: 0, ...trial, frameMs: 0 },
			{ index: -1, ...trial },
			{ index: 0, ...trial, extra: 1 },
			{ index: 1.5, ...trial },
		]) {
			ada.sendBroken("dualTrial", broken);
			expect(await refused()).toBe("malformed");
		}
		ada.sendRaw("dualTrial", null);
		expect(await refused()).toBe("malformed");
		ada.sendBroken("dualTrial", { index: 3, ...trial });
		expect(await refused()).toBe("stale");
		await doTrials(ada, 0, PLAIN, { search: 1, dual: 2 });
		ada.sendBroken("dualTrial", { index: 1, ...trial });
		expect(await refused()).toBe("stale");
		ada.sendBroken("dualTrial", { index: DUAL_TRIALS, ...trial });
		expect(await refused()).toBe("tooMany");
		await doTrials(ada, 0, PLAIN, undefined, { search: 1, dual: 2 });
		expect(await measuredMeans(ada)).toMatchObject({ verdict: "counted", done: 24 });
		ada.sendBroken("dualTrial", { index: 0, ...trial });
		expect(await refused()).toBe("tooMany");
	});

	test("trials are refused after the phase closed, before it, from the desk and in other lessons", async () => {
		const { server, desk, students } = await openExperiment(["Ada", "Ben"], ["brain", "parallel-work"]);
		const [ada] = students as [TestClient, TestClient];
		const trial = { index: 0, rtMs: 400, right: true };
		desk.send("searchTrial", trial);
		expect(await desk.next("refused")).toEqual({ id: desk.lastId, of: "searchTrial", reason: "notAllowed" });
		await steerTo(desk, "explain");
		ada.send("searchTrial", trial);
		expect(await ada.next("refused")).toEqual({ id: ada.lastId, of: "searchTrial", reason: "notNow" });
		await startPlay(server, desk, [ada]);
		ada.send("searchTrial", trial);
		ada.send("sitOut", {});
		expect(await ada.next("refused")).toEqual({ id: ada.lastId - 1, of: "searchTrial", reason: "notNow" });
		expect(await ada.next("refused")).toEqual({ id: ada.lastId, of: "sitOut", reason: "notNow" });
	});

	test("who comes back goes on where they were; who sits out is counted as that", async () => {
		const { server, code, desk, students } = await openExperiment(["Ada", "Ben"]);
		const [ada, ben] = students as [TestClient, TestClient];
		await doTrials(ada, 0, PLAIN, { search: SEARCH_TRIALS, dual: 20 });
		const back = await join(server, { code, token: ada.answer.token });
		expect(await back.next("trials")).toEqual({ search: 8, dual: 20, means: null });
		await doTrials(back, 0, PLAIN, undefined, { search: 8, dual: 20 });
		ben.send("sitOut", {});
		expect(await measuredMeans(ben)).toMatchObject({ verdict: "satOut", points: [] });
		await playTurns(server, [desk, back, ben], 1);
		const { experiment } = await desk.next("outcome");
		expect(experiment?.verdicts).toMatchObject({ counted: 1, satOut: 1 });
	});

	test("a round that the teacher ends counts what is done; a repeat begins anew", async () => {
		const { server, desk, students } = await openExperiment(["Ada", "Ben"]);
		const [ada] = students as [TestClient, TestClient];
		await doTrials(ada, 0, PLAIN, { search: SEARCH_TRIALS, dual: 16 });
		await steerTo(desk, "explain");
		expect((await desk.next("outcome")).experiment?.verdicts).toMatchObject({ counted: 1 });
		expect(await measuredMeans(ada)).toMatchObject({ done: 8 });
		await steerTo(desk, "play", "repeat");
		server.clock.advance(READY_MS - 1);
		await playTurns(server, [desk, ...students], 2);
		await doTrials(ada, 0);
		expect(await measuredMeans(ada)).toMatchObject({ done: 24 });
	});

	test("the store keeps means, and no single time; the teacher reads the class and no student", async () => {
		const { server, session, desk, students } = await openExperiment(["Ada"]);
		const [ada] = students as [TestClient];
		const observer = { ...PLAIN, spread: 0.3, lagMs: 3.217 };
		await doTrials(ada, 0, observer);
		await measuredMeans(ada);
		await playTurns(server, [desk, ada], 1);
		await desk.next("outcome");
		await steerTo(desk, "ended", "end").catch(() => undefined);
		const { body: rows } = await get<RoundRow[]>(server, "/api/rounds", session);
		expect(rows[0]).toMatchObject({ lesson: "brain", students: 1, scores: [] });
		const { body: round } = await get<RoundAnswer>(server, `/api/rounds/${rows[0]?.id}`, session);
		expect(round.experiment).toMatchObject({ verdicts: { counted: 1 }, fit: null });
		expect(JSON.stringify(round)).not.toContain("Ada");
		await server.close();
		const database = new DatabaseSync(joinPath(server.dataFolder, "coretet.sqlite"));
		const stored = JSON.stringify([
			database.prepare("select * from journal").all(),
			database.prepare("select * from rounds").all(),
		]);
		expect(stored).toContain("measured");
		for (const { rt1Ms, rt2Ms } of dualTrials(observer, SEED, 0))
			for (const ms of [rt1Ms, rt2Ms]) expect(stored).not.toContain((ms ?? 0).toFixed(3));
	});
});
