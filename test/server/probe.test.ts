import { expect, test } from "vitest";
import type { ProbeSheet } from "#shared/class/probe-tally.ts";
import type { ProbeAnswer } from "#shared/protocol/http.ts";
import { openStore } from "../../server/store/store.ts";
import { playTurns, startPlay, steerTo } from "./lesson-play.ts";
import { join, openTestClass, type TestClient } from "./test-client.ts";
import { createDataFolder, get, post } from "./test-server.ts";

const sheet = (choice: number): ProbeSheet => [choice, null, 0, 1, 2, 1];

async function openAskedClass(names: readonly string[]) {
	const { server, session, code, desk } = await openTestClass();
	const students: TestClient[] = [];
	for (const name of names) students.push(await join(server, { code, name }));
	desk.send("steer", { action: "ask" });
	await desk.until(() => desk.state.asked === "before", "the questions");
	const probes = async () => (await get<ProbeAnswer[]>(server, "/api/probes", session)).body;
	return { server, session, code, desk, students, probes };
}

function handIn(student: TestClient, choice: number): void {
	student.send("probe", { sheet: [...sheet(choice)] });
}

test("a class is asked before and after, and its teacher reads how often each choice was made", async () => {
	const { server, code, desk, students, probes } = await openAskedClass(["Ada", "Ben", "Cem", "Dia", "Eva"]);
	for (const [index, student] of students.entries()) handIn(student, index % 2);
	await desk.until(() => desk.state.sheets === 5, "five sheets");
	await startPlay(server, desk);
	expect(desk.state.asked).toBe("");
	const [ada] = students as [TestClient];
	await playTurns(server, [desk, ada], 2);
	await steerTo(desk, "explain");
	desk.send("steer", { action: "ask" });
	await desk.until(() => desk.state.asked === "after", "the questions again");
	for (const student of students) handIn(student, 2);
	await desk.until(() => desk.state.sheets === 5, "five sheets again");
	await expect.poll(async () => (await probes())[0]?.after?.sheets).toBe(5);
	const [answer] = await probes();
	expect(answer).toMatchObject({ code, before: { sheets: 5 }, after: { sheets: 5 } });
	expect(answer?.before?.counts?.[0]).toEqual([3, 2, 0, 0]);
	expect(answer?.after?.counts?.[0]).toEqual([0, 0, 5, 0]);
});

test("of fewer than five sheets only their number is told", async () => {
	const { desk, students, probes } = await openAskedClass(["Ada", "Ben"]);
	for (const student of students) handIn(student, 0);
	await desk.until(() => desk.state.sheets === 2, "two sheets");
	await expect.poll(async () => (await probes())[0]?.before?.sheets).toBe(2);
	expect((await probes())[0]).toMatchObject({ before: { sheets: 2, counts: null }, after: null });
});

test("one sheet each, and only while the class is asked", async () => {
	const { desk, students } = await openAskedClass(["Ada", "Ben"]);
	const [ada, ben] = students as [TestClient, TestClient];
	handIn(ada, 0);
	await desk.until(() => desk.state.sheets === 1, "a sheet");
	handIn(ada, 1);
	expect(await ada.next("refused")).toEqual({ id: ada.lastId, of: "probe", reason: "notNow" });
	ben.send("probe", { sheet: [9, null, null, null, null, null] });
	expect(await ben.next("refused")).toEqual({ id: ben.lastId, of: "probe", reason: "malformed" });
	ben.send("probe", { sheet: [null, null, null, null, null, null] });
	expect(await ben.next("refused")).toEqual({ id: ben.lastId, of: "probe", reason: "malformed" });
	ben.sendBroken("probe", { sheet: [0] });
	expect(await ben.next("refused")).toEqual({ id: ben.lastId, of: "probe", reason: "malformed" });
	desk.send("probe", { sheet: [...sheet(0)] });
	expect(await desk.next("refused")).toEqual({ id: desk.lastId, of: "probe", reason: "notAllowed" });
	desk.send("steer", { action: "askNoMore" });
	await desk.until(() => desk.state.asked === "", "the end of asking");
	handIn(ben, 0);
	expect(await ben.next("refused")).toEqual({ id: ben.lastId, of: "probe", reason: "notNow" });
});

test("who reloads after handing in is told so", async () => {
	const { server, code, desk, students } = await openAskedClass(["Ada", "Ben"]);
	const [ada] = students as [TestClient];
	expect((await ada.next("welcome")).probed).toBe(false);
	handIn(ada, 0);
	await desk.until(() => desk.state.sheets === 1, "a sheet");
	const again = await join(server, { code, token: ada.answer.token });
	expect((await again.next("welcome")).probed).toBe(true);
});

test("only a class is asked, only by its desk, and never during a lesson", async () => {
	const { server, desk, students } = await openAskedClass(["Ada"]);
	const [ada] = students as [TestClient];
	ada.send("steer", { action: "askNoMore" });
	expect(await ada.next("refused")).toEqual({ id: ada.lastId, of: "steer", reason: "notAllowed" });
	desk.send("steer", { action: "ask" });
	expect(await desk.next("refused")).toEqual({ id: desk.lastId, of: "steer", reason: "notNow" });
	await steerTo(desk, "brief");
	desk.send("steer", { action: "ask" });
	expect(await desk.next("refused")).toEqual({ id: desk.lastId, of: "steer", reason: "notNow" });
	const { body } = await post<{ code: string }>(server, "/api/practice", { lesson: "amdahl" });
	const alone = await join(server, { code: body.code });
	alone.send("steer", { action: "ask" });
	expect(await alone.next("refused")).toEqual({ id: alone.lastId, of: "steer", reason: "notNow" });
});

test("nothing that is stored says whose a sheet was", async () => {
	const { server, code, desk, students } = await openAskedClass(["Ada", "Ben"]);
	const [ada] = students as [TestClient];
	const id =
		[...desk.state.students.keys()].find((key) => desk.state.students.get(key)?.name === "Ada") ?? "?";
	handIn(ada, 0);
	await desk.until(() => desk.state.sheets === 1, "a sheet");
	await server.close();
	const store = await openStore(server.dataFolder);
	const events = (await store.journal.read(code)).map(({ event }) => event);
	const probes = await store.probes.list("owner");
	await store.close();
	const sheets = events.filter((event) => event.includes('"probed"'));
	expect(sheets.length).toBe(1);
	expect(sheets.join()).not.toContain(id);
	expect(JSON.stringify(probes)).not.toMatch(new RegExp(`Ada|${id}`));
});

test("the store replaces what it has of a class and a moment", async () => {
	const store = await openStore(createDataFolder());
	await store.teachers.ensure("owner", "owner", 1);
	const probe = { code: "K7MF4W", teacher: "owner", moment: "before", atMs: 5 } as const;
	await store.probes.save({ ...probe, tally: { sheets: 1, counts: [[1, 0]] } });
	await store.probes.save({ ...probe, atMs: 9, tally: { sheets: 2, counts: [[1, 1]] } });
	expect(await store.probes.list("owner")).toEqual([{ ...probe, tally: { sheets: 2, counts: [[1, 1]] } }]);
	expect(await store.probes.list("other")).toEqual([]);
	await store.close();
});
