import { describe, expect, test } from "vitest";
import type { RoundAnswer, RoundRow } from "#shared/protocol/http.ts";
import { unpackCommand } from "#shared/protocol/packed-command.ts";
import { roundChecksums } from "#shared/round/play-round.ts";
import { presentRound } from "#shared/round/recorded-round.ts";
import { replay } from "#shared/round/replay.ts";
import type { RoundLog } from "#shared/round/round.ts";
import type { ExportedRound } from "#shared/round/round-file.ts";
import { playTurns, startPlay, steerTo } from "./lesson-play.ts";
import { join, openTestClass } from "./test-client.ts";
import { get } from "./test-server.ts";

describe("a lesson from the lobby to the stored round", () => {
	test("it is played, measured, explained, stored and replays to the same checksums", async () => {
		const { server, session, code, desk } = await openTestClass({ lessons: ["amdahl"], seed: 5 });
		const [ada, bob] = [await join(server, { code, name: "Ada" }), await join(server, { code, name: "Bob" })];
		await steerTo(desk, "brief");
		await ada.until(() => (ada.me?.chip ?? -1) >= 0);
		await steerTo(desk, "predict");
		ada.send("predict", { value: 10 });
		bob.send("predict", { value: 900.5 });
		await desk.until(() => [...desk.state.students.values()].every(({ predicted }) => predicted));
		await steerTo(desk, "play");
		server.clock.advance(2_999);
		const { log } = await ada.next("round");
		await playTurns(server, [ada, bob, desk], 365);
		await ada.until(() => ada.state.phase === "explain");
		const turns = ada.all("turn");
		expect(turns.map(({ n }) => n)).toEqual(turns.map((_, index) => index));
		const told: RoundLog = {
			header: log.header,
			turns: turns.length,
			commands: turns.flatMap(({ n, c = [] }) => c.map((packed) => unpackCommand(packed, n))),
		};
		for (const { n, k } of turns.filter(({ k }) => k !== undefined).slice(-3)) {
			expect(roundChecksums(replay(presentRound(told), n))).toEqual(k);
		}
		const outcome = await ada.next("outcome");
		expect(outcome.predictions).toEqual([10, 900.5]);
		expect(outcome.outcome.chips.map(({ cores }) => cores)).toEqual([4, 2, 8, 1]);
		const { body: rows } = await get<RoundRow[]>(server, "/api/rounds", session);
		expect(rows).toMatchObject([{ code, lesson: "amdahl", chips: 4, students: 2, turns: turns.length }]);
		const id = rows[0]?.id ?? "";
		const { body: round } = await get<RoundAnswer>(server, `/api/rounds/${id}`, session);
		expect(round.outcome).toEqual(outcome.outcome);
		expect(round.predictions).toEqual([
			{ name: "Ada", value: 10 },
			{ name: "Bob", value: 900.5 },
		]);
		expect(
			round.seats
				.flat()
				.filter((name) => name !== null)
				.sort(),
		).toEqual(["Ada", "Bob"]);
		const { body: exported } = await get<ExportedRound>(server, `/api/rounds/${id}/log`, session);
		const { checksums, teams, ...stored } = exported;
		expect(teams).toEqual([1, null, null, null]);
		expect(stored).toEqual(told);
		expect(checksums).toEqual(round.outcome.chips.map(({ checksum }) => checksum));
		expect(roundChecksums(replay(presentRound(stored)))).toEqual(checksums);
	});

	test("ended in the middle of play it is stored with the turns that were played", async () => {
		const { server, session, code, desk } = await openTestClass();
		await startPlay(server, desk);
		await playTurns(server, [desk], 8);
		desk.send("steer", { action: "end" });
		expect(await desk.closed).toBe(4100);
		const { body } = await get<RoundRow[]>(server, "/api/rounds", session);
		expect(body).toMatchObject([{ code, turns: 8 }]);
	});

	test("of a round that nobody has begun nothing is stored", async () => {
		const { server, session, desk } = await openTestClass();
		await steerTo(desk, "brief");
		desk.send("steer", { action: "end" });
		await desk.closed;
		expect((await get(server, "/api/rounds", session)).body).toEqual([]);
	});

	test("a repeat has the same seed and a new round", async () => {
		const { server, desk } = await openTestClass();
		await startPlay(server, desk);
		const first = await desk.next("round");
		await playTurns(server, [desk], 4);
		desk.send("steer", { action: "repeat" });
		const second = await desk.next("round");
		expect(second.id).not.toBe(first.id);
		expect(second.log.header.seed).toBe(first.log.header.seed);
		expect(second.log.turns).toBe(0);
		await desk.until(() => desk.state.roundNumber === 2);
	});

	test("paused, no turn is closed; the server says once a second that it lives", async () => {
		const { server, desk } = await openTestClass();
		await startPlay(server, desk);
		await playTurns(server, [desk], 4);
		desk.send("steer", { action: "pause" });
		await desk.until(() => desk.state.paused);
		desk.all("beat");
		desk.all("turn");
		await playTurns(server, [desk], 8);
		expect(desk.all("turn")).toEqual([]);
		expect(desk.all("beat").length).toBe(2);
		desk.send("steer", { action: "resume" });
		await desk.until(() => !desk.state.paused);
		await playTurns(server, [desk], 1);
		expect((await desk.next("turn")).n).toBe(4);
	});

	test("a class goes through all its lessons and ends", async () => {
		const { server, desk } = await openTestClass({ lessons: ["parallel-work", "amdahl"] });
		await startPlay(server, desk);
		await playTurns(server, [desk], 2);
		await steerTo(desk, "explain");
		await desk.next("outcome");
		await steerTo(desk, "brief");
		expect(desk.state.lesson).toBe(1);
		desk.send("steer", { action: "skip" });
		expect(await desk.next("goodbye")).toEqual({ reason: "ended" });
	});
});
