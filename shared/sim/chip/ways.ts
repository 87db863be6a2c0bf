import { at } from "../../lib/assert.ts";
import { NEVER_NS } from "../../lib/units.ts";
import { type Chip, type ReadonlyThread, SHARED, type Thread } from "./chip.ts";
import { originalOf, workOf } from "./jobs.ts";
import { share } from "./queues.ts";

/** Whether the thread has not started and has such a way: 0 is its own. */
export function isOpenTo({ startNs, spec }: ReadonlyThread, way: number): boolean {
	return startNs === NEVER_NS && way >= 0 && way <= spec.ways.length;
}

/** From now on the thread, which is open to it, does its work in that way. */
export function setWay(chip: Chip, thread: Thread, way: number): void {
	const original = originalOf(chip, thread);
	const { process, program } = way === 0 ? original : at(original.ways, way - 1);
	thread.way = way;
	thread.spec = { ...thread.spec, process, program };
	thread.workNs = workOf(program, thread.scale);
	// Its work may have changed, and with it its place in the shared queue.
	if (thread.queue === SHARED) share(chip, thread);
}
