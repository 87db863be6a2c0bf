import { expect, test } from "vitest";
import { numberAt } from "#shared/lib/assert.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { advance } from "#shared/sim/advance.ts";
import { applyCommand } from "#shared/sim/apply-command.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import { answerHint, type SeatHint } from "../../client/seat/hint.ts";
import { peopleChip, richScenario } from "./rich-scenario.ts";

function playedChip(): Chip {
	const chip = peopleChip(richScenario());
	advance(chip, 6 * NS_PER_PLAY_S);
	return chip;
}

const planFirst = (chip: Chip, core: number): SeatHint => ({
	command: { type: "plan", thread: numberAt(chip.shared, 0), core, position: 0 },
	text: `plan at ${core}`,
});

test("where there is no advice a hint costs nothing", () => {
	const chip = playedChip();
	const given = { ...planFirst(chip, 0), hasActed: true };
	expect(answerHint(chip, 1, undefined, undefined)).toEqual({ type: "nothing" });
	expect(answerHint(chip, 1, undefined, given)).toEqual({ type: "nothing" });
});

test("the same hint is shown again, and a new one costs", () => {
	const chip = playedChip();
	const hint = planFirst(chip, 0);
	expect(answerHint(chip, 1, hint, undefined)).toEqual({ type: "new", hint });
	for (const hasActed of [false, true])
		expect(answerHint(chip, 1, hint, { ...hint, hasActed })).toEqual({ type: "again", hint });
});

test("until the player has done something, another advice is no new hint", () => {
	const chip = playedChip();
	const given = planFirst(chip, 0);
	const next: SeatHint = { command: { type: "steal", from: 1 }, text: "steal" };
	expect(answerHint(chip, 1, next, { ...given, hasActed: false })).toMatchObject({
		type: "again",
		hint: { text: given.text },
	});
	expect(answerHint(chip, 1, next, { ...given, hasActed: true })).toEqual({ type: "new", hint: next });
});

test("what cannot be done any more is not said again, unless the next one reads the same", () => {
	const chip = playedChip();
	applyCommand(chip, 1, { type: "take", core: 0 });
	advance(chip, 6.25 * NS_PER_PLAY_S);
	const running = chip.cores.find(({ thread }) => thread >= 0)?.thread ?? -1;
	const given: SeatHint = {
		command: { type: "plan", thread: running, core: 0, position: 0 },
		text: "plan it",
	};
	expect(running).toBeGreaterThanOrEqual(0);
	const next: SeatHint = { command: { type: "steal", from: 1 }, text: "steal" };
	expect(answerHint(chip, 1, next, { ...given, hasActed: false })).toEqual({ type: "new", hint: next });
	const alike = { ...next, text: given.text };
	expect(answerHint(chip, 1, alike, { ...given, hasActed: false })).toEqual({ type: "again", hint: alike });
});
