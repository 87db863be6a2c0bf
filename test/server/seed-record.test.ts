import { expect, test } from "vitest";
import { rushHour } from "#shared/lessons/rush-hour.ts";
import type { RoundRow } from "#shared/protocol/http.ts";
import { measureChip } from "#shared/result/measure-chip.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import { openChip } from "#shared/round/round.ts";
import { seedRecord } from "../../server/records/seed-record.ts";
import { READY_MS } from "../../server/rooms/limits.ts";
import type { RoundSummary } from "../../server/store/round-row.ts";
import { playTurns, startPlay, steerTo } from "./lesson-play.ts";
import { join, openTestClass, type TestClient } from "./test-client.ts";
import { get, openClass, signIn, startTestServer, type TestServer } from "./test-server.ts";

/** Long enough for a few tasks to be done in time. */
const TURNS = 16;

/** Plays on, ends the round and gives what everybody is told of it. */
async function playAndExplain(
	server: TestServer,
	desk: TestClient,
	turns = TURNS,
	students: readonly TestClient[] = [],
) {
	// Who sends nothing does not play.
	for (const student of students)
		student.send("command", { seen: 0, command: { type: "signal", signal: "thanks" } });
	await playTurns(server, [desk, ...students], turns);
	await steerTo(desk, "explain");
	return await desk.next("outcome");
}

async function again(server: TestServer, desk: TestClient, action: "repeat" | "newSeed") {
	desk.send("steer", { action });
	const round = await desk.next("round");
	await desk.until(() => desk.state.phase === "play" && desk.state.round === round.id, "play");
	server.clock.advance(READY_MS - 1);
	return round;
}

async function openRush(server: TestServer, session: string, names: readonly string[] = []) {
	const code = await openClass(server, session, { lessons: ["rush-hour"], seed: 5, chips: 2 });
	const desk = await join(server, { code, role: "desk" }, session);
	const students: TestClient[] = [];
	for (const name of names) students.push(await join(server, { code, name }));
	await startPlay(server, desk, students);
	await desk.next("round");
	return { desk, students };
}

test("a class is told its best on a seed, kept with its rounds: deleted with them", async () => {
	const server = await startTestServer();
	const session = await signIn(server);
	const { desk, students } = await openRush(server, session, ["Ada"]);
	const first = await playAndExplain(server, desk, TURNS, students);
	expect(first.record).toBeNull();
	const byHand = first.outcome.chips.filter(({ held }) => held.length > 0);
	expect(byHand).toHaveLength(1);
	const best = Math.max(...byHand.map(rushHour.measure.of));
	expect(best).toBeGreaterThan(0);
	await again(server, desk, "repeat");
	const second = await playAndExplain(server, desk, 8);
	expect(second.outcome.seed).toBe(5);
	expect(second.record).toBeCloseTo(best, 9);
	const { body: rows } = await get<RoundRow[]>(server, "/api/rounds", session);
	expect(rows.find(({ id }) => id === first.id)?.turns).toBe(TURNS);
});

test("what no round holds any more is no record: one that is deleted, another seed, one not measured", () => {
	const chip = {
		...measureChip(
			openChip(
				createRoundHeader(rushHour, 5, 1, () => false),
				0,
			),
		),
		side: 0,
		score: 0,
		held: [1],
		played: [0, 1],
	};
	const round = (id: string, timelyWorkNs: number): RoundSummary => {
		const outcome = {
			lesson: "rush-hour",
			seed: 5,
			part: 0 as const,
			formula: 2,
			references: [],
			chips: [{ ...chip, timelyWorkNs }],
		};
		const common = {
			code: "K7MF4W",
			teacher: "owner",
			lesson: "rush-hour",
			chips: 1,
			students: 1,
			teams: [1],
		};
		return { ...common, id, playedMs: 1, turns: 8, outcome, experiment: undefined };
	};
	const [poor, good] = [round("poor", 10_000_000), round("good", 70_000_000)];
	const apartS = (seedRecord([poor, good], 5) ?? 0) - (seedRecord([poor], 5) ?? 0);
	expect(apartS).toBeCloseTo(60, 9);
	expect(seedRecord([poor, good], 6)).toBeNull();
	expect(seedRecord([poor, good], 5, 1), "of another formula").toBeNull();
	expect(seedRecord([{ ...good, outcome: undefined }], 5)).toBeNull();
	const left = (share: number): RoundSummary => ({
		...good,
		outcome: good.outcome && {
			...good.outcome,
			chips: good.outcome.chips.map((own) => ({ ...own, played: [0, share] })),
		},
	});
	expect(seedRecord([poor, left(0.5)], 5), "a bot played half of the seat").toBe(seedRecord([poor], 5));
	expect(seedRecord([poor, left(0.85)], 5), "a small share is none").toBe(seedRecord([good], 5));
	expect(seedRecord([], 5)).toBeNull();
});

test("a new seed is another round of the same lesson, and the same one for the same class", async () => {
	const server = await startTestServer();
	const session = await signIn(server);
	const seeds = [];
	for (let times = 0; times < 2; times++) {
		const { desk } = await openRush(server, session);
		await playTurns(server, [desk], 4);
		const round = await again(server, desk, "newSeed");
		expect(round.log.turns).toBe(0);
		expect(round.log.header.lesson).toBe("rush-hour");
		expect(desk.state.lesson).toBe(0);
		seeds.push(round.log.header.seed);
		await playTurns(server, [desk], 4);
		const next = await again(server, desk, "newSeed");
		expect([5, round.log.header.seed]).not.toContain(next.log.header.seed);
		await playTurns(server, [desk], 4);
		expect((await again(server, desk, "repeat")).log.header.seed).toBe(next.log.header.seed);
	}
	expect(seeds[0]).toBe(seeds[1]);
	expect(seeds[0]).not.toBe(5);
});

test("on a new seed the record of the old one does not count", async () => {
	const server = await startTestServer();
	const session = await signIn(server);
	const { desk } = await openRush(server, session);
	await playAndExplain(server, desk);
	await again(server, desk, "newSeed");
	expect((await playAndExplain(server, desk)).record).toBeNull();
});

test("a new seed is refused where no round is open, and to who may not steer", async () => {
	const { server, code, desk } = await openTestClass({ lessons: ["rush-hour"] });
	const ada = await join(server, { code, name: "Ada" });
	desk.send("steer", { action: "newSeed" });
	expect(await desk.next("refused")).toMatchObject({ id: desk.lastId, of: "steer", reason: "notNow" });
	ada.send("steer", { action: "newSeed" });
	expect(await ada.next("refused")).toMatchObject({ id: ada.lastId, of: "steer", reason: "notAllowed" });
});
