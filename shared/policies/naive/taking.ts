import { at, idAt } from "../../lib/assert.ts";
import { followersOf } from "../../sim/chip/bottom-level.ts";
import type { ReadonlyChip, ReadonlyThread } from "../../sim/chip/chip.ts";
import type { Command } from "../../sim/chip/command.ts";
import { mayRun } from "../../sim/chip/may-run.ts";
import { createHumanPaced, type HumanPaced } from "../parts/human-paced.ts";
import { backlogNs } from "../parts/observations.ts";

/** Naive policies, beginners and fixed rules where cores take tasks from the shared queue. */

/** Naive policy: waits until there is nothing to do, then takes the first task. */
export const waitAndSee = createHumanPaced("wait-and-see", {});

/** Fixed rule: plans ahead in the order in which tasks come. */
export const planAhead = planning("plan-ahead", (chip, { id }) => chip.shared.indexOf(id));

/** Fixed rule: plans the longest task ahead, whatever waits for it. */
export const longestTask = planning("longest-task", (_chip, { workNs }) => -workNs);

/** Beginner: begins lines of tasks early and then forgets them; for the rest takes what is first. */
export const lineBeginner = planning("line-beginner", (chip, thread) =>
	beginsLine(chip, thread) ? -1 : chip.shared.indexOf(thread.id),
);

/** Beginner: always plans the shortest task, so that many are done soon. */
export const shortestTask = planning("shortest-task", (_chip, { workNs }) => workNs);

/** Most tasks planned on a core: more could no longer be shared when another core becomes idle. */
const PLANNED_MAX = 2;
/** Added to the rank of threads that cannot run yet, so that they come after all that can. */
const NOT_YET = 1_000_000_000;

/** The cores plan ahead what has the least `rank`, and the scheduler plans it for the least loaded of them. */
function planning(id: string, rank: (chip: ReadonlyChip, thread: ReadonlyThread) => number): HumanPaced {
	const inTime = (chip: ReadonlyChip, thread: ReadonlyThread): number =>
		rank(chip, thread) + (thread.state === "ready" ? 0 : NOT_YET);
	return createHumanPaced(id, {
		take: (chip, _core, thread) => inTime(chip, thread),
		modes: [(chip, seat) => (seat === 0 ? sendTo(chip, (thread) => inTime(chip, thread)) : undefined)],
	});
}

/** Whether others wait for the thread, and it is not itself the only one that waits for another. */
function beginsLine(chip: ReadonlyChip, thread: ReadonlyThread): boolean {
	const { threads } = at(chip.jobs, thread.job);
	const before = thread.spec.after.map((index) => at(chip.threads, idAt(threads, index)));
	return followersOf(chip, thread).length > 0 && before.every((other) => followersOf(chip, other).length > 1);
}

/** The scheduler plans the task with the least `rank` on the least loaded core that has room in its plan. */
function sendTo(chip: ReadonlyChip, rank: (thread: ReadonlyThread) => number): Command | undefined {
	const [first] = chip.shared
		.map((id) => at(chip.threads, id))
		.sort((one, other) => rank(one) - rank(other) || one.id - other.id);
	if (first === undefined || rank(first) === Number.POSITIVE_INFINITY) return undefined;
	const roomMax = Math.min(PLANNED_MAX, chip.scenario.runQueueMax);
	const [core] = chip.cores
		.filter(({ queue }) => queue.length < roomMax)
		.filter((candidate) => mayRun(candidate, first))
		.sort((one, other) => backlogNs(chip, one.id) - backlogNs(chip, other.id) || one.id - other.id);
	return core && { type: "plan", thread: first.id, core: core.id, position: core.queue.length };
}
