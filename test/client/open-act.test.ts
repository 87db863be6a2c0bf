import { expect, test } from "vitest";
import { isPlayed } from "#shared/lessons/kind.ts";
import { LESSONS } from "#shared/lessons/table.ts";
import { at, numberAt } from "#shared/lib/assert.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import type { PlayerCommand } from "#shared/protocol/up.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import { closeTurn, openRound } from "#shared/round/play-round.ts";
import { advance } from "#shared/sim/advance.ts";
import type { ReadonlyChip } from "#shared/sim/chip/chip.ts";
import { checkCommand } from "#shared/sim/commands/carry-out.ts";
import { askable } from "../../client/seat/divisible-view.ts";
import { commandFor } from "../../client/seat/intents.ts";
import { isFull, openActOf } from "../../client/seat/open-act.ts";
import { viewSeat } from "../../client/seat/seat-view.ts";
import { peopleChip, richScenario } from "./rich-scenario.ts";

/** What the prompt calls for, as a command. */
function called(
	chip: ReadonlyChip,
	seat: number,
	allowed: readonly PlayerCommand["type"][],
): PlayerCommand | undefined {
	const view = viewSeat(chip, seat, [], () => "");
	switch (openActOf(view, allowed)) {
		case "ask": {
			const [job] = view.handOut === undefined ? [] : askable(view.handOut);
			return job && { type: "ask", thread: job.thread, count: numberAt(view.handOut?.sizes ?? [], 0) };
		}
		case "pick":
			return commandFor({ type: "take" }, view, undefined, allowed);
		case "steal":
			return commandFor({ type: "stealMost" }, view, undefined, allowed);
		default:
			return undefined;
	}
}

test.each(LESSONS.filter(isPlayed).map((lesson) => [lesson.id, lesson] as const))(
	"%s: a core is called to what it may do and what would be carried out, and to nothing else",
	(_, lesson) => {
		const allowed = lesson.actions.core as readonly PlayerCommand["type"][];
		const round = openRound(createRoundHeader(lesson, 3, 1, () => true));
		const { chip } = at(round.chips, round.chips.length - 1);
		let calls = 0;
		while (round.turn < 160 && !chip.finished) {
			closeTurn(round, []);
			for (let seat = 1; seat < chip.seats.length; seat++) {
				const view = viewSeat(chip, seat, [], () => "");
				const act = openActOf(view, allowed);
				if (act === undefined) continue;
				calls += 1;
				const command = called(chip, seat, allowed);
				expect(command, `${act} in turn ${round.turn}`).toBeDefined();
				if (command !== undefined)
					expect(checkCommand(chip, seat, command), `${act} in turn ${round.turn}`).toMatchObject({
						ok: true,
					});
			}
		}
		const { isShared, mayTake } = viewSeat(chip, 1, [], () => "");
		const takes = isShared && mayTake && (allowed.includes("take") || allowed.includes("plan"));
		expect(calls > 0, `${calls} calls`).toBe(takes || allowed.includes("ask") || allowed.includes("steal"));
	},
);

test("a full queue takes no more, and where only the scheduler deals nothing is to be picked", () => {
	const chip = peopleChip(richScenario(), 5);
	advance(chip, 2 * NS_PER_PLAY_S);
	const view = viewSeat(chip, 1, [], () => "");
	expect(openActOf(view, ["take", "plan"])).toBe("pick");
	expect(openActOf({ ...view, mayTake: false }, ["take", "plan"])).toBeUndefined();
	expect(openActOf({ ...view, runQueueMax: 0 }, ["take", "plan"])).toBeUndefined();
	expect(isFull({ ...view, runQueueMax: 0 })).toBe(true);
	expect(isFull(view)).toBe(false);
	expect(
		openActOf(
			viewSeat(chip, 0, [], () => ""),
			["take", "plan", "steal"],
		),
	).toBeUndefined();
});
