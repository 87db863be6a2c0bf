import { at, idAt } from "../../lib/assert.ts";
import { streamOf } from "../../lib/random.ts";
import { NS_PER_PLAY_S } from "../../lib/units.ts";
import { NONE, type ReadonlyChip, type ReadonlyThread } from "../../sim/chip/chip.ts";
import { mayRun } from "../../sim/chip/may-run.ts";
import type { Chance } from "../../sim/chip/policy.ts";
import { createHumanPaced, type Move } from "../parts/human-paced.ts";
import { isWorthLoading, savedNs, stealCandidateOf, victimBy } from "../parts/moves.ts";
import { backlogNs } from "../parts/observations.ts";
import { reloadNs } from "../parts/reload.ts";

/** Least gain in ns of a move: a moment later the queues look different. */
const WORTH_NS = 0.5 * NS_PER_PLAY_S;
/** A core with no more tasks than this waiting looks around: one that waits until nothing is left is idle first. */
const NEARLY_OUT = 1;

/**
 * Expert policy of the lesson `load-balancing`: no core idles while others have queues. What would finish
 * soonest elsewhere, cold data included, goes there, but no task so short that loading takes longer than its
 * work. At home short tasks run first.
 */
export const evenOut = createHumanPaced("insight:load-balancing", {
	move: mostSaved,
	steal: (chip, core) =>
		at(chip.cores, core).queue.length > NEARLY_OUT
			? NONE
			: victimBy(chip, core, (candidate) => gainNs(chip, candidate, core), WORTH_NS),
	rank: shortest,
});

/** Naive policy: work stays where it is; a core without work steals from the first neighbour that has some. */
export const firstFound = createHumanPaced("first-found", {
	steal: (chip, core) => (isOut(chip, core) ? victimBy(chip, core, () => 1, 0) : NONE),
});

/** Fixed rule: nothing is ever moved. */
export const stayHome = createHumanPaced("stay-home", {});

/** Fixed rule, textbook work stealing: a core without work steals from the longest queue, whatever it costs. */
export const stealLongest = createHumanPaced("steal-longest", { steal: fromLongest });

/** The same, with short tasks first. */
export const stealLongestShortFirst = createHumanPaced("steal-longest-short-first", {
	steal: fromLongest,
	rank: shortest,
});

/** Random choices of what is moved and where, whom to steal from and whether, and what runs next. */
export const guessWhere = createHumanPaced("guess-where", {
	move: (chip, chance) => {
		const waiting = chip.cores.flatMap(({ queue }) => queue);
		return waiting.length === 0
			? undefined
			: { thread: idAt(waiting, chance(waiting.length)), core: chance(chip.cores.length) };
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
			const saved = gainNs(chip, thread, core.id);
			if (saved <= mostNs) continue;
			mostNs = saved;
			best = { thread: thread.id, core: core.id };
		}
	return best;
}

/**
 * What moving the thread there saves, in ns: the time by which it finishes earlier, less what loading its data takes
 * again of those whose data it pushes out.
 */
function gainNs(chip: ReadonlyChip, thread: ReadonlyThread, to: number): number {
	return savedNs(chip, thread, to) - reloadNs(chip, to, thread);
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
