import { describe, expect, test } from "vitest";
import { amdahl } from "#shared/lessons/amdahl.ts";
import { at } from "#shared/lib/assert.ts";
import { createChance } from "#shared/lib/random.ts";
import { TURN_MS, TURN_NS } from "#shared/lib/units.ts";
import type { Down } from "#shared/protocol/down.ts";
import { packCommand } from "#shared/protocol/packed-command.ts";
import type { Up } from "#shared/protocol/up.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import { closeTurn, openRound, type Round, roundChecksums } from "#shared/round/play-round.ts";
import type { RoundLog, StampedCommand } from "#shared/round/round.ts";
import { checksum } from "#shared/sim/chip/checksum.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import type { Chance } from "#shared/sim/chip/policy.ts";
import { TurnStream } from "../../client/net/turn-stream.ts";

const FRAME_MS = 16;

/** A server that closes turns and keeps the log, without a network. */
type Server = { readonly round: Round; readonly commands: StampedCommand[] };

describe("a turn stream", () => {
	test("equals the server at every checksum, however unevenly the turns arrive", () => {
		for (let seed = 1; seed <= 5; seed++) {
			const chance = createChance(seed, 0);
			const server = openServer(seed);
			const asked: number[] = [];
			const stream = openStream(server, 0, { askForLog: () => asked.push(1) });
			const inFlight: { readonly arrivesMs: number; readonly turn: Down["turn"] }[] = [];
			const positions: number[] = [];
			for (let nowMs = 0, lastMs = 0; nowMs < 30_000; nowMs += FRAME_MS) {
				while (server.round.turn * TURN_MS <= nowMs && server.round.turn < 100) {
					const delayMs = chance(10) === 0 ? 900 : 20 + chance(120);
					// One connection: late ones hold up those behind them.
					lastMs = Math.max(lastMs, nowMs + delayMs);
					inFlight.push({ arrivesMs: lastMs, turn: closeNextTurn(server, chance) });
				}
				while (inFlight[0] !== undefined && inFlight[0].arrivesMs <= nowMs)
					stream.takeTurn(at(inFlight.splice(0, 1), 0).turn, nowMs);
				stream.frame(nowMs);
				positions.push(stream.nowNs);
				expect(stream.nowNs).toBeLessThanOrEqual(stream.turns * TURN_NS);
			}
			expect(stream.nowNs, `seed ${seed}`).toBe(100 * TURN_NS);
			expect(stream.verified?.turn).toBe(96);
			expect(checksum(chipOf(stream, 0)), `seed ${seed}`).toBe(roundChecksums(server.round)[0]);
			expect(stream.hasDiverged).toBe(false);
			expect(asked).toEqual([]);
			expect(positions).toEqual(positions.toSorted((one, other) => one - other));
		}
	});

	test("steps only the chip it is for, and all of them where asked to", () => {
		const server = openServer(7);
		const own = openStream(server, 2, {});
		const all = openStream(server, "all", {});
		play(server, [own, all], 40);
		expect(own.chip(0)).toBeUndefined();
		expect(checksum(chipOf(own, 2))).toBe(roundChecksums(server.round)[2]);
		expect([0, 1, 2, 3].map((chip) => checksum(chipOf(all, chip)))).toEqual(roundChecksums(server.round));
	});

	test("asks for the log when turns are missing, and goes on from it", () => {
		const server = openServer(3);
		const asked: number[] = [];
		const stream = openStream(server, 1, { askForLog: () => asked.push(1) });
		play(server, [stream], 10);
		for (let missed = 0; missed < 5; missed++) closeNextTurn(server);
		const turn = closeNextTurn(server);
		stream.takeTurn(turn, 4_000);
		stream.takeTurn(closeNextTurn(server), 4_250);
		expect(asked).toEqual([1]);
		stream.takeRound(logOf(server));
		runUntil(stream, server.round.turn, 4_300);
		expect(checksum(chipOf(stream, 1))).toBe(roundChecksums(server.round)[1]);
	});

	test("ignores a turn that it holds already", () => {
		const server = openServer(3);
		const stream = openStream(server, 0, {});
		const turn = closeNextTurn(server);
		stream.takeTurn(turn, 0);
		stream.takeTurn(turn, 5);
		expect(stream.turns).toBe(1);
	});

	test("notices a corrupted chip at the next checksum, reports it and recovers by replaying the log", () => {
		const server = openServer(5);
		const reports: Up["diverged"][] = [];
		let asked = 0;
		const stream = openStream(server, 0, {
			askForLog: () => {
				asked += 1;
			},
			reportDivergence: (report) => reports.push(report),
		});
		play(server, [stream], 21);
		(chipOf(stream, 0) as Chip).threadsDone += 1;
		const nowMs = play(server, [stream], 8, 21 * TURN_MS);
		expect(reports).toHaveLength(1);
		expect(reports[0]).toMatchObject({ turn: 24, chip: 0 });
		expect(asked).toBe(1);
		expect(stream.hasDiverged).toBe(true);
		stream.takeRound(logOf(server));
		for (let frame = 1; frame <= 10; frame++) stream.frame(nowMs + frame * FRAME_MS);
		expect(stream.nowNs).toBe(server.round.turn * TURN_NS);
		expect(stream.hasDiverged).toBe(false);
		expect(checksum(chipOf(stream, 0))).toBe(roundChecksums(server.round)[0]);
	});

	test("brings a late joiner to where the class is in slices, without telling what happened before", () => {
		const server = openServer(11);
		for (let turn = 0; turn < 300; turn++) closeNextTurn(server);
		const stream = openStream(server, "all", {});
		expect(stream.frame(0)).toEqual({ events: [], applied: [] });
		expect(stream.isReady).toBe(false);
		runUntil(stream, 300, 16);
		expect([0, 1, 2, 3].map((chip) => checksum(chipOf(stream, chip)))).toEqual(roundChecksums(server.round));
	});

	test("tells the commands of a turn when it starts, and events when they are seen", () => {
		const server = openServer(2);
		const stream = openStream(server, 0, {});
		const order: StampedCommand = {
			turn: 1,
			chip: 0,
			seat: 0,
			command: { type: "order", order: "longestFirst" },
		};
		stream.takeTurn(closeNextTurn(server), 0);
		stream.takeTurn(close(server, [order]), TURN_MS);
		const seen: StampedCommand[] = [];
		const types = new Set<string>();
		for (let nowMs = TURN_MS; nowMs < 4 * TURN_MS; nowMs += FRAME_MS) {
			const { applied, events } = stream.frame(nowMs);
			if (applied.length > 0) expect(stream.nowNs).toBeGreaterThanOrEqual(TURN_NS);
			seen.push(...applied);
			for (const { event } of events) types.add(event.type);
		}
		expect(seen).toEqual([order]);
		expect(types).toContain("jobAnnounced");
	});
});

function openServer(seed: number): Server {
	const header = createRoundHeader(amdahl, seed, 4, (chip, seat) => chip === 0 && seat < 3);
	return { round: openRound(header), commands: [] };
}

function openStream(
	server: Server,
	chips: "all" | number,
	needs: Partial<ConstructorParameters<typeof TurnStream>[2]>,
): TurnStream {
	return new TurnStream("round", logOf(server), {
		askForLog: () => {},
		reportDivergence: () => {},
		chips,
		...needs,
	});
}

function logOf(server: Server): RoundLog {
	return { header: server.round.header, commands: [...server.commands], turns: server.round.turn };
}

function close(server: Server, commands: readonly StampedCommand[]): Down["turn"] {
	const n = server.round.turn;
	const k = n % 4 === 0 ? roundChecksums(server.round) : undefined;
	server.commands.push(...commands);
	closeTurn(server.round, commands);
	const c = commands.map(packCommand);
	return { n, ...(c.length > 0 && { c }), ...(k !== undefined && { k }) };
}

/** Closes a turn, with some commands of the people of chip 0 if there is `chance`. */
function closeNextTurn(server: Server, chance?: Chance): Down["turn"] {
	const turn = server.round.turn;
	const { chip } = at(server.round.chips, 0);
	const commands: StampedCommand[] = [];
	for (let seat = 0; chance !== undefined && seat < 3; seat++) {
		const thread = chip.shared[chance(4)];
		if (thread === undefined || chance(3) === 0) continue;
		const core = seat === 0 ? chance(4) : seat - 1;
		commands.push({ turn, chip: 0, seat, command: { type: "plan", thread, core, position: chance(3) } });
	}
	return close(server, commands);
}

/** Plays turns over a perfect network; returns the real time after them. */
function play(server: Server, streams: readonly TurnStream[], turns: number, fromMs = 0): number {
	for (let turn = 0; turn < turns; turn++) {
		const message = closeNextTurn(server);
		for (const stream of streams) stream.takeTurn(message, fromMs + turn * TURN_MS);
		for (let ms = 0; ms < TURN_MS; ms += 10)
			for (const stream of streams) stream.frame(fromMs + turn * TURN_MS + ms);
	}
	const endMs = fromMs + turns * TURN_MS;
	for (const stream of streams) runUntil(stream, server.round.turn, endMs);
	return endMs;
}

function runUntil(stream: TurnStream, turns: number, fromMs: number): void {
	for (let frame = 0; frame < 400 && stream.nowNs < turns * TURN_NS; frame++)
		stream.frame(fromMs + frame * FRAME_MS);
	expect(stream.nowNs).toBe(turns * TURN_NS);
}

function chipOf(stream: TurnStream, index: number) {
	const chip = stream.chip(index);
	if (chip === undefined) throw new Error(`chip ${index} is not played`);
	return chip;
}
