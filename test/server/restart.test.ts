import { expect, test } from "vitest";
import { TURN_NS } from "#shared/lib/units.ts";
import type { Down } from "#shared/protocol/down.ts";
import type { RoundAnswer, RoundRow } from "#shared/protocol/http.ts";
import { unpackCommand } from "#shared/protocol/packed-command.ts";
import type { RunningServer } from "../../server/app.ts";
import { READY_MS } from "../../server/rooms/limits.ts";
import { playTurns, skipPrediction, startPlay, steerTo } from "./lesson-play.ts";
import { printed, start } from "./server-process.ts";
import { changeDatabase } from "./stored-database.ts";
import { join } from "./test-client.ts";
import { createDataFolder, get, openClass, post, signIn, startTestServer } from "./test-server.ts";

test("a class that was open comes back paused, with its round, seats and commands", async () => {
	const dataFolder = createDataFolder();
	const first = await startTestServer({ dataFolder });
	const session = await signIn(first);
	const code = await openClass(first, session);
	const desk = await join(first, { code, role: "desk" }, session);
	const ada = await join(first, { code, name: "Ada" });
	await startPlay(first, desk, [ada]);
	await playTurns(first, [desk, ada], 4);
	ada.send("command", { seen: 3, command: { type: "signal", signal: "thanks" } });
	await ada.settled();
	await playTurns(first, [desk, ada], 5);
	const place = { chip: ada.me?.chip, seat: ada.me?.seat };
	await first.close();

	const second = await startTestServer({ dataFolder });
	const deskAgain = await join(second, { code, role: "desk" }, session);
	const adaAgain = await join(second, { code, token: ada.answer.token });
	await adaAgain.until(() => adaAgain.me?.online === true);
	expect(adaAgain.state.paused).toBe(true);
	expect({ chip: adaAgain.me?.chip, seat: adaAgain.me?.seat }).toEqual(place);
	const { log } = await adaAgain.next("round");
	expect(log.turns).toBe(9);
	expect(log.commands.map(({ command }) => command)).toEqual([{ type: "signal", signal: "thanks" }]);
	deskAgain.send("steer", { action: "resume" });
	await deskAgain.until(() => !deskAgain.state.paused);
	await playTurns(second, [adaAgain, deskAgain], 2);
	expect((await adaAgain.next("turn")).n).toBe(9);
});

/** A class that has played so many turns, with nobody but its desk. */
async function playSome(turns: number) {
	const dataFolder = createDataFolder();
	const first = await startTestServer({ dataFolder });
	const session = await signIn(first);
	const code = await openClass(first, session);
	const desk = await join(first, { code, role: "desk" }, session);
	await startPlay(first, desk);
	await playTurns(first, [desk], turns);
	return { dataFolder, first, session, code, desk };
}

test("a round that was set up again and not begun comes back with no turn played", async () => {
	const { dataFolder, first, session, code, desk } = await playSome(12);
	desk.send("steer", { action: "repeat" });
	await desk.until(() => desk.state.roundNumber === 2);
	await first.close();

	const second = await startTestServer({ dataFolder });
	const deskAgain = await join(second, { code, role: "desk" }, session);
	expect((await deskAgain.next("round")).log.turns).toBe(0);
});

test("a round whose end was recorded when the server died is stored at the next start", async () => {
	const { dataFolder, first, session, code, desk } = await playSome(12);
	const { id } = await desk.next("round");
	await first.close();
	// What the journal holds if the server dies between recording the end and storing the round.
	changeDatabase(dataFolder, (database) => {
		const last = database
			.prepare("select max(sequence) as sequence, max(atMs) as atMs from journal where code = ?")
			.get(code);
		const ends = [
			{ turn: 12, type: "roundClosed", round: id, turns: 12 },
			{ turn: 12, type: "phase", phase: "ended", lesson: 0 },
		];
		const insert = database.prepare("insert into journal (code, sequence, atMs, event) values (?, ?, ?, ?)");
		for (const [index, value] of ends.entries())
			insert.run(
				code,
				Number(last?.["sequence"]) + 1 + index,
				Number(last?.["atMs"]),
				JSON.stringify({ version: 2, value }),
			);
	});

	const second = await startTestServer({ dataFolder });
	await expect
		.poll(async () => (await get<RoundRow[]>(second, "/api/rounds", session)).body)
		.toMatchObject([{ id, code, turns: 12 }]);
});

/** The class was opened a day and an hour earlier than it was. */
function age(dataFolder: string): void {
	changeDatabase(dataFolder, (database) => {
		database.exec(`update classes set openedMs = openedMs - ${25 * 3_600_000}`);
	});
}

test("a class that was left open for over a day ends, and what was played of its round is stored", async () => {
	const { dataFolder, first, session, code, desk } = await playSome(9);
	const { id } = await desk.next("round");
	await first.close();
	age(dataFolder);

	const second = await startTestServer({ dataFolder });
	await expect
		.poll(async () => (await get<RoundRow[]>(second, "/api/rounds", session)).body)
		.toMatchObject([{ id, code, turns: 9 }]);
	expect((await get(second, "/api/classes", session)).body).toEqual([]);
	await second.close();

	const third = await startTestServer({ dataFolder });
	expect((await get<RoundRow[]>(third, "/api/rounds", session)).body).toHaveLength(1);
});

test("a class that was left in its explanation for over a day ends, and keeps the one round it had", async () => {
	const { dataFolder, first, session, code, desk } = await playSome(4);
	desk.send("steer", { action: "next" });
	await desk.next("outcome");
	await first.close();
	age(dataFolder);

	const second = await startTestServer({ dataFolder });
	expect((await get(second, "/api/classes", session)).body).toEqual([]);
	expect((await get(second, "/api/rounds", session)).body).toMatchObject([{ code, turns: 4 }]);
});

test("a class in its explanation comes back with its outcome", async () => {
	const { dataFolder, first, session, code, desk } = await playSome(4);
	desk.send("steer", { action: "next" });
	const before = await desk.next("outcome");
	await first.close();

	const second = await startTestServer({ dataFolder });
	const deskAgain = await join(second, { code, role: "desk" }, session);
	expect(await deskAgain.next("outcome")).toEqual(before);
	expect((await get(second, "/api/rounds", session)).body).toMatchObject([{ code, turns: 4 }]);
});

test("after a restart in the second part the explanation has both, and both rounds are stored", async () => {
	const dataFolder = createDataFolder();
	const first = await startTestServer({ dataFolder });
	const session = await signIn(first);
	const code = await openClass(first, session, { lessons: ["processes-threads"] });
	const desk = await join(first, { code, role: "desk" }, session);
	const ada = await join(first, { code, name: "Ada" });
	await startPlay(first, desk);
	await playTurns(first, [desk, ada], 8);
	ada.send("command", { seen: 7, command: { type: "signal", signal: "thanks" } });
	await ada.settled();
	await playTurns(first, [desk, ada], 4);
	desk.send("steer", { action: "next" });
	await desk.until(() => desk.state.roundNumber === 2);
	first.clock.advance(READY_MS - 1);
	await playTurns(first, [desk, ada], 6);
	await first.close();

	const second = await startTestServer({ dataFolder });
	const deskAgain = await join(second, { code, role: "desk" }, session);
	deskAgain.send("steer", { action: "resume" });
	await deskAgain.until(() => !deskAgain.state.paused);
	await playTurns(second, [deskAgain], 6);
	await steerTo(deskAgain, "explain");
	const { outcome, before } = await deskAgain.next("outcome");
	expect([before?.part, outcome.part]).toEqual([0, 1]);
	expect(before?.chips.map(({ timeNs }) => timeNs / TURN_NS)).toEqual([12, 12]);
	const { body: rows } = await get<RoundRow[]>(second, "/api/rounds", session);
	expect(rows.length).toBe(2);
	const answers = await Promise.all(
		rows.map(async ({ id }) => (await get<RoundAnswer>(second, `/api/rounds/${id}`, session)).body),
	);
	expect(answers.find((answer) => answer.outcome.part === 0)?.outcome).toEqual(before);
});

test("a class that was ended stays ended", async () => {
	const dataFolder = createDataFolder();
	const first = await startTestServer({ dataFolder });
	const session = await signIn(first);
	const code = await openClass(first, session);
	const desk = await join(first, { code, role: "desk" }, session);
	desk.send("steer", { action: "end" });
	await desk.closed;
	await first.close();
	const second = await startTestServer({ dataFolder });
	expect((await get(second, `/api/classes/${code}`)).status).toBe(410);
});

test("a server that was killed in the middle of play has lost nothing that anybody was told", async () => {
	const env = { PORT: "0", DATA_DIR: createDataFolder() };
	const first = await startProcess(env);
	const session = await signIn(first.server);
	const code = await openClass(first.server, session, { lessons: ["amdahl"] });
	const desk = await join(first.server, { code, role: "desk" }, session);
	const ada = await join(first.server, { code, name: "Ada" });
	for (const phase of ["brief", "predict"]) await steerTo(desk, phase);
	await skipPrediction(ada);
	await steerTo(desk, "play");
	await ada.until(() => ada.turnsTold >= 4, "turns");
	ada.send("command", { seen: 3, command: { type: "signal", signal: "thanks" } });
	await ada.until(() => ada.all("turn").some(hasSignal), "the command");
	const told = ada.turnsTold;
	first.kill();
	await ada.closed;

	const second = await startProcess(env);
	const adaAgain = await join(second.server, { code, token: ada.answer.token });
	const { log } = await adaAgain.next("round");
	expect(log.turns).toBeGreaterThanOrEqual(told);
	expect(log.commands.filter(({ command }) => command.type === "signal").length).toBe(1);
	expect((await post(second.server, "/api/join", { code, role: "desk" }, { session })).status).toBe(200);
});

/** The bot that plays for who is silent gives commands, too. */
function hasSignal({ n, c = [] }: Down["turn"]): boolean {
	return c.some((packed) => unpackCommand(packed, n).command.type === "signal");
}

/** The server as its own process, and how to end it without a word. */
async function startProcess(
	env: Record<string, string>,
): Promise<{ server: RunningServer; kill: () => void }> {
	const started = start(env);
	const [, url = "", token = ""] = await printed(
		started,
		/Teachers sign in {3}(\S+)\/teach#token=([\w-]{32})/,
	);
	const server = {
		url,
		port: Number(new URL(url).port),
		signInToken: () => token,
		close: () => Promise.resolve(),
	};
	return { server, kill: () => started.child.kill("SIGKILL") };
}
