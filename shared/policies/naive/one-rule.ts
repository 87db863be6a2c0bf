import { at } from "../../lib/assert.ts";
import { NEVER_NS, NS_PER_PLAY_S } from "../../lib/units.ts";
import { NONE, type ReadonlyChip, type ReadonlyThread } from "../../sim/chip/chip.ts";
import { createHumanPaced } from "../parts/human-paced.ts";
import { backlogNs, cheapestWithRoom } from "../parts/observations.ts";

/** Beginners of one plausible rule, by which the evaluation of a lesson is held against half an idea. */

/** Beginner: each name has a core for good, as long as that has room; cores run what they have most of. */
export const fixedHome = createHumanPaced("fixed-home", {
	deal: (chip, packet) => {
		const home = numberOf(chip, packet[0]) % chip.cores.length;
		return cheapestWithRoom(chip, packet, (core) => (core === home ? -1 : backlogNs(chip, core)));
	},
	rank: (chip, core, thread) => -countOf(chip, core, thread),
});

/** Beginner: each name has half of the cores, of which the less loaded gets it; a core goes on with its name if the next two have one. */
export const halfHome = createHumanPaced("half-home", {
	deal: (chip, packet) => {
		const half = numberOf(chip, packet[0]) % 2;
		return cheapestWithRoom(
			chip,
			packet,
			(core) => backlogNs(chip, core) + (core % 2 === half ? 0 : OTHER_HALF_NS),
		);
	},
	rank: (chip, core, thread) => {
		const next = at(chip.cores, core).queue.slice(0, LOOKS_AHEAD);
		return Number(!(next.includes(thread.id) && isOfRunning(chip, core, thread)));
	},
});

const LOOKS_AHEAD = 2;
/** Only when the own half is full. */
const OTHER_HALF_NS = 1_000 * NS_PER_PLAY_S;

/** The reverse of keeping warm: packets go where nothing of their name is, and a core changes names with every task. */
export const scattered = createHumanPaced("scattered", {
	deal: (chip, packet) =>
		cheapestWithRoom(chip, packet, (core) => backlogNs(chip, core) * (1 + countOf(chip, core, packet[0]))),
	rank: (chip, core, thread) => Number(isOfRunning(chip, core, thread)),
});

function isOfRunning(chip: ReadonlyChip, core: number, thread: ReadonlyThread): boolean {
	return chip.threads[at(chip.cores, core).thread]?.spec.name === thread.spec.name;
}

/** How many tasks of that name run or wait on the core. */
function countOf(chip: ReadonlyChip, core: number, task: ReadonlyThread | undefined): number {
	const { thread, queue } = at(chip.cores, core);
	return [thread, ...queue].filter((id) => chip.threads[id]?.spec.name === task?.spec.name).length;
}

/** Number of the task's name in alphabetical order. */
function numberOf(chip: ReadonlyChip, task: ReadonlyThread | undefined): number {
	const names = [...new Set(chip.threads.map(({ spec }) => spec.name))].sort();
	return names.indexOf(task?.spec.name ?? "");
}

/** Beginner: packets are dealt by the alphabet, where least waits; a core joins any core's name if the next two have it. */
export const byAlphabet = createHumanPaced("by-alphabet", {
	deal: dealByAlphabet,
	rank: (chip, core, thread) => {
		const next = at(chip.cores, core).queue.slice(0, LOOKS_AHEAD);
		const isRun = chip.cores.some(({ id }) => isOfRunning(chip, id, thread));
		return Number(!(isRun && next.includes(thread.id)));
	},
});

/** Beginner: packets are dealt by the alphabet; a core joins a neighbour's name if the next two have it. */
export const neighbourly = createHumanPaced("neighbourly", {
	deal: dealByAlphabet,
	rank: (chip, core, thread) => {
		const next = at(chip.cores, core).queue.slice(0, LOOKS_AHEAD);
		const joins = chip.cores.some(({ id }) => id !== core && isOfRunning(chip, id, thread));
		return Number(!(joins && next.includes(thread.id)));
	},
});

function dealByAlphabet(chip: ReadonlyChip, packet: readonly ReadonlyThread[]): number {
	const first = Math.min(...chip.shared.map((id) => numberOf(chip, chip.threads[id])));
	return numberOf(chip, packet[0]) === first
		? cheapestWithRoom(chip, packet, (core) => backlogNs(chip, core))
		: NONE;
}

/** Beginner: each name has a core for good; cores run the shorter one of the next two. */
export const homeShorter = createHumanPaced("home-shorter", {
	...fixedHome.rules,
	rank: (chip, core, { id, workNs }) =>
		at(chip.cores, core).queue.indexOf(id) < LOOKS_AHEAD ? workNs : NEVER_NS,
});

/** Beginner: each name has half of the cores; a core avoids what a neighbour runs, if one of the next two is something else. */
export const halfApart = createHumanPaced("half-apart", {
	...halfHome.rules,
	rank: (chip, core, thread) => {
		const next = at(chip.cores, core).queue.slice(0, LOOKS_AHEAD);
		const isRun = chip.cores.some(({ id }) => id !== core && isOfRunning(chip, id, thread));
		return Number(isRun || !next.includes(thread.id));
	},
});

/** Beginner: each name has a core for good; what can be protected gets the surest protection. */
export const homeSafe = createHumanPaced("home-safe", { ...fixedHome.rules, way: lastWay });

/** Beginner: each name has half of the cores; what can be protected gets the surest protection. */
export const halfSafe = createHumanPaced("half-safe", { ...halfHome.rules, way: lastWay });

function lastWay(_chip: ReadonlyChip, _core: number, { spec }: ReadonlyThread): number {
	return spec.ways.length;
}
