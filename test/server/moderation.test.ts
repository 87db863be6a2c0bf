import { expect, test } from "vitest";
import { CLOSE_REMOVED } from "#shared/protocol/close-codes.ts";
import { isGeneratedName } from "#shared/protocol/player-name.ts";
import { playTurns, startPlay } from "./lesson-play.ts";
import { join, openTestClass, type TestClient } from "./test-client.ts";
import { post, tryJoin } from "./test-server.ts";

async function openClassWith(...names: readonly string[]) {
	const { server, session, code, desk } = await openTestClass();
	const students: TestClient[] = [];
	for (const name of names) students.push(await join(server, { code, name }));
	await desk.until(() => desk.state.students.size === names.length, "everybody");
	return { server, session, code, desk, students: students as [TestClient, ...TestClient[]] };
}

function idOf(desk: TestClient, name: string): string {
	for (const [id, student] of desk.state.students.entries()) if (student.name === name) return id;
	throw new Error(`nobody is called ${name}`);
}
const namesOf = (desk: TestClient) => [...desk.state.students.values()].map(({ name }) => name).sort();

test("the desk gives a student another name, cleaned and distinct", async () => {
	const { desk } = await openClassWith("Ada", "Rude");
	desk.send("rename", { student: idOf(desk, "Rude"), name: "  ada " });
	await desk.until(() => namesOf(desk).join() === "Ada,ada 2", "the new name");
	desk.send("rename", { student: idOf(desk, "Ada"), name: "!!!" });
	expect(await desk.next("refused")).toEqual({ id: desk.lastId, of: "rename", reason: "badName" });
	desk.send("rename", { student: "nobody", name: "Ben" });
	expect(await desk.next("refused")).toEqual({ id: desk.lastId, of: "rename", reason: "notNow" });
});

test("who is removed is told, loses the seat to a bot, and may join anew", async () => {
	const { server, code, desk, students } = await openClassWith("Ada", "Ben");
	const [ada, ben] = students as [TestClient, TestClient];
	await startPlay(server, desk);
	await playTurns(server, [desk, ada, ben], 2);
	desk.send("remove", { student: idOf(desk, "Ada"), block: false });
	expect(await ada.next("goodbye")).toEqual({ reason: "removed" });
	expect(await ada.closed).toBe(CLOSE_REMOVED);
	await desk.until(() => namesOf(desk).join() === "Ben", "one less");
	await playTurns(server, [desk, ben], 1);
	const again = await join(server, { code, name: "Ada", token: ada.answer.token });
	expect(again.answer.token).not.toBe(ada.answer.token);
	await desk.until(() => namesOf(desk).join() === "Ada,Ben", "back as somebody new");
});

test("who is blocked comes back neither with the seat nor with the name, in no case of letters", async () => {
	const { server, code, desk, students } = await openClassWith("Ada", "Ben");
	const [ada] = students;
	desk.send("remove", { student: idOf(desk, "Ada"), block: true });
	expect(await ada.next("goodbye")).toEqual({ reason: "blocked" });
	const refused = { status: 403, body: { error: { code: "blocked" } } };
	expect(await tryJoin(server, { code, name: "Zoe", token: ada.answer.token })).toMatchObject(refused);
	expect(await tryJoin(server, { code, name: "ADA" })).toMatchObject(refused);
	expect((await tryJoin(server, { code, name: "Zoe" })).status).toBe(200);
});

test("where names are made up, no other is let in, and the dice's are", async () => {
	const { server, code, desk } = await openClassWith();
	desk.send("steer", { action: "generateNames" });
	await desk.until(() => desk.state.generatedNames, "made-up names");
	expect(await tryJoin(server, { code, name: "Ada" })).toMatchObject({
		status: 400,
		body: { error: { code: "nameNotGenerated" } },
	});
	expect((await tryJoin(server, { code, name: "Quiet Fox" })).body).toMatchObject({ name: "Quiet Fox" });
	expect((await tryJoin(server, { code, name: "Quiet Fox" })).body).toMatchObject({ name: "Quiet Fox 2" });
	expect(isGeneratedName((await tryJoin(server, { code })).body.name)).toBe(true);
	desk.send("steer", { action: "freeNames" });
	await desk.until(() => !desk.state.generatedNames, "any names");
	expect((await tryJoin(server, { code, name: "Ada" })).status).toBe(200);
});

test("only the desk may, and in a practice nobody", async () => {
	const { server, desk, students } = await openClassWith("Ada", "Ben");
	const [ada] = students;
	ada.send("remove", { student: idOf(desk, "Ben"), block: true });
	expect(await ada.next("refused")).toEqual({ id: ada.lastId, of: "remove", reason: "notAllowed" });
	ada.send("rename", { student: idOf(desk, "Ben"), name: "Bad" });
	expect(await ada.next("refused")).toEqual({ id: ada.lastId, of: "rename", reason: "notAllowed" });
	const { body } = await post<{ code: string }>(server, "/api/practice", { lesson: "amdahl" });
	const alone = await join(server, { code: body.code });
	alone.send("remove", { student: idOf(alone, alone.answer.name), block: false });
	expect(await alone.next("refused")).toEqual({ id: alone.lastId, of: "remove", reason: "notAllowed" });
	expect(namesOf(desk)).toEqual(["Ada", "Ben"]);
});

test("what could not have been made up is not taken for made up", () => {
	for (const name of ["Quiet Fox", "Quiet Fox 12"]) expect(isGeneratedName(name), name).toBe(true);
	for (const name of ["Fox Quiet", "Quiet", "Quiet Fox x", "quiet fox", "Quiet Fox 2 3", ""])
		expect(isGeneratedName(name), name).toBe(false);
});
