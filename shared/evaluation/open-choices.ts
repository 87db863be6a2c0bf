import { optionsOf } from "../analysis/options-of.ts";
import type { Lesson } from "../lessons/lesson.ts";
import { at } from "../lib/assert.ts";
import { bottomLevelNs } from "../sim/chip/bottom-level.ts";
import { type ReadonlyChip, SHARED } from "../sim/chip/chip.ts";
import type { Command } from "../sim/chip/command.ts";

/** Tasks at the head of a queue whose way or turn is tried. */
const LOOKS_AHEAD = 3;

/**
 * What the seat could do now that gets work done one way or another: deal, place, take, put first, choose a way, steal, ask,
 * set a clock. What only undoes or idles is left out: that it would hurt makes no decision. In order of what it is
 * about, so that neighbours are alike.
 */
export function openChoices(chip: ReadonlyChip, seat: number, { actions, decisions }: Lesson): Command[] {
	const moves = decisions.some(({ id }) => id === "move");
	const choices = optionsOf(chip, seat, actions).filter((command) => isChoice(chip, command, moves));
	// Of what waits to be dealt, the first packet: in which order packets go matters less than where they go.
	const first = choices.find(({ type }) => type === "deal");
	return choices
		.filter((command) => command.type !== "deal" || first?.type !== "deal" || command.job === first.job)
		.map((command) => ({ command, behindNs: behindNs(chip, command) }))
		.sort((one, other) => one.behindNs - other.behindNs)
		.map(({ command }) => command);
}

/** So many of them, spread evenly over all, the ends among them. */
export function spreadOver<Item>(items: readonly Item[], count: number): Item[] {
	if (items.length <= count) return [...items];
	return Array.from(
		{ length: count },
		(_, index) => items[Math.floor((index * (items.length - 1)) / (count - 1))] as Item,
	);
}

function isChoice(chip: ReadonlyChip, command: Command, moves: boolean): boolean {
	switch (command.type) {
		case "deal":
		case "steal":
		case "ask":
		case "clock":
			return true;
		case "reorder":
			return command.position === 0;
		case "plan": {
			const { queue } = at(chip.threads, command.thread);
			if (queue === SHARED) return true;
			// To the front of its own queue, or, where the lesson moves tasks, to the end of another.
			return queue === command.core ? command.position === 0 && isSoon(chip, command.thread) : moves;
		}
		case "choose":
			return isSoon(chip, command.thread);
		default:
			return false;
	}
}

function isSoon(chip: ReadonlyChip, thread: number): boolean {
	const { queue } = at(chip.threads, thread);
	const line = queue < 0 ? chip.shared : at(chip.cores, queue).queue;
	return line.indexOf(thread) <= LOOKS_AHEAD;
}

/** Work behind what the command is about, its own included, in ns. */
function behindNs(chip: ReadonlyChip, command: Command): number {
	return "thread" in command ? bottomLevelNs(chip, at(chip.threads, command.thread)) : 0;
}
