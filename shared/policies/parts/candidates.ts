import { at } from "../../lib/assert.ts";
import { type Chip, NONE, type Thread } from "../../sim/chip/chip.ts";
import { mayRun } from "../../sim/chip/may-run.ts";

/**
 * The best thread of `ids` that core `core` may run, or -1: a ready one if there is any, else (`ahead`) one
 * that is only announced. The first of equals wins.
 */
export function bestOf(
	chip: Readonly<Chip>,
	core: number,
	ids: readonly number[],
	ahead: boolean,
	isBetter: (thread: Thread, than: Thread) => boolean,
): number {
	const runner = at(chip.cores, core);
	let best: Thread | undefined;
	for (const id of ids) {
		const thread = at(chip.threads, id);
		if ((thread.state !== "ready" && !ahead) || !mayRun(runner, thread)) continue;
		if (best === undefined || isMorePressing(thread, best, isBetter)) best = thread;
	}
	return best?.id ?? NONE;
}

/** The first thread of `ids` that the core may run, ready before merely announced. */
export function firstOf(chip: Readonly<Chip>, core: number, ids: readonly number[], ahead: boolean): number {
	const runner = at(chip.cores, core);
	let announced = NONE;
	for (const id of ids) {
		const thread = at(chip.threads, id);
		if (!mayRun(runner, thread)) continue;
		if (thread.state === "ready") return id;
		if (ahead && announced === NONE) announced = id;
	}
	return announced;
}

function isMorePressing(
	thread: Thread,
	than: Thread,
	isBetter: (thread: Thread, than: Thread) => boolean,
): boolean {
	if (thread.state !== than.state) return thread.state === "ready";
	return isBetter(thread, than);
}
