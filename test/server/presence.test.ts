import { describe, expect, test } from "vitest";
import { unpackCommand } from "#shared/protocol/packed-command.ts";
import { playTurns, skipPrediction, startPlay, steerTo } from "./lesson-play.ts";
import { connect, join, openTestClass, type TestClient } from "./test-client.ts";
import { tryJoin } from "./test-server.ts";

/** Commands of the class itself, as everyone is told of them. */
function drives(client: TestClient): unknown[] {
	return client
		.all("turn")
		.flatMap(({ n, c = [] }) => c.map((packed) => unpackCommand(packed, n)))
		.flatMap(({ command }) => (command.type === "drive" ? [command.driver] : []));
}

async function openPlayedClass() {
	const { server, session, code, desk } = await openTestClass();
	const ada = await join(server, { code, name: "Ada" });
	await startPlay(server, desk, [ada]);
	await playTurns(server, [desk, ada], 4);
	return { server, session, code, desk, ada };
}

describe("who comes late, and who comes back", () => {
	test("a latecomer gets the log and takes over a bot's seat", async () => {
		const { server, code, desk, ada } = await openPlayedClass();
		desk.all("turn");
		const bob = await join(server, { code, name: "Bob" });
		const { log } = await bob.next("round");
		expect(log.turns).toBe(4);
		await bob.until(() => (bob.me?.chip ?? -1) >= 0);
		const seat = log.header.chips[bob.me?.chip ?? 0]?.seats[bob.me?.seat ?? 0];
		expect(seat?.driver).toBe("bot");
		await skipPrediction(bob);
		await playTurns(server, [desk, ada, bob], 1);
		expect(drives(desk)).toEqual(["person"]);
		expect((await bob.next("turn")).n).toBe(4);
	});

	test("from the third second of silence a bot plays on, and a sign of life takes the seat back", async () => {
		const { server, desk, ada } = await openPlayedClass();
		desk.all("turn");
		await playTurns(server, [desk], 17);
		await desk.until(() => [...desk.state.students.values()].some(({ bot, online }) => bot && online));
		expect(drives(desk)).toEqual(["bot"]);
		ada.say("beat", {});
		await ada.settled();
		await playTurns(server, [desk, ada], 1);
		expect(drives(desk)).toEqual(["person"]);
	});

	test("a student who drops keeps the seat and comes back to it by token", async () => {
		const { server, code, desk, ada } = await openPlayedClass();
		const place = { chip: ada.me?.chip, seat: ada.me?.seat };
		ada.room.connection.close();
		await desk.until(() => [...desk.state.students.values()].every(({ online }) => !online));
		await playTurns(server, [desk], 17);
		const back = await join(server, { code, token: ada.answer.token });
		expect(back.answer).toMatchObject({ name: "Ada", token: ada.answer.token });
		expect((await back.next("round")).log.turns).toBe(21);
		await back.until(() => back.me?.online === true && !back.me.bot);
		expect({ chip: back.me?.chip, seat: back.me?.seat }).toEqual(place);
		expect(desk.state.students.size).toBe(1);
	});

	test("a token that comes back while the old socket lives replaces it", async () => {
		const { server, code, ada, desk } = await openPlayedClass();
		const back = await join(server, { code, token: ada.answer.token });
		expect(await ada.next("goodbye")).toEqual({ reason: "elsewhere" });
		expect(await ada.closed).toBe(4101);
		await back.next("welcome");
		await playTurns(server, [desk, back], 2);
		expect(back.me).toMatchObject({ name: "Ada", online: true, bot: false });
	});

	test("a token that the class does not know is a new student, if it comes with a name", async () => {
		const { server, code } = await openPlayedClass();
		expect((await tryJoin(server, { code, token: "x".repeat(32), name: "Eve" })).body.name).toBe("Eve");
	});

	test("more students in the brief get more chips", async () => {
		const { server, code, desk } = await openTestClass();
		await join(server, { code, name: "Ada" });
		await steerTo(desk, "brief");
		expect((await desk.next("round")).log.header.chips.length).toBe(1);
		for (let index = 0; index < 5; index += 1) await join(server, { code, name: `Student ${index}` });
		expect((await desk.next("round")).log.header.chips.length).toBe(2);
		await desk.until(() => [...desk.state.students.values()].every(({ chip }) => chip >= 0));
	});

	test("a seat reservation is good for one socket", async () => {
		const { server, code } = await openPlayedClass();
		const { body } = await tryJoin(server, { code, name: "Eve" });
		await connect(server, body);
		await expect(connect(server, body)).rejects.toThrow();
	});

	test("a client of another version is told to reload", async () => {
		const { server, code } = await openPlayedClass();
		const eve = await connect(server, (await tryJoin(server, { code, name: "Eve" })).body);
		eve.say("hello", { version: 999 });
		expect(await eve.next("goodbye")).toEqual({ reason: "reload" });
		expect(await eve.closed).toBe(4103);
	});
});
