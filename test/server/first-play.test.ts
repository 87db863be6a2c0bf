import { expect, test } from "vitest";
import { HINT_TURNS_MIN, HINTS_MAX } from "#shared/class/hints.ts";
import { LESSONS } from "#shared/lessons/table.ts";
import { READY_MS } from "../../server/rooms/limits.ts";
import { playTurns, skipPrediction, startPlay, steerTo } from "./lesson-play.ts";
import { join, openTestClass, type TestClient } from "./test-client.ts";
import { post, startTestServer } from "./test-server.ts";

/** A student who practises, at the prediction. */
async function openPractice(asked: object) {
	const server = await startTestServer();
	const { body } = await post<{ code: string }>(server, "/api/practice", asked);
	const ada = await join(server, { code: body.code, name: "Ada" });
	await steerTo(ada, "predict");
	return { server, ada };
}

const driven = ({ log }: { log: { commands: readonly { command: { type: string } }[] } }) =>
	log.commands.flatMap(({ command }) =>
		command.type === "drive" && "driver" in command ? command.driver : [],
	);

async function logOf(client: TestClient) {
	client.all("round");
	client.say("log", {});
	return driven(await client.next("round"));
}

test("a seat that the lesson does not have is refused in a sentence, and one that it has is taken", async () => {
	const server = await startTestServer();
	const ask = (asked: object) =>
		post<{ error: { code: string; message: string } }>(server, "/api/practice", asked);
	for (const [asked, says] of [
		[{ lesson: "locks", seat: 5 }, /nobody can have seat 5: choose one of 0 \(the scheduler\), 1 \(core 1\)/],
		[{ lesson: "brain", seat: 0 }, /nobody has a seat/],
	] as const) {
		const { status, body } = await ask(asked);
		expect(status).toBe(400);
		expect(body.error.code).toBe("noSuchSeat");
		expect(body.error.message).toMatch(says);
	}
	for (const lesson of LESSONS)
		for (const seat of lesson.botSeats)
			expect((await ask({ lesson: lesson.id, seat })).body.error.code, lesson.id).toBe("noSuchSeat");
	expect((await ask({ lesson: "locks", seat: -1 })).body.error.code).toBe("badRequest");
	const { body } = await post<{ code: string }>(server, "/api/practice", { lesson: "locks", seat: 0 });
	const ada = await join(server, { code: body.code, name: "Ada" });
	await steerTo(ada, "predict");
	expect(ada.me).toMatchObject({ chip: 0, seat: 0 });
});

test("alone, play begins with a prediction, or with the decision to give none", async () => {
	const { ada } = await openPractice({ lesson: "locks" });
	ada.send("steer", { action: "next" });
	expect(await ada.next("refused")).toEqual({ id: ada.lastId, of: "steer", reason: "predictFirst" });
	expect(ada.state.phase).toBe("predict");
	await skipPrediction(ada);
	await steerTo(ada, "play");
});

test("in a class the bot plays until its student has predicted, who then takes over", async () => {
	const { server, code, desk } = await openTestClass();
	const ada = await join(server, { code, name: "Ada" });
	await startPlay(server, desk);
	await playTurns(server, [desk, ada], 8);
	expect(ada.me?.bot).toBe(true);
	expect(await logOf(ada)).toEqual(["bot"]);
	ada.send("command", { seen: 7, command: { type: "signal", signal: "thanks" } });
	expect((await ada.next("refused")).reason).toBe("predictFirst");
	ada.send("predict", { value: 3 });
	await ada.until(() => ada.me?.bot === false);
	ada.send("predict", { value: 4 });
	expect((await ada.next("refused")).reason).toBe("notNow");
	await playTurns(server, [desk, ada], 2);
	expect(await logOf(ada)).toEqual(["bot", "person"]);
	ada.send("command", { seen: 9, command: { type: "signal", signal: "thanks" } });
	await ada.settled();
	expect(ada.all("refused")).toEqual([]);
	await steerTo(desk, "explain");
	expect((await ada.next("outcome")).predictions).toEqual([3]);
});

test("a latecomer's seat stays with its bot until then", async () => {
	const { server, code, desk } = await openTestClass();
	const ada = await join(server, { code, name: "Ada" });
	await startPlay(server, desk, [ada]);
	await playTurns(server, [desk, ada], 2);
	const bob = await join(server, { code, name: "Bob" });
	await bob.until(() => (bob.me?.seat ?? -1) >= 0);
	expect(bob.me?.bot).toBe(true);
	await playTurns(server, [desk, ada, bob], 2);
	expect(await logOf(bob)).toEqual([]);
	await skipPrediction(bob);
	expect(bob.me?.bot).toBe(false);
	await playTurns(server, [desk, ada, bob], 2);
	expect(await logOf(bob)).toEqual(["person"]);
});

test("a practice gives three hints a round, none at once; a fourth is refused", async () => {
	const { server, ada } = await openPractice({ lesson: "locks", seed: 3 });
	await skipPrediction(ada);
	ada.send("hint", {});
	expect((await ada.next("refused")).reason).toBe("notNow");
	await steerTo(ada, "play");
	server.clock.advance(READY_MS - 1);
	await playTurns(server, [ada], HINT_TURNS_MIN - 1);
	ada.send("hint", {});
	expect(await ada.next("refused")).toEqual({ id: ada.lastId, of: "hint", reason: "hintTooSoon" });
	await playTurns(server, [ada], 2);
	for (let hint = 1; hint <= HINTS_MAX; hint++) {
		ada.send("hint", {});
		await ada.until(() => ada.me?.hints === hint);
	}
	ada.send("hint", {});
	expect(await ada.next("refused")).toEqual({ id: ada.lastId, of: "hint", reason: "noHintsLeft" });
	expect(ada.me?.hints).toBe(HINTS_MAX);
	await steerTo(ada, "explain");
	await steerTo(ada, "play", "repeat");
	await ada.until(() => ada.me?.hints === 0);
});

test("a class gives no hints", async () => {
	const { desk, code, server } = await openTestClass();
	const bob = await join(server, { code, name: "Bob" });
	await startPlay(server, desk, [bob]);
	await playTurns(server, [desk, bob], HINT_TURNS_MIN + 1);
	bob.send("hint", {});
	expect((await bob.next("refused")).reason).toBe("notAllowed");
});

test("playing again keeps the seats and says what came of the play before; once the class has moved on it is refused", async () => {
	const { server, code, desk } = await openTestClass({ lessons: ["parallel-work", "locks"] });
	const ada = await join(server, { code, name: "Ada" });
	const bob = await join(server, { code, name: "Bob" });
	await startPlay(server, desk, [ada, bob]);
	await playTurns(server, [desk, ada, bob], 40);
	expect(desk.state.explained).toBe(false);
	await steerTo(desk, "explain");
	const first = await ada.next("outcome");
	expect(first.earlier).toEqual([]);
	expect(desk.state.explained).toBe(true);
	const places = [ada.me, bob.me].map((me) => ({ chip: me?.chip, seat: me?.seat }));
	await steerTo(desk, "play", "repeat");
	await desk.until(() => desk.state.roundNumber === 2);
	expect([ada.me, bob.me].map((me) => ({ chip: me?.chip, seat: me?.seat }))).toEqual(places);
	server.clock.advance(READY_MS - 1);
	await playTurns(server, [desk, ada, bob], 40);
	await steerTo(desk, "explain");
	const second = await ada.next("outcome");
	expect(second.earlier).toEqual([first.outcome]);
	await steerTo(desk, "play", "newSeed");
	server.clock.advance(READY_MS - 1);
	await playTurns(server, [desk, ada, bob], 8);
	await steerTo(desk, "explain");
	expect((await ada.next("outcome")).earlier).toEqual([]);
	await steerTo(desk, "brief");
	expect(desk.state.explained).toBe(false);
	for (const action of ["repeat", "newSeed"] as const) {
		desk.send("steer", { action });
		expect(await desk.next("refused")).toEqual({ id: desk.lastId, of: "steer", reason: "roundOver" });
	}
});
