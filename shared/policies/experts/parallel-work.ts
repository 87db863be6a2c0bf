import { at } from "../../lib/assert.ts";
import type { ReadonlyChip, ReadonlyCore, ReadonlyThread } from "../../sim/chip/chip.ts";
import type { Command } from "../../sim/chip/command.ts";
import { mayRun } from "../../sim/chip/may-run.ts";
import { createHumanPaced } from "../parts/human-paced.ts";
import { backlogNs } from "../parts/observations.ts";

/**
 * Expert policy of the lesson `parallel-work`: longest first; each core knows one task ahead, and one more of
 * the next batch, so that nobody waits and all end together.
 */
export const longestFirst = createHumanPaced("insight:parallel-work", {
	ahead: 2,
	take: (chip, core, thread) =>
		plansOne(chip, at(chip.cores, core), thread.state) ? Number.POSITIVE_INFINITY : longest(thread),
	rank: (_chip, _core, thread) => longest(thread),
	modes: [(chip, seat) => (seat === 0 ? sendLongest(chip) : undefined)],
});

/** Fixed rule: plans ahead in the order in which tasks come. */
export const planAhead = createHumanPaced("plan-ahead", {
	take: (chip, _core, thread) => chip.shared.indexOf(thread.id),
	modes: [
		(chip, seat) => (seat === 0 ? sendTo(chip, (thread) => chip.shared.indexOf(thread.id)) : undefined),
	],
});

/** Most tasks planned on a core: more could no longer be shared when another core becomes idle. */
const PLANNED_MAX = 2;

/** Naive policy: waits until there is nothing to do, then takes the first task. */
export const waitAndSee = createHumanPaced("wait-and-see", {});

/** Rank of threads that cannot run yet, after all that can. */
const NOT_YET = 1_000_000_000;

/** Rank for longest first: the longer the thread, the smaller. */
export function longest({ state, workNs }: ReadonlyThread): number {
	return (state === "ready" ? 0 : NOT_YET) - workNs;
}

/**
 * The scheduler plans the longest task on the core that is free first, unless it has a plan: ready tasks first,
 * then those of the next batch.
 */
export function sendLongest(chip: ReadonlyChip): Command | undefined {
	return sendOne(chip, "ready") ?? sendOne(chip, "waiting");
}

function sendOne(chip: ReadonlyChip, state: ReadonlyThread["state"]): Command | undefined {
	const [thread] = chip.shared
		.map((id) => at(chip.threads, id))
		.filter((waiting) => waiting.state === state)
		.sort((one, other) => other.workNs - one.workNs || one.id - other.id);
	if (thread === undefined) return undefined;
	const [core] = chip.cores
		.filter((candidate) => !plansOne(chip, candidate, state) && mayRun(candidate, thread))
		.sort((one, other) => untilFreeNs(chip, one) - untilFreeNs(chip, other) || one.id - other.id);
	return core && { type: "plan", thread: thread.id, core: core.id, position: core.queue.length };
}

/**
 * Whether the core has planned a task in that state. One is enough: more could no longer be shared when another
 * core becomes idle.
 */
export function plansOne(chip: ReadonlyChip, core: ReadonlyCore, state: ReadonlyThread["state"]): boolean {
	return core.queue.some((id) => at(chip.threads, id).state === state);
}

/** Time until the core has done what it runs and what it has planned and could run, in ns. */
export function untilFreeNs(chip: ReadonlyChip, { activity, nextNs, queue }: ReadonlyCore): number {
	let plannedNs = 0;
	for (const id of queue) {
		const { state, workNs } = at(chip.threads, id);
		if (state === "ready") plannedNs += workNs;
	}
	return plannedNs + (activity === "computing" ? nextNs - chip.nowNs : 0);
}

/** The scheduler plans the task with the least `rank` on the least loaded core that has room in its plan. */
function sendTo(chip: ReadonlyChip, rank: (thread: ReadonlyThread) => number): Command | undefined {
	const [first] = chip.shared
		.map((id) => at(chip.threads, id))
		.sort((one, other) => rank(one) - rank(other) || one.id - other.id);
	if (first === undefined) return undefined;
	const [core] = chip.cores
		.filter(({ queue }) => queue.length < PLANNED_MAX)
		.filter((candidate) => mayRun(candidate, first))
		.sort((one, other) => backlogNs(chip, one.id) - backlogNs(chip, other.id) || one.id - other.id);
	return core && { type: "plan", thread: first.id, core: core.id, position: core.queue.length };
}
