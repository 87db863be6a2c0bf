import { describe, expect, test } from "vitest";
import { LESSONS } from "#shared/lessons/table.ts";
import { createChance } from "#shared/lib/random.ts";
import { NEVER_NS } from "#shared/lib/units.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import { closeTurn, openRound } from "#shared/round/play-round.ts";
import { checksum } from "#shared/sim/chip/checksum.ts";
import { cloneChip } from "#shared/sim/chip/clone.ts";
import { ALLOWED_ALL, commandsOfClass } from "../setup/class-commands.ts";

const TURNS = 240;

/** Copies of a chip share what has finished: whoever changed it would change them all, and here it throws. */
function freezeDeeply(data: object): void {
	// All threads have one and the same empty list until they have something to put into a list of their own.
	if (Array.isArray(data) && data.length === 0) return;
	for (const part of Object.values(data))
		if (typeof part === "object" && part !== null && !Object.isFrozen(part)) freezeDeeply(part);
	Object.freeze(data);
}

describe("what has finished never changes again", () => {
	test.each(LESSONS.map(({ id }) => id))("whatever a class of %s commands", (id) => {
		const lesson = LESSONS.find((each) => each.id === id) ?? expect.fail("no such lesson");
		const round = openRound(createRoundHeader(lesson, 7, lesson.chipsMin, () => true));
		const chance = createChance(7, 0);
		let finished = 0;
		while (round.turn < TURNS && !round.finished) {
			const chips = round.chips.map(({ chip }) => chip);
			closeTurn(round, commandsOfClass(chips, round.turn, ALLOWED_ALL, chance));
			for (const { threads, jobs } of chips)
				for (const each of [...threads, ...jobs]) {
					if (each.finishNs === NEVER_NS || Object.isFrozen(each)) continue;
					freezeDeeply(each);
					finished++;
				}
		}
		for (const { chip } of round.chips) expect(checksum(cloneChip(chip))).toBe(checksum(chip));
		expect(finished).toBeGreaterThan(0);
	});
});
