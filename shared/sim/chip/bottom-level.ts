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

/** Number of threads of its job in the longest line that waits for this one, one after the other. */
export function followersInLine(chip: ReadonlyChip, thread: ReadonlyThread): number {
	let most = 0;
	for (const next of followersOf(chip, thread)) most = Math.max(most, 1 + followersInLine(chip, next));
	return most;
}

/** Threads of the same job that wait for this one. What a batch is cut from runs nowhere after it. */
export function followersOf(chip: ReadonlyChip, { job, successors }: ReadonlyThread): ReadonlyThread[] {
	return successors
		.map((id) => at(chip.threads, id))
		.filter((next) => next.job === job && next.spec.divisible !== true);
}
