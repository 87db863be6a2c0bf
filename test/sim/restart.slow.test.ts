import fc from "fast-check";
import { expect, test } from "vitest";
import { LESSONS } from "#shared/lessons/table.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import { openRound, type Round, roundChecksums } from "#shared/round/play-round.ts";
import { presentRound } from "#shared/round/recorded-round.ts";
import { commandsByTurn, replay, replayTo } from "#shared/round/replay.ts";
import type { RoundLog, StampedCommand } from "#shared/round/round.ts";
import type { ChipEvent } from "#shared/sim/chip/event.ts";
import { holds } from "../setup/holds.ts";
import { randomCommands } from "./random-commands.ts";
import { wildScenario } from "./random-scenario.ts";
import { runs } from "./runs.ts";

const TURNS = 120;
/** As long is the round that is restarted at each of its turns, which takes turns x turns. */
const EVERY_TURN_OF = 40;
/** A wild scenario may be so full of events that playing it forty times takes as long, on a busy machine. */

const lessonHeader = fc
	.tuple(fc.constantFrom(...LESSONS), fc.nat(0xffff_ffff))
	.map(([lesson, seed]) => createRoundHeader(lesson, seed, 1, (chip, seat) => (chip + seat) % 2 === 0));

/** A round of any scenario, where people sit in every second seat. */
const wildHeader = fc.tuple(lessonHeader, wildScenario).map(([header, made]) => ({
	...header,
	chips: header.chips.slice(0, 1).map((chip) => ({
		...chip,
		scenario: { ...made, end: { type: "horizon" as const, ns: 20_000_000 } },
		seats: Array.from({ length: made.machine.cores.length + 1 }, (_, seat) => ({
			driver: seat % 2 === 0 ? ("person" as const) : ("bot" as const),
			policy: "fifo",
		})),
	})),
}));

type Header = RoundLog["header"];

/** What happened in each turn from where the round is to `turns`, as text. */
function playOn(round: Round, commands: readonly StampedCommand[], turns: number): string[] {
	const byTurn = commandsByTurn({ commands });
	const happened: string[] = [];
	while (round.turn < turns) {
		const events: ChipEvent[] = [];
		replayTo(round, byTurn, round.turn + 1, (_, event) => events.push(event));
		happened.push(JSON.stringify(events));
	}
	return happened;
}

/** Restarts the round from what had been written of its log by each of the turns, and plays on to the end. */
function expectNoDifference(
	header: Header,
	commands: readonly StampedCommand[],
	stops: readonly number[],
	turns: number,
): void {
	const never = openRound(header);
	const happened = playOn(never, commands, turns);
	for (const turn of stops) {
		const written = commands.filter((stamped) => stamped.turn < turn);
		const journal: RoundLog = { header, commands: written, turns: turn };
		const round = replay(presentRound(JSON.parse(JSON.stringify(journal))));
		expect(playOn(round, commands, turns)).toEqual(happened.slice(turn));
		expect(roundChecksums(round)).toEqual(roundChecksums(never));
	}
}

test("[P1] a round that is restarted from its log at any turn goes on as if it had never stopped", () => {
	holds(
		"restart at some turns",
		fc.property(
			fc.oneof(lessonHeader, wildHeader),
			randomCommands,
			fc.uniqueArray(fc.nat(TURNS), { minLength: 2, maxLength: 4 }),
			(header, commands, stops) => {
				expectNoDifference(header, commands, stops, TURNS);
			},
		),
		runs(15),
	);
});

test.each([
	["a lesson", lessonHeader],
	["any scenario", wildHeader],
])("[P1] and so does one of %s that is restarted at every single turn", (_, headers) => {
	const everyTurn = Array.from({ length: EVERY_TURN_OF + 1 }, (_, turn) => turn);
	holds(
		"restart at every turn",
		fc.property(headers, randomCommands, (header, commands) => {
			// As many commands, in a third of the time.
			const sooner = commands.map((stamped) => ({ ...stamped, turn: Math.floor(stamped.turn / 3) }));
			expectNoDifference(header, sooner, everyTurn, EVERY_TURN_OF);
		}),
		{ ...runs(1), endOnFailure: true },
	);
});
