import { at } from "../lib/assert.ts";
import { type Chip, NONE, type Thread } from "../sim/chip.ts";

/**
 * The best thread of `ids`, or -1: a ready one if there is any, else (`ahead`) one that is only announced.
 * The first of equals wins.
 */
export function bestOf(
	chip: Readonly<Chip>,
	ids: readonly number[],
	ahead: boolean,
	isBetter: (thread: Thread, than: Thread) => boolean,
): number {
	let best: Thread | undefined;
	for (const id of ids) {
		const thread = at(chip.threads, id);
		if (thread.state !== "ready" && !ahead) continue;
		if (best === undefined || isMorePressing(thread, best, isBetter)) best = thread;
	}
	return best?.id ?? NONE;
}

/** The first thread of `ids`, ready before merely announced. */
export function firstOf(chip: Readonly<Chip>, ids: readonly number[], ahead: boolean): number {
	return bestOf(chip, ids, ahead, () => false);
}

function isMorePressing(
	thread: Thread,
	than: Thread,
	isBetter: (thread: Thread, than: Thread) => boolean,
): boolean {
	if (thread.state !== than.state) return thread.state === "ready";
	return isBetter(thread, than);
}
