import { describe, expect, test } from "vitest";
import { LESSONS } from "#shared/lessons/table.ts";
import { at } from "#shared/lib/assert.ts";
import { createChance } from "#shared/lib/random.ts";
import { TURN_NS } from "#shared/lib/units.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import { openChip, type StampedCommand, startChipTurn } from "#shared/round/round.ts";
import { advance, nextEventNs } from "#shared/sim/advance.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import { playerCommandFile } from "#shared/sim/chip/command-file.ts";
import { ALLOWED_ALL, type Allowed, commandsOfClass } from "../setup/class-commands.ts";

const TURNS = 180;
/**
 * Events of one chip in one turn beyond its commands, ten ticks among them: a microsecond or a few each, so that
 * the turn of a class, sixteen chips, stays far below 50 ms (`npm run bench -- sim` measures it).
 */
const EVENTS_MAX = 40;
/** With every kind of command: ten slices of each core, and what each sets off. */
const EVENTS_OF_ALL_MAX = 160;

/** Handles the turn, and says how many events there were after its commands. */
function eventsOf(chip: Chip, turn: number, commands: readonly StampedCommand[]): number {
	const endNs = (turn + 1) * TURN_NS;
	startChipTurn(chip, turn, commands);
	let events = 0;
	for (; nextEventNs(chip) <= endNs; events++) advance(chip, nextEventNs(chip));
	advance(chip, endNs);
	return events;
}

/** The most events of any chip in any turn of a round whose every seat sends all that it may in every turn. */
function dearestTurn(lesson: (typeof LESSONS)[number], seed: number, allowed: Allowed): number {
	const header = createRoundHeader(lesson, seed, 2, () => true);
	const chips = header.chips.map((_, index) => openChip(header, index));
	const chance = createChance(seed, 0);
	let most = 0;
	for (let turn = 0; turn < TURNS && chips.some(({ finished }) => !finished); turn++) {
		const commands = commandsOfClass(chips, turn, allowed, chance);
		for (const { command } of commands) expect(playerCommandFile.safeParse(command).success).toBe(true);
		chips.forEach((chip, index) => {
			const own = commands.filter((stamped) => stamped.chip === index);
			most = Math.max(most, eventsOf(chip, turn, own));
		});
	}
	return most;
}

/** In an experiment nobody commands. */
const played = LESSONS.filter(({ actions }) => actions.core.length > 0);

describe("a turn has few events, whatever its class commands", () => {
	test.each(played.map(({ id }) => id))("[Q13] in %s", (id) => {
		const lesson = at(
			played.filter((each) => each.id === id),
			0,
		);
		expect(dearestTurn(lesson, 1, lesson.actions)).toBeLessThan(EVENTS_MAX);
		expect(dearestTurn(lesson, 2, ALLOWED_ALL)).toBeLessThan(EVENTS_OF_ALL_MAX);
		expect(dearestTurn(lesson, 2, ALLOWED_ALL)).toBeLessThan(EVENTS_OF_ALL_MAX);
	});
});
