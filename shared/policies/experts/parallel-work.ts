import { at } from "../../lib/assert.ts";
import { NS_PER_PLAY_S } from "../../lib/units.ts";
import type { ReadonlyChip, ReadonlyCore, ReadonlyThread } from "../../sim/chip/chip.ts";
import type { Command } from "../../sim/chip/command.ts";
import { mayRun } from "../../sim/chip/may-run.ts";
import { createHumanPaced, type DecisionRules } from "../parts/human-paced.ts";
import { backlogNs } from "../parts/observations.ts";

/** Rules of who gives the longest task to the core that is free soonest, in the lessons played as a chain. */
export const LONGEST_TO_SOONEST: DecisionRules = {
	// A task of the batch and one of the next one each: see `takesLongest`.
	ahead: 2,
	take: takesLongest,
	rank: (_chip, _core, thread) => longest(thread),
	modes: [(chip, seat) => (seat === 0 ? sendLongest(chip) : undefined)],
};

/**
 * Expert policy of the lesson `parallel-work`: the longest task goes to the core that is free soonest, at the end
 * of this batch too, so that nobody waits and all end together.
 */
export const longestFirst = createHumanPaced("insight:parallel-work", LONGEST_TO_SOONEST);

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

/** Cores that are free within so much of each other count as free at once, in ns. */
const AS_SOON_NS = 0.3 * NS_PER_PLAY_S;

/** Rank of threads that cannot run yet, after all that can. */
const NOT_YET = 1_000_000_000;

/** Rank for longest first: the longer the thread, the smaller. */
export function longest({ state, workNs }: ReadonlyThread): number {
	return (state === "ready" ? 0 : NOT_YET) - workNs;
}

/**
 * Rank by which a core plans ahead: the longest that is ready, unless another core is free sooner and would start
 * it sooner; of the next batch always the longest. One of each is enough: more could no longer be shared when
 * another core becomes idle.
 */
function takesLongest(chip: ReadonlyChip, core: number, thread: ReadonlyThread): number {
	const own = at(chip.cores, core);
	if (plansOne(chip, own, thread.state)) return Number.POSITIVE_INFINITY;
	const isMine = thread.state !== "ready" || isFreeSoonest(chip, own);
	return isMine ? longest(thread) : Number.POSITIVE_INFINITY;
}

/** Whether no core is free clearly before this one. */
function isFreeSoonest(chip: ReadonlyChip, own: ReadonlyCore): boolean {
	const ownNs = untilFreeNs(chip, own);
	return chip.cores.every((core) => core.id === own.id || untilFreeNs(chip, core) + AS_SOON_NS >= ownNs);
}

/**
 * The scheduler plans the longest task on the core that is free soonest, unless that has a plan: ready tasks
 * first, then those of the next batch.
 */
export function sendLongest(chip: ReadonlyChip): Command | undefined {
	const [ready] = longestOf(chip, "ready");
	if (ready !== undefined) {
		const [soonest] = soonestFree(chip, ready);
		return soonest === undefined || plansOne(chip, soonest, "ready")
			? undefined
			: { type: "plan", thread: ready.id, core: soonest.id, position: 0 };
	}
	const [next] = longestOf(chip, "waiting");
	if (next === undefined) return undefined;
	const core = soonestFree(chip, next).find((candidate) => !plansOne(chip, candidate, "waiting"));
	return core && { type: "plan", thread: next.id, core: core.id, position: core.queue.length };
}

function longestOf(chip: ReadonlyChip, state: ReadonlyThread["state"]): ReadonlyThread[] {
	return chip.shared
		.map((id) => at(chip.threads, id))
		.filter((waiting) => waiting.state === state)
		.sort((one, other) => other.workNs - one.workNs || one.id - other.id);
}

/** Cores that may run the thread, those that are free soonest first. */
function soonestFree(chip: ReadonlyChip, thread: ReadonlyThread): ReadonlyCore[] {
	return chip.cores
		.filter((core) => mayRun(core, thread))
		.sort((one, other) => untilFreeNs(chip, one) - untilFreeNs(chip, other) || one.id - other.id);
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
