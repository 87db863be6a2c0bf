import { at } from "../../lib/assert.ts";
import type { ReadonlyChip, ReadonlyThread } from "../../sim/chip/chip.ts";
import { mayRun } from "../../sim/chip/may-run.ts";
import { backlogNs } from "./observations.ts";
import { reloadNs } from "./reload.ts";

/**
 * Time by which a waiting thread would finish earlier at the end of another core's queue, in ns, from waiting
 * and from loading its data. Negative if moving costs more than it saves.
 */
export function savedNs(chip: ReadonlyChip, thread: ReadonlyThread, to: number): number {
	const waitNs = aheadNs(chip, thread) - backlogNs(chip, to);
	return waitNs + reloadNs(chip, thread.queue, thread) - reloadNs(chip, to, thread);
}

/** Least ratio of a task's work to loading its data for which it is worth moving. */
const WORTH_LOADING = 3;

/** Whether the thread works much longer than loading its data on that core takes. */
export function isWorthLoading(chip: ReadonlyChip, core: number, thread: ReadonlyThread): boolean {
	return thread.workNs >= WORTH_LOADING * reloadNs(chip, core, thread);
}

/** Work that runs or waits on the core before the thread, which waits there, in ns. */
function aheadNs(chip: ReadonlyChip, { id, queue: core }: ReadonlyThread): number {
	const { queue } = at(chip.cores, core);
	const behind = queue.slice(queue.indexOf(id));
	return behind.reduce((leftNs, other) => leftNs - at(chip.threads, other).workNs, backlogNs(chip, core));
}

/**
 * The steal candidate: the last ready thread of the core's queue. Undefined if there is none or the thief may
 * not run it.
 */
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

/** The victim: the core whose candidate has the highest `value`, above `leastOf`; -1 if there is none. */
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
