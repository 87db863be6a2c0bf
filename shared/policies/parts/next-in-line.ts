import { at } from "../../lib/assert.ts";
import { mayGoOn } from "../../sim/chip/awaited.ts";
import type { ReadonlyChip, ReadonlyThread } from "../../sim/chip/chip.ts";
import { mayRun } from "../../sim/chip/may-run.ts";

/**
 * What the core would run if its thread made way: the first of its run queue that is ready. Undefined if nothing is,
 * or if that would only wait for another thread: who makes way for such a one gets its core back at once, and a policy
 * that then yields again would do so for ever.
 */
export function nextInLine(chip: ReadonlyChip, core: number): ReadonlyThread | undefined {
	const runner = at(chip.cores, core);
	const id = runner.queue.find((queued) => {
		const thread = at(chip.threads, queued);
		return thread.state === "ready" && mayRun(runner, thread);
	});
	const next = id === undefined ? undefined : at(chip.threads, id);
	return next !== undefined && mayGoOn(chip, next) ? next : undefined;
}
