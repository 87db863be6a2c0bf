import { at } from "../../lib/assert.ts";
import { NONE, type ReadonlyChip, type ReadonlyThread } from "../../sim/chip/chip.ts";
import { mayRun } from "../../sim/chip/may-run.ts";

/**
 * The best thread of `ids` that the core may run, or NONE: a ready one if there is any, else (`ahead`) one that
 * is only announced. The first of equals wins.
 */
export function bestOf(
	chip: ReadonlyChip,
	core: number,
	ids: readonly number[],
	ahead: boolean,
	isBetter: (thread: ReadonlyThread, than: ReadonlyThread) => boolean,
): number {
	const runner = at(chip.cores, core);
	let best: ReadonlyThread | undefined;
	for (const id of ids) {
		const thread = at(chip.threads, id);
		if ((thread.state !== "ready" && !ahead) || !mayRun(runner, thread)) continue;
		if (best === undefined || isMorePressing(thread, best, isBetter)) best = thread;
	}
	return best?.id ?? NONE;
}

/** The first thread of `ids` that the core may run, or NONE; ready ones before (`ahead`) those only announced. */
export function firstOf(chip: ReadonlyChip, core: number, ids: readonly number[], ahead: boolean): number {
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
	thread: ReadonlyThread,
	than: ReadonlyThread,
	isBetter: (thread: ReadonlyThread, than: ReadonlyThread) => boolean,
): boolean {
	if (thread.state !== than.state) return thread.state === "ready";
	return isBetter(thread, than);
}
