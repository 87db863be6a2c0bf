import { at } from "../../lib/assert.ts";
import type { ReadonlyChip, ReadonlyThread } from "../../sim/chip/chip.ts";
import { mayRun } from "../../sim/chip/may-run.ts";
import { backlogNs } from "./observations.ts";
import { reloadNs } from "./reload.ts";

/**
 * How much sooner a waiting thread would be done at the end of another core's queue, in ns: what it would wait
 * for less there, and what its data take longer to load. Negative where moving it costs more than it saves.
 */
export function savedNs(chip: ReadonlyChip, thread: ReadonlyThread, to: number): number {
	const waitNs = aheadNs(chip, thread) - backlogNs(chip, to);
	return waitNs + reloadNs(chip, thread.queue, thread) - reloadNs(chip, to, thread);
}

/** Less than so many times what it would load a task is too short to be sent away. */
const WORTH_LOADING = 3;

/** Whether the thread works much longer than it would load its data on that core. */
export function isWorthLoading(chip: ReadonlyChip, core: number, thread: ReadonlyThread): boolean {
	return thread.workNs >= WORTH_LOADING * reloadNs(chip, core, thread);
}

/** What waits for or runs on the core before the thread, which waits there. */
function aheadNs(chip: ReadonlyChip, { id, queue: core }: ReadonlyThread): number {
	const { queue } = at(chip.cores, core);
	const behind = queue.slice(queue.indexOf(id));
	return behind.reduce((leftNs, other) => leftNs - at(chip.threads, other).workNs, backlogNs(chip, core));
}

/** What `thief` would get from that core: the last of its queue that could run now. Undefined: nothing that it may run. */
export function stealCandidateOf(
	chip: ReadonlyChip,
	core: number,
	thief: number,
): ReadonlyThread | undefined {
	const last = at(chip.cores, core)
		.queue.map((id) => at(chip.threads, id))
		.findLast(({ state }) => state === "ready");
	return core !== thief && last !== undefined && mayRun(at(chip.cores, thief), last) ? last : undefined;
}

/** The core with the most of `value` among those that have something for the thief, more than `leastOf`; or -1. */
export function victimBy(
	chip: ReadonlyChip,
	thief: number,
	value: (candidate: ReadonlyThread, core: number) => number,
	leastOf: number,
): number {
	let victim = -1;
	let most = leastOf;
	for (const { id } of chip.cores) {
		const candidate = stealCandidateOf(chip, id, thief);
		const worth = candidate === undefined ? leastOf : value(candidate, id);
		if (worth <= most) continue;
		victim = id;
		most = worth;
	}
	return victim;
}
