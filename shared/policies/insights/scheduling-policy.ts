import { at } from "../../lib/assert.ts";
import { type Chip, NONE, type Thread } from "../../sim/chip.ts";
import type { Command } from "../../sim/command.ts";
import { remainingWorkNs } from "../../sim/progress.ts";
import { NS_PER_PLAY_S } from "../../sim/units.ts";
import { cheapestCore, createPlayer } from "../player.ts";

/** Putting a long task aside is worth the switch from here on: so much longer than what waits. */
const WORTH_YIELDING_NS = 3 * NS_PER_PLAY_S;

/** Shortest first, everywhere: a short task delays the others little, a long one delays all behind it. */
export const shortFirst = createPlayer("insight:scheduling-policy", {
	// Under shortest first only what is shorter stands in a packet's way.
	deal: (chip, packet) => {
		const longestNs = Math.max(...packet.map(({ workNs }) => workNs));
		return cheapestCore(chip, packet, (core) => aheadNs(chip, core, longestNs));
	},
	rank: (chip, _core, thread) => remainingWorkNs(chip, thread),
	mode: (chip, seat) => (seat === 0 ? wantOrder(chip) : putAside(chip, seat - 1)),
});

/** Work on the core that a task of that length would wait for; longer tasks behind it count a little. */
function aheadNs(chip: Readonly<Chip>, core: number, lengthNs: number): number {
	let sumNs = 0;
	for (const thread of tasksOf(chip, core)) {
		const leftNs = remainingWorkNs(chip, thread);
		sumNs += leftNs <= lengthNs ? leftNs : lengthNs;
	}
	return sumNs;
}

function tasksOf(chip: Readonly<Chip>, core: number): Thread[] {
	const { queue, thread } = at(chip.cores, core);
	return (thread < 0 ? queue : [thread, ...queue]).map((id) => at(chip.threads, id));
}

/** Makes way for what is next in the queue, if that is so much shorter. */
function putAside(chip: Readonly<Chip>, core: number): Command | undefined {
	const { queue, thread } = at(chip.cores, core);
	const next = chip.threads[queue[0] ?? NONE];
	if (thread < 0 || next === undefined) return undefined;
	const leftNs = remainingWorkNs(chip, at(chip.threads, thread));
	return remainingWorkNs(chip, next) + WORTH_YIELDING_NS < leftNs ? { type: "yield" } : undefined;
}

/** The rule that sorts what waits to be dealt, set once. */
function wantOrder(chip: Readonly<Chip>): Command | undefined {
	return chip.queueOrder === "shortestFirst" ? undefined : { type: "order", order: "shortestFirst" };
}
