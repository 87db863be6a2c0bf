import { expect, test } from "vitest";
import { lessonById } from "#shared/lessons/table.ts";
import { at } from "#shared/lib/assert.ts";
import { TURN_NS } from "#shared/lib/units.ts";
import { evidenceOf, evidenceOfParts, type SeatShown } from "#shared/result/evidence.ts";
import { createRoundHeader } from "#shared/round/open-lesson-round.ts";
import { presentRound, type RecordedRound } from "#shared/round/recorded-round.ts";
import { openChip, type StampedCommand, startChipTurn } from "#shared/round/round.ts";
import { advance } from "#shared/sim/advance.ts";

const TURNS = 120;

/** A round of a lesson whose scheduler deals what waits, every `every` turns. */
function dealt(seed: number, every: number): RecordedRound {
	const header = createRoundHeader(lessonById("cache-affinity"), seed, 1, (_chip, seat) => seat === 0);
	const opened = openChip(header, 0);
	const commands: StampedCommand[] = [];
	for (let turn = 0; turn < TURNS; turn++) {
		const before = commands.length;
		const [first] = opened.shared;
		if (turn % every === every - 1 && first !== undefined) {
			const { job } = at(opened.threads, first);
			commands.push({ turn, chip: 0, seat: 0, command: { type: "deal", job, core: 0 } });
		}
		startChipTurn(opened, turn, commands.slice(before));
		advance(opened, (turn + 1) * TURN_NS);
	}
	return presentRound({ header, commands, turns: TURNS });
}

const counts = (seat: SeatShown) => ({
	decisions: seat.decisions,
	arose: seat.concepts.map(({ arose }) => arose),
	taken: seat.concepts.map(({ taken }) => taken),
});

test("commands and situations of two parts count together, also of who did nothing in the second", () => {
	const [played, idle] = [dealt(1, 8), dealt(1, TURNS + 1)];
	const alone = at(evidenceOf(played, 0), 0);
	expect(alone.decisions).toBeGreaterThan(3);
	expect(at(evidenceOf(idle, 0), 0).decisions).toBe(0);
	expect(at(evidenceOfParts([played, idle], 0), 0)).toEqual(alone);
	expect(at(evidenceOfParts([idle, played], 0), 0)).toEqual(alone);

	const other = dealt(2, 12);
	const [one, two] = [alone, at(evidenceOf(other, 0), 0)].map(counts);
	const both = counts(at(evidenceOfParts([played, other], 0), 0));
	expect(both.decisions).toBe((one?.decisions ?? 0) + (two?.decisions ?? 0));
	expect(both.arose).toEqual(one?.arose.map((arose, concept) => arose + (two?.arose[concept] ?? 0)));
	expect(both.taken).toEqual(one?.taken.map((taken, concept) => taken + (two?.taken[concept] ?? 0)));
	expect(both.arose.some((arose) => arose > 0)).toBe(true);
});

test("one part is what it is alone, and none is nothing", () => {
	const round = dealt(2, 12);
	expect(evidenceOfParts([round], 0)).toEqual(evidenceOf(round, 0));
	expect(evidenceOfParts([], 0)).toEqual([]);
});
