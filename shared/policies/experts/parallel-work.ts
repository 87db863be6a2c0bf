import { at } from "../../lib/assert.ts";
import { NS_PER_PLAY_S } from "../../lib/units.ts";
import { bottomLevelNs, followersOf } from "../../sim/chip/bottom-level.ts";
import { NONE, type ReadonlyChip, type ReadonlyCore, type ReadonlyThread } from "../../sim/chip/chip.ts";
import type { Command } from "../../sim/chip/command.ts";
import { mayRun } from "../../sim/chip/may-run.ts";
import { createHumanPaced, type DecisionRules } from "../parts/human-paced.ts";
import { untilNextNs } from "../parts/observations.ts";

/**
 * Critical path first, where the next job begins only when this one is done (Hu 1961): what has the longest line
 * of work behind it goes to the core that is free soonest, and a line goes on where it runs.
 */
export const CRITICAL_PATH_FIRST = pathRules((chip, thread) => -bottomLevelNs(chip, thread));

/** Expert policy of the lesson `parallel-work`. */
export const criticalPathFirst = createHumanPaced("insight:parallel-work", CRITICAL_PATH_FIRST);

/** Its reverse, of the lesson `amdahl` too: what has the least behind it first. */
export const criticalPathLast = createHumanPaced(
	"critical-path-last",
	pathRules((chip, thread) => bottomLevelNs(chip, thread)),
);

/** Cores that are free within so much of each other count as free at once, in ns. */
const AS_SOON_NS = 0.3 * NS_PER_PLAY_S;
/** The scheduler leaves the next task to a core that is busy for longer than that, in ns. */
const LEFT_TO_CORE_NS = NS_PER_PLAY_S;
/** Added to the rank of threads that cannot run yet: they come after all that can. */
const NOT_YET = 1_000_000_000;

type Rank = (chip: ReadonlyChip, thread: ReadonlyThread) => number;

function pathRules(rank: Rank): DecisionRules {
	return {
		// A task of this job and one of the next.
		ahead: 2,
		take: (chip, core, thread) => takeRank(chip, at(chip.cores, core), thread, rank),
		modes: [(chip, seat) => (seat === 0 ? sendOne(chip, rank) : undefined)],
	};
}

/**
 * Rank by which a core plans: what is ready, unless another core is free sooner and would start it sooner, and what
 * follows its own task, which will be ready in time; after these what nobody in particular will go on with. One of
 * each is enough: more could no longer be shared when another core becomes idle.
 */
function takeRank(chip: ReadonlyChip, core: ReadonlyCore, thread: ReadonlyThread, rank: Rank): number {
	if (plansOne(chip, core, thread.state)) return Number.POSITIVE_INFINITY;
	if (thread.state === "ready")
		return isFreeSoonest(chip, core) ? rank(chip, thread) : Number.POSITIVE_INFINITY;
	const runner = runnerBefore(chip, thread);
	if (runner === undefined) return NOT_YET + rank(chip, thread);
	return runner.id === core.id ? rank(chip, thread) : Number.POSITIVE_INFINITY;
}

/** The scheduler lets lines go on where they run, then plans what is ready, then what is ready next. */
function sendOne(chip: ReadonlyChip, rank: Rank): Command | undefined {
	const waiting = byRank(chip, "waiting", rank);
	for (const thread of waiting) {
		const runner = runnerBefore(chip, thread);
		if (runner !== undefined && hasRoomFor(chip, runner, thread)) return planned(thread, runner, 0);
	}
	const [ready] = byRank(chip, "ready", rank);
	if (ready !== undefined) {
		const [soonest] = soonestFree(chip, ready);
		if (soonest === undefined || untilFreeNs(chip, soonest) > LEFT_TO_CORE_NS) return undefined;
		return hasRoomFor(chip, soonest, ready) ? planned(ready, soonest, 0) : undefined;
	}
	const next = waiting.find((thread) => runnerBefore(chip, thread) === undefined);
	if (next === undefined) return undefined;
	const core = soonestFree(chip, next).find((candidate) => hasRoomFor(chip, candidate, next));
	return core && planned(next, core, core.queue.length);
}

function planned({ id }: ReadonlyThread, core: ReadonlyCore, position: number): Command {
	return { type: "plan", thread: id, core: core.id, position };
}

function byRank(chip: ReadonlyChip, state: ReadonlyThread["state"], rank: Rank): ReadonlyThread[] {
	return chip.shared
		.map((id) => at(chip.threads, id))
		.filter((thread) => thread.state === state)
		.sort((one, other) => rank(chip, one) - rank(chip, other) || one.id - other.id);
}

/** The core that runs what only this thread of the job waits for; undefined if none does. */
function runnerBefore(chip: ReadonlyChip, thread: ReadonlyThread): ReadonlyCore | undefined {
	return chip.cores.find((core) => {
		const running = core.thread === NONE ? undefined : chip.threads[core.thread];
		if (running?.job !== thread.job) return false;
		const [next, ...others] = followersOf(chip, running);
		return next?.id === thread.id && others.length === 0;
	});
}

function hasRoomFor(chip: ReadonlyChip, core: ReadonlyCore, { state }: ReadonlyThread): boolean {
	return core.queue.length < chip.scenario.runQueueMax && !plansOne(chip, core, state);
}

/** Whether the core has planned a task in that state. */
function plansOne(chip: ReadonlyChip, core: ReadonlyCore, state: ReadonlyThread["state"]): boolean {
	return core.queue.some((id) => at(chip.threads, id).state === state);
}

/** Cores that may run the thread, those that are free soonest first. */
function soonestFree(chip: ReadonlyChip, thread: ReadonlyThread): ReadonlyCore[] {
	return chip.cores
		.filter((core) => mayRun(core, thread))
		.sort((one, other) => untilFreeNs(chip, one) - untilFreeNs(chip, other) || one.id - other.id);
}

/** Whether no core is free clearly before this one. */
function isFreeSoonest(chip: ReadonlyChip, own: ReadonlyCore): boolean {
	const ownNs = untilFreeNs(chip, own);
	return chip.cores.every((core) => core.id === own.id || untilFreeNs(chip, core) + AS_SOON_NS >= ownNs);
}

/** Time until the core has done what it runs, the line behind that, and what it has planned and could run, in ns. */
function untilFreeNs(chip: ReadonlyChip, core: ReadonlyCore): number {
	const ready = core.queue.map((id) => at(chip.threads, id)).filter(({ state }) => state === "ready");
	const plannedNs = ready.reduce((sum, { workNs }) => sum + workNs, 0);
	return plannedNs + lineNs(chip, core) + untilNextNs(chip, core);
}

/** Work of the line that goes on where it runs, after the core's own task of it, in ns. */
function lineNs(chip: ReadonlyChip, { thread }: ReadonlyCore): number {
	const running = thread === NONE ? undefined : chip.threads[thread];
	const [next, ...others] = running === undefined ? [] : followersOf(chip, running);
	return next === undefined || others.length > 0 ? 0 : bottomLevelNs(chip, next);
}
