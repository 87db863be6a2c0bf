import { describe, expect, test } from "vitest";
import { FROZEN } from "#shared/frozen/frozen.ts";
import { loadRound } from "#shared/frozen/load-round.ts";
import { fromUnnumbered } from "#shared/lessons/outcome-file.ts";
import type { RoundAnswer, RoundRow } from "#shared/protocol/http.ts";
import { roundChecksums } from "#shared/round/play-round.ts";
import { replay } from "#shared/round/replay.ts";
import type { RoundLog } from "#shared/round/round.ts";
import { SIM_VERSION } from "#shared/sim/version.ts";
import { READY_MS } from "../../server/rooms/limits.ts";
import { loadVersions } from "../../server/rooms/load-versions.ts";
import { playTurns, steerTo } from "./lesson-play.ts";
import { KILLED_IN_5, killedFolder, listen } from "./stored-database.ts";
import { join, type TestClient } from "./test-client.ts";
import { get, startTestServer, type TestServer } from "./test-server.ts";

const { session, played, briefed, explained } = KILLED_IN_5;

async function upgrade(change?: Parameters<typeof killedFolder>[0]) {
	const { log, sentences } = listen();
	const server = await startTestServer({ dataFolder: killedFolder(change), log });
	return { server, sentences };
}

function openDesk(server: TestServer, code: string): Promise<TestClient> {
	return join(server, { code, role: "desk" }, session);
}

/** Everybody comes back with their token. */
async function comeBack(server: TestServer, { code, seats }: typeof briefed): Promise<TestClient[]> {
	const students: TestClient[] = [];
	for (const { token } of seats) {
		const student = await join(server, { code, token });
		await student.until(() => student.me?.online === true);
		students.push(student);
	}
	return students;
}

function placesOf(students: readonly TestClient[]) {
	return students.map(({ me }) => ({ name: me?.name, chip: me?.chip, seat: me?.seat }));
}

const withoutToken = ({ name, chip, seat }: (typeof briefed.seats)[number]) => ({ name, chip, seat });

describe("a class that an earlier simulation was playing when its server was killed", () => {
	test("is explained with what was played, which is stored, measured and verified", async () => {
		const { server, sentences } = await upgrade();
		const desk = await openDesk(server, played.code);
		expect(desk.state.phase).toBe("explain");
		const { id, outcome } = await desk.next("outcome");
		expect(id).toBe(played.round);
		const { log } = await desk.next("round");
		expect(log.header.simVersion).toBe(5);
		expect(log.turns).toBeGreaterThanOrEqual(played.checksums.turn);
		expect(log.turns).toBeLessThanOrEqual(played.turns);

		const loaded = await loadRound(log);
		if (!loaded.ok) throw new Error(loaded.reason.is);
		expect(roundChecksums(replay(loaded.value, played.checksums.turn))).toEqual(played.checksums.sums);
		expect(outcome.chips.map(({ checksum }) => checksum)).toEqual(roundChecksums(replay(loaded.value)));

		const list = async () => (await get<RoundRow[]>(server, "/api/rounds", session)).body;
		await expect.poll(async () => (await list()).find((row) => row.id === id)?.scores.length).toBe(1);
		const { body } = await get<RoundAnswer>(server, `/api/rounds/${id}`, session);
		expect(body.outcome).toEqual(outcome);
		expect(body.seats.flat().filter((name) => name !== null)).toEqual(["Ben", "Ada"]);
		expect(sentences).toEqual([]);
	});

	test("has its students back in their seats, who answer and play the lesson again", async () => {
		const { server } = await upgrade();
		const desk = await openDesk(server, played.code);
		const students = await comeBack(server, played);
		expect(placesOf(students)).toEqual(played.seats.map(withoutToken));
		const [ada] = students as [TestClient];
		ada.send("answer", { question: 0, choice: 1 });
		await ada.settled();
		expect(ada.all("refused")).toEqual([]);

		await steerTo(desk, "play", "repeat");
		server.clock.advance(READY_MS - 1);
		desk.all("turn");
		await playTurns(server, [desk, ...students], 6);
		expect(desk.all("turn").map(({ n }) => n)).toEqual([0, 1, 2, 3, 4, 5]);
		const rounds = desk.all("round").map(({ log }) => log.header);
		expect(rounds.at(-1)).toMatchObject({ simVersion: SIM_VERSION, lesson: "locks", seed: 7 });
	});

	test("is the same after another start, though its journal is now of both", async () => {
		const dataFolder = killedFolder();
		const first = await startTestServer({ dataFolder });
		await (await openDesk(first, played.code)).next("outcome");
		await first.close();
		const second = await startTestServer({ dataFolder });
		const desk = await openDesk(second, played.code);
		expect((await desk.next("outcome")).id).toBe(played.round);
		const rows = (await get<RoundRow[]>(second, "/api/rounds", session)).body;
		expect(rows.map(({ id }) => id).toSorted()).toEqual([played.round, explained.round].toSorted());
	});
});

test("a class that had played nothing of its round gets it anew, in the same seats", async () => {
	const { server } = await upgrade();
	const desk = await openDesk(server, briefed.code);
	expect(desk.state.phase).toBe("predict");
	const students = await comeBack(server, briefed);
	expect(placesOf(students)).toEqual(briefed.seats.map(withoutToken));
	expect((await (students as [TestClient])[0].next("welcome")).predicted).toBe(5);
	const { log } = await desk.next("round");
	expect(log.header).toMatchObject({ simVersion: SIM_VERSION, lesson: "scheduling-policy", seed: 7 });
	await steerTo(desk, "play");
	server.clock.advance(READY_MS - 1);
	await playTurns(server, [desk, ...students], 3);
	expect(desk.all("turn").length).toBe(3);
});

test("a class in its explanation goes on in it, with the outcome that it was told", async () => {
	const { server } = await upgrade();
	const desk = await openDesk(server, explained.code);
	expect(await desk.next("outcome")).toMatchObject({ id: explained.round, outcome: explained.outcome });
	const { log } = await desk.next("round");
	const { body } = await get<RoundLog>(server, `/api/rounds/${explained.round}/log`, session);
	expect(body).toEqual({ ...log, checksums: explained.outcome.chips.map(({ checksum }) => checksum) });
});

/** The versions that are kept as files, as they are listed. */
const EARLIER = [...FROZEN.keys()].join(", ");

test("a round that misses its checksums keeps what was stored of it", async () => {
	const stored = {
		...explained.outcome,
		chips: explained.outcome.chips.map((chip) => ({ ...chip, checksum: 1 })),
	};
	const { server } = await upgrade((database) =>
		database
			.prepare("update rounds set outcome = ? where id = ?")
			.run(JSON.stringify({ version: 2, value: stored }), explained.round),
	);
	const desk = await openDesk(server, explained.code);
	const numbered = fromUnnumbered(stored);
	expect((await desk.next("outcome")).outcome).toEqual(numbered);
	await server.close();
	const { body } = await get<RoundAnswer>(
		await startTestServer({ dataFolder: server.dataFolder }),
		`/api/rounds/${explained.round}`,
		session,
	);
	expect(body.outcome).toEqual(numbered);
});

describe("a round of a version that this program does not have", () => {
	const roundOf =
		(simVersion: number) => (database: Parameters<NonNullable<Parameters<typeof killedFolder>[0]>>[0]) => {
			const find = `code = '${played.code}' and event like '%"roundOpened"%'`;
			const text = String(database.prepare(`select event from journal where ${find}`).get()?.["event"]);
			const value = { ...JSON.parse(text).value, seats: "dealt", simVersion };
			database
				.prepare(`update journal set event = ? where ${find}`)
				.run(JSON.stringify({ version: 3, value }));
		};

	test("leaves its class to the newer program that has it, and no other class", async () => {
		const { server, sentences } = await upgrade(roundOf(99));
		expect(sentences).toEqual([
			`journal ${played.code}: it was played by simulation version 99, and this program has ${EARLIER}, ${SIM_VERSION}; until then its class stays as it is.`,
		]);
		expect((await openDesk(server, explained.code)).state.phase).toBe("explain");
		expect((await get<RoundRow[]>(server, "/api/rounds", session)).body.length).toBe(1);
	});

	test("ends its class if it is an older one", async () => {
		const { server, sentences } = await upgrade(roundOf(4));
		expect(sentences).toEqual([
			`journal ${played.code}: it was played by simulation version 4, and this program has ${EARLIER}, ${SIM_VERSION}; its class ends.`,
		]);
		expect((await get(server, `/api/classes/${played.code}`)).status).toBe(410);
	});

	test("waits while its file cannot be had, or is not what was frozen", async () => {
		const opened = {
			turn: 0,
			type: "roundOpened",
			round: "r",
			seed: 1,
			part: 0,
			seats: "dealt",
			simVersion: 5,
		} as const;
		const missing = await loadVersions([opened], () => Promise.reject(new Error("no such file")));
		expect(missing).toMatchObject({ ok: false, reason: { isFinal: false } });
		const damaged = await loadVersions([opened], () => Promise.resolve({}));
		expect(damaged.ok ? "" : damaged.reason.why).toMatch(
			/^shared\/frozen\/sim-5\.js is not what was frozen \(its SHA-256 is to be [0-9a-f]{64}\)$/,
		);
	});
});
