import { expect, test } from "vitest";
import type { RoundOutcome } from "#shared/lessons/outcome.ts";
import type { RoundAnswer, RoundRow } from "#shared/protocol/http.ts";
import { relatedRounds } from "../../server/records/related-rounds.ts";
import { READY_MS } from "../../server/rooms/limits.ts";
import type { RoundSummary } from "../../server/store/round-row.ts";
import { playTurns, startPlay, steerTo } from "./lesson-play.ts";
import { openTestClass } from "./test-client.ts";
import { get } from "./test-server.ts";

type Played = { id: string; playedMs: number; part?: 0 | 1; seed?: number; turns?: number; formula?: number };

function summary({ id, playedMs, part = 0, seed = 7, turns = 360, formula = 2 }: Played): RoundSummary {
	const outcome: RoundOutcome = { lesson: "amdahl", seed, part, formula, chips: [], references: [] };
	const common = { code: "K7MF4W", teacher: "owner", lesson: "amdahl", chips: 1, students: 1, teams: [1] };
	return { ...common, id, playedMs, turns, outcome, experiment: undefined };
}

test("a part is shown with the other part of its seed that was played nearest to it", () => {
	const rounds = [
		summary({ id: "a0", playedMs: 1 }),
		summary({ id: "a1", playedMs: 2, part: 1 }),
		summary({ id: "b0", playedMs: 10 }),
		summary({ id: "b1", playedMs: 11, part: 1 }),
		summary({ id: "other seed", playedMs: 11, part: 1, seed: 8 }),
	];
	const outcomeOf = (id: string) => ({
		outcome: rounds.find((round) => round.id === id)?.outcome,
		teams: [1],
	});
	expect(relatedRounds(rounds, "a0")).toEqual({ otherPart: outcomeOf("a1"), earlier: null });
	expect(relatedRounds(rounds, "b1")).toEqual({ otherPart: outcomeOf("b0"), earlier: outcomeOf("a1") });
});

test("a round that was cut short is nothing to compare with, nor is one that was not measured", () => {
	const rounds = [
		summary({ id: "whole", playedMs: 1 }),
		summary({ id: "cut", playedMs: 2, turns: 20 }),
		{ ...summary({ id: "unmeasured", playedMs: 3 }), outcome: undefined },
		summary({ id: "now", playedMs: 4 }),
	];
	expect(relatedRounds(rounds, "now").earlier?.outcome).toBe(rounds[0]?.outcome);
	expect(relatedRounds(rounds, "unmeasured")).toEqual({ otherPart: null, earlier: null });
});

test("a repeat in class is answered with the round that it repeats", async () => {
	const { server, session, desk } = await openTestClass();
	await startPlay(server, desk);
	await playTurns(server, [desk], 8);
	await steerTo(desk, "explain");
	const first = await desk.next("outcome");
	await steerTo(desk, "play", "repeat");
	server.clock.advance(READY_MS - 1);
	await playTurns(server, [desk], 12);
	await steerTo(desk, "explain");
	const second = await desk.next("outcome");
	const { body: rows } = await get<RoundRow[]>(server, "/api/rounds", session);
	const [newer, older] = await Promise.all(
		rows.map(async ({ id }) => (await get<RoundAnswer>(server, `/api/rounds/${id}`, session)).body),
	);
	expect(newer).toMatchObject({ id: second.id, otherPart: null });
	expect(newer?.earlier).toEqual({ outcome: first.outcome, teams: [null] });
	expect(newer?.teams).toEqual([null]);
	expect(older).toMatchObject({ id: first.id, otherPart: null, earlier: null });
});

test("a round whose scores are of another formula is nothing to compare with", () => {
	const rounds = [summary({ id: "old", playedMs: 1, formula: 1 }), summary({ id: "now", playedMs: 2 })];
	expect(relatedRounds(rounds, "now").earlier).toBeNull();
});
