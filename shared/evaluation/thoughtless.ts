import { at } from "../lib/assert.ts";
import { backlogNs } from "../policies/parts/observations.ts";
import type { ReadonlyChip, ReadonlyThread } from "../sim/chip/chip.ts";
import type { Command } from "../sim/chip/command.ts";
import type { Player, PlayerView } from "./player.ts";

/** Who presses without looking presses this often, in times per second of play. */
const PRESSES_PER_S = 1 / 1.5;

/** Does nothing. */
const idle: Player = { name: "idle", perS: 0, act: () => undefined };

/** Presses what is first and lit: takes, deals, asks for or steals the first thing there is. */
const glow: Player = {
	name: "glow",
	perS: PRESSES_PER_S,
	act: (view) => firstOption(view, ({ chip, seat }) => (seat === 0 ? leastLoadedCore(chip) : seat - 1)),
};

/** Presses what is drawn biggest: the longest task or packet it sees goes next. */
const biggest: Player = {
	name: "biggest",
	perS: PRESSES_PER_S,
	act: ({ chip, seat, options }) => {
		const offered = options();
		return mostBy(offered, (command) => workOf(chip, command, seat)) ?? offered[0];
	},
};

/** Anything that may be done, with equal chance for each kind of act and then for each act of the kind. */
const random: Player = {
	name: "random",
	perS: PRESSES_PER_S,
	act: ({ options, chance }) => {
		const offered = options();
		const types = [...new Set(offered.map(({ type }) => type))];
		const type = types[types.length > 0 ? chance(types.length) : 0];
		const ofType = offered.filter((command) => command.type === type);
		return ofType[ofType.length > 0 ? chance(ofType.length) : 0];
	},
};

/** Those who play without a thought, none of whom a lesson may reward. */
export const THOUGHTLESS: readonly Player[] = [idle, glow, biggest, random];

const FIRST_TYPES: readonly Command["type"][] = ["deal", "take", "plan", "ask", "steal"];

function firstOption(view: PlayerView, coreFor: (view: PlayerView) => number): Command | undefined {
	const offered = view.options();
	const core = coreFor(view);
	const queue: readonly number[] = view.seat === 0 ? [] : at(view.chip.cores, view.seat - 1).queue;
	for (const type of FIRST_TYPES) {
		const found = offered.find(
			(command) =>
				command.type === type &&
				(!("core" in command) || command.core === core) &&
				// What waits in one's own queue is not lit.
				!(command.type === "plan" && queue.includes(command.thread)),
		);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** Work that the command would move to where it runs next, or ask for, in ns; 0 if it does neither. */
function workOf(chip: ReadonlyChip, command: Command, seat: number): number {
	const core = seat === 0 ? leastLoadedCore(chip) : seat - 1;
	if (command.type === "deal")
		return command.core === core
			? chip.shared
					.map((id) => at(chip.threads, id))
					.filter(({ job }) => job === command.job)
					.reduce((sumNs, { workNs }) => sumNs + workNs, 0)
			: 0;
	if (command.type === "ask") {
		const { items } = at(chip.threads, command.thread).spec;
		return items === undefined ? 0 : Math.min(command.count, items.count) * items.eachNs;
	}
	if (command.type === "reorder") return command.position === 0 ? at(chip.threads, command.thread).workNs : 0;
	if (command.type !== "plan" || command.core !== core || command.position !== 0) return 0;
	const thread: ReadonlyThread = at(chip.threads, command.thread);
	return thread.workNs;
}

function leastLoadedCore(chip: ReadonlyChip): number {
	return chip.cores.reduce((least, { id }) => (backlogNs(chip, id) < backlogNs(chip, least) ? id : least), 0);
}

function mostBy(commands: readonly Command[], worthOf: (command: Command) => number): Command | undefined {
	let best: Command | undefined;
	let most = 0;
	for (const command of commands) {
		const value = worthOf(command);
		if (value <= most) continue;
		best = command;
		most = value;
	}
	return best;
}
