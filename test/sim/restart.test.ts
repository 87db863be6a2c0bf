import fc from "fast-check";
import { expect, it } from "vitest";
import { LESSONS } from "#shared/lessons/table.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import { commandsByTurn, replay, replayTo } from "#shared/round/replay.ts";
import { openRound, type RoundLog, roundChecksums } from "#shared/round/round.ts";
import type { ChipEvent } from "#shared/sim/event.ts";
import { randomCommands } from "./random-commands.ts";
import { wildScenario } from "./random-scenario.ts";
import { runs } from "./runs.ts";

const TURNS = 120;

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

it("[P1] a round that is restarted from its log at any turn goes on as if it had never stopped", () => {
	fc.assert(
		fc.property(
			fc.oneof(lessonHeader, wildHeader),
			randomCommands,
			fc.uniqueArray(fc.nat(TURNS), { minLength: 2, maxLength: 4 }),
			(header, commands, stops) => {
				const byTurn = commandsByTurn({ commands });
				const never = openRound(header);
				const after = new Map<number, string[]>(stops.map((turn) => [turn, []]));
				while (never.turn < TURNS) {
					const happened: ChipEvent[] = [];
					replayTo(never, byTurn, never.turn + 1, (_, event) => happened.push(event));
					for (const [turn, events] of after) if (never.turn > turn) events.push(JSON.stringify(happened));
				}
				for (const [turn, events] of after) {
					const journal: RoundLog = {
						header,
						commands: commands.filter((stamped) => stamped.turn < turn),
						turns: turn,
					};
					const round = replay(JSON.parse(JSON.stringify(journal)));
					const again: string[] = [];
					while (round.turn < TURNS) {
						const happened: ChipEvent[] = [];
						replayTo(round, byTurn, round.turn + 1, (_, event) => happened.push(event));
						again.push(JSON.stringify(happened));
					}
					expect(again).toEqual(events);
					expect(roundChecksums(round)).toEqual(roundChecksums(never));
				}
			},
		),
		runs(15),
	);
});
