import { expect, test } from "vitest";
import { amdahl } from "#shared/lessons/amdahl.ts";
import { TURN_NS } from "#shared/lib/units.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import { roundChecksums } from "#shared/round/play-round.ts";
import { presentRound } from "#shared/round/recorded-round.ts";
import { replay } from "#shared/round/replay.ts";
import type { RoundLog } from "#shared/round/round.ts";
import { RoundPlayer } from "../../client/net/round-player.ts";

test("a command given before the first turn is applied after the first work has arrived, as on the server", () => {
	const header = createRoundHeader(amdahl, 3, 4, (_, seat) => seat === 1);
	const command = { type: "plan", thread: 1, core: 0, position: 0 } as const;
	const log: RoundLog = { header, commands: [{ turn: 0, chip: 1, seat: 1, command }], turns: 4 };
	const player = new RoundPlayer(presentRound(log), [1]);
	let planned = 0;
	player.run(4 * TURN_NS, 99, {
		commands: (turn) => log.commands.filter((stamped) => stamped.turn === turn),
		atStart: () => {},
		sink: ({ event }) => {
			if (event.type === "planned" && event.seat === 1) planned += 1;
		},
	});
	expect(player.chip(1)?.checksum()).toBe(roundChecksums(replay(presentRound(log)))[1]);
	expect(planned).toBe(1);
});
