import { at } from "../../lib/assert.ts";
import type { ReadonlyChip, ReadonlyThread } from "./chip.ts";

/**
 * Bottom level of the thread: its work and that of the longest line of threads of its job that wait for it one
 * after the other, in ns on an ideal core. The job takes at least so long from the start of the thread on.
 */
export function bottomLevelNs(chip: ReadonlyChip, thread: ReadonlyThread): number {
	let longestNs = 0;
	for (const next of followersOf(chip, thread)) longestNs = Math.max(longestNs, bottomLevelNs(chip, next));
	return thread.workNs + longestNs;
}

/** Threads of the same job that wait for this one. */
export function followersOf(chip: ReadonlyChip, { job, successors }: ReadonlyThread): ReadonlyThread[] {
	return successors.map((id) => at(chip.threads, id)).filter((next) => next.job === job);
}
