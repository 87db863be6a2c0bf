import { at } from "../../lib/assert.ts";
import { streamOf } from "../../lib/random.ts";
import { NS_PER_PLAY_S } from "../../lib/units.ts";
import { NONE, type ReadonlyChip, type ReadonlyThread } from "../../sim/chip/chip.ts";
import { mayRun } from "../../sim/chip/may-run.ts";
import type { Chance } from "../../sim/chip/policy.ts";
import { createHumanPaced, type Move } from "../parts/human-paced.ts";
import { isWorthLoading, savedNs, stealCandidateOf, victimBy } from "../parts/moves.ts";
import { backlogNs } from "../parts/observations.ts";

/** Less than this a move should not save: a moment later the queues look different. */
const WORTH_NS = 0.5 * NS_PER_PLAY_S;
/** A core with no more than this waiting looks around: who waits until nothing is left stands idle first. */
const NEARLY_OUT = 1;

/**
 * Nobody idles while others queue: what would be done soonest of all elsewhere, its cold data counted, goes there,
 * and not a short task, which would load longer than it works. At home the short ones first: they wait for nobody.
 */
export const evenOut = createHumanPaced("insight:load-balancing", {
	move: mostSaved,
	steal: (chip, core) =>
		at(chip.cores, core).queue.length > NEARLY_OUT
			? NONE
			: victimBy(chip, core, (candidate) => savedNs(chip, candidate, core), WORTH_NS),
	rank: shortest,
});

/** What most do first: work stays where it is; who has none takes some of the first neighbour that has. */
export const firstFound = createHumanPaced("first-found", {
	steal: (chip, core) => (isOut(chip, core) ? victimBy(chip, core, () => 1, 0) : NONE),
});

/** The static deal: nothing is ever moved. */
export const stayHome = createHumanPaced("stay-home", {});

/** Work stealing as in the book: who has nothing left takes from the longest queue, whatever it costs. */
export const stealLongest = createHumanPaced("steal-longest", { steal: fromLongest });

/** The same, and short tasks first. */
export const stealLongestShortFirst = createHumanPaced("steal-longest-short-first", {
	steal: fromLongest,
	rank: shortest,
});

/** Chance in everything: what is moved and where to, from whom is stolen, if at all, what runs next. */
export const guessWhere = createHumanPaced("guess-where", {
	move: (chip, chance) => {
		const waiting = chip.cores.flatMap(({ queue }) => queue);
		return waiting.length === 0
			? undefined
			: { thread: at(waiting, chance(waiting.length)), core: chance(chip.cores.length) };
	},
	steal: stealAtRandom,
	rank: (chip, _core, { id }) => streamOf(chip.seed, id),
});

function mostSaved(chip: ReadonlyChip): Move | undefined {
	let best: Move | undefined;
	let mostNs = WORTH_NS;
	for (const thread of chip.cores.flatMap(({ queue }) => queue.map((id) => at(chip.threads, id))))
		for (const core of chip.cores) {
			if (core.id === thread.queue || !mayRun(core, thread)) continue;
			if (!isWorthLoading(chip, core.id, thread)) continue;
			const saved = savedNs(chip, thread, core.id);
			if (saved <= mostNs) continue;
			mostNs = saved;
			best = { thread: thread.id, core: core.id };
		}
	return best;
}

function shortest(_chip: ReadonlyChip, _core: number, { workNs }: ReadonlyThread): number {
	return workNs;
}

function fromLongest(chip: ReadonlyChip, core: number): number {
	return isOut(chip, core) ? victimBy(chip, core, (_, from) => at(chip.cores, from).queue.length, 0) : NONE;
}

function isOut(chip: ReadonlyChip, core: number): boolean {
	return backlogNs(chip, core) === 0;
}

function stealAtRandom(chip: ReadonlyChip, core: number, chance: Chance): number {
	if (at(chip.cores, core).queue.length > 0) return NONE;
	const from = chance(chip.cores.length);
	return stealCandidateOf(chip, from, core) === undefined ? NONE : from;
}
