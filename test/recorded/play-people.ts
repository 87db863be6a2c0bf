import type { Lesson } from "#shared/lessons/lesson.ts";
import { at } from "#shared/lib/assert.ts";
import { createChance } from "#shared/lib/random.ts";
import { policyById } from "#shared/policies/table.ts";
import { closeTurn, openRound, type Round } from "#shared/round/play-round.ts";
import type { RoundHeader, RoundLog, StampedCommand } from "#shared/round/round.ts";
import type { ReadonlyChip } from "#shared/sim/chip/chip.ts";
import type { Command } from "#shared/sim/chip/command.ts";
import type { Chance } from "#shared/sim/chip/policy.ts";
import { drawCommand } from "./draw-command.ts";

/** Somebody in a seat: from which turn on they may act again, and whether they are away until then. */
type Person = { readonly chip: number; readonly seat: number; nextTurn: number; isAway: boolean };

const STREAM = 77;
/** Commands that no lesson offers: they are part of the simulation all the same, as the class's own is. */
const RARE = {
	scheduler: ["quantum", "reserve", "lockMode", "pin", "priority", "unplan", "cap", "inherit"],
	core: ["spinFor", "unplan", "yield", "sleepAfter", "clock", "quantum"],
} as const satisfies Record<string, readonly Command["type"][]>;

/**
 * Plays the round with people in the seats that the header gives to them: they know the lesson's idea, or play as
 * most do, or try what they may and what they may not; they fall silent, leave, and come back.
 */
export function playPeople(lesson: Lesson, header: RoundHeader, turns: number): RoundLog {
	const round = openRound(header);
	const chance = createChance(header.seed, STREAM + header.part);
	const people = peopleOf(header, chance);
	const commands: StampedCommand[] = [];
	while (round.turn < turns && !round.finished) {
		const given = people.flatMap((person) => giveCommand(person, lesson, round, chance));
		commands.push(...given);
		closeTurn(round, given);
	}
	return { header, commands, turns: round.turn };
}

function peopleOf({ chips }: RoundHeader, chance: Chance): Person[] {
	return chips.flatMap(({ seats }, chip) =>
		seats.flatMap(({ driver }, seat) =>
			driver === "person" ? [{ chip, seat, nextTurn: chance(8), isAway: false }] : [],
		),
	);
}

function giveCommand(
	person: Person,
	lesson: Lesson,
	{ turn, chips }: Round,
	chance: Chance,
): StampedCommand[] {
	if (turn < person.nextTurn) return [];
	const { chip, seat, isAway } = person;
	const stamp = (command: Command): StampedCommand => ({ turn, chip, seat, command });
	const mood = chance(100);
	person.nextTurn = turn + 2 + chance(7);
	person.isAway = !isAway && mood < 2;
	if (isAway) return [stamp({ type: "drive", driver: "person" })];
	if (mood < 5) person.nextTurn += 10 + chance(20);
	if (person.isAway) return [stamp({ type: "drive", driver: "bot" })];
	if (mood < 5) return [];
	const wish = mood < 60 ? wishOf(lesson, at(chips, chip).chip, seat, chance) : undefined;
	return [stamp(wish ?? tryOut(lesson, at(chips, chip).chip, seat, chance))];
}

/** What somebody would do who plays by one of the lesson's policies. */
function wishOf(
	{ policies: { expert, naive, random, constants } }: Lesson,
	chip: ReadonlyChip,
	seat: number,
	chance: Chance,
): Command | undefined {
	const styles = [expert, expert, naive, random, ...constants];
	return policyById(at(styles, chance(styles.length))).act?.(chip, seat, chance);
}

function tryOut({ actions }: Lesson, chip: ReadonlyChip, seat: number, chance: Chance): Command {
	const kind = seat === 0 ? "scheduler" : "core";
	const types = chance(4) === 0 ? RARE[kind] : actions[kind];
	const type = types.length === 0 ? "yield" : at(types, chance(types.length));
	return drawCommand(type, chip, seat, chance);
}
