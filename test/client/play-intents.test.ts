import { describe, expect, test } from "vitest";
import { amdahl } from "#shared/lessons/amdahl.ts";
import { at, numberAt } from "#shared/lib/assert.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import { closeTurn, openRound } from "#shared/round/play-round.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import { step } from "../../client/seat/choice.ts";
import { commandFor, type Intent, intentOfKey } from "../../client/seat/intents.ts";
import { type SeatView, viewSeat } from "../../client/seat/seat-view.ts";

const ALL = amdahl.actions.core;

describe("what a player's keys mean", () => {
	test("a core's digit plans that task of the shared queue behind what it has planned", () => {
		const view = seatView(2);
		const third = at(view.shared, 2).thread;
		expect(press("3", view)).toEqual({ type: "plan", thread: third, core: 1, position: 0 });
	});

	test("a scheduler's digit deals the chosen task, or the first that could run, to that core", () => {
		const view = seatView(0);
		const chosen = at(view.shared, 3).thread;
		expect(press("2", view, chosen)).toMatchObject({ type: "plan", thread: chosen, core: 1 });
		expect(press("2", view)).toMatchObject({ type: "plan", thread: at(view.shared, 0).thread, core: 1 });
	});

	test("U gives back what a core has planned last, and what a scheduler has chosen at a core", () => {
		const chip = playedChip();
		const [first, second] = [numberAt(chip.shared, 0), numberAt(chip.shared, 1)];
		const plans = [first, second].map(
			(thread, position) => ({ type: "plan", thread, core: 1, position }) as const,
		);
		const core = viewSeat(chip, 2, plans, () => "");
		const scheduler = viewSeat(chip, 0, plans, () => "");
		expect(press("U", core)).toEqual({ type: "unplan", thread: second });
		expect(press("U", scheduler, first)).toEqual({ type: "unplan", thread: first });
		expect(press("U", scheduler)).toBeUndefined();
		expect(press("U", scheduler, numberAt(chip.shared, 3))).toBeUndefined();
	});

	test("nothing is sent that the lesson does not allow", () => {
		const view = seatView(2);
		expect(commandFor({ type: "yield" }, view, undefined, ["plan"])).toBeUndefined();
	});

	test("stepping through the shared queue goes round", () => {
		const view = seatView(0);
		const first = at(view.shared, 0).thread;
		expect(step(view, undefined, 1, false)?.thread).toBe(first);
		expect(step(view, { thread: first, whole: false }, -1, false)?.thread).toBe(view.shared.at(-1)?.thread);
	});

	test("a key that means nothing is left to the browser", () => {
		expect(intentOfKey("F5")).toBeUndefined();
		expect(intentOfKey("Tab")).toBeUndefined();
		expect(intentOfKey("T")).toEqual({ type: "take" });
	});
});

describe("what a seat sees", () => {
	test("a pending plan is in the own queue at once, marked, and no longer in the shared one", () => {
		const chip = playedChip();
		const thread = numberAt(chip.shared, 1);
		const view = viewSeat(chip, 2, [{ type: "plan", thread, core: 1, position: 0 }], () => "");
		expect(view.own?.queue[0]).toMatchObject({ thread, pending: true });
		expect(view.shared.some((task) => task.thread === thread)).toBe(false);
	});

	test("a pending rule shows at once", () => {
		expect(viewSeat(playedChip(), 0, [{ type: "order", order: "longestFirst" }], () => "").order).toBe(
			"longestFirst",
		);
	});
});

function press(key: string, view: SeatView, chosen?: number) {
	const intent: Intent | undefined = intentOfKey(key);
	return (
		intent &&
		commandFor(intent, view, chosen === undefined ? undefined : { thread: chosen, whole: false }, ALL)
	);
}

function seatView(seat: number): SeatView {
	return viewSeat(playedChip(), seat, [], () => "");
}

/** Four cores that people play and leave alone, while the first serial part runs: twelve parts are announced. */
function playedChip(): Chip {
	const round = openRound(createRoundHeader(amdahl, 1, 4, (chip) => chip === 0));
	while (round.turn < 14) closeTurn(round, []);
	return at(round.chips, 0).chip as Chip;
}
