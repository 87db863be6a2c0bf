import { at } from "../../lib/assert.ts";
import { NEVER_NS } from "../../lib/units.ts";
import type { Chip, Core, ReadonlyChip, ReadonlyCore, ReadonlyThread, Thread } from "./chip.ts";
import { mayRun } from "./may-run.ts";

/** Number of quanta after which used slices are forgotten, for policies that hold them against a thread. */
const EPOCH_QUANTA = 20;

/** Starts a slice of one quantum for the core's thread, if its policy slices. */
export function startSlice(chip: Chip, core: Core): void {
	const { quantumNs } = chip;
	const isSliced = quantumNs > 0 && at(chip.seats, core.id + 1).policy.slices;
	core.sliceEndNs = isSliced ? chip.nowNs + quantumNs : NEVER_NS;
}

/** Full slices the thread has used in the present epoch. */
export function slicesOf(chip: ReadonlyChip, thread: ReadonlyThread): number {
	return thread.sliceEpoch === epochOf(chip) ? thread.slices : 0;
}

/** Counts one more used slice for the thread. */
export function useSlice(chip: Chip, thread: Thread): void {
	thread.slices = slicesOf(chip, thread) + 1;
	thread.sliceEpoch = epochOf(chip);
}

/** Whether another ready thread that this core may run waits in its run queue or in the shared queue. */
export function hasRival(chip: ReadonlyChip, core: ReadonlyCore): boolean {
	if (chip.ready === 0) return false;
	const canRun = (id: number): boolean => {
		const thread = at(chip.threads, id);
		return thread.state === "ready" && mayRun(core, thread);
	};
	return core.queue.some(canRun) || chip.shared.some(canRun);
}

function epochOf(chip: ReadonlyChip): number {
	const { quantumNs } = chip;
	return quantumNs === 0 ? 0 : Math.floor(chip.nowNs / (EPOCH_QUANTA * quantumNs));
}
