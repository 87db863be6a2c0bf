import { NONE, type ReadonlyChip, type ReadonlyThread } from "../../sim/chip/chip.ts";
import type { Policy } from "../../sim/chip/policy.ts";
import { slicesOf } from "../../sim/chip/slice.ts";
import { bestOf } from "../parts/candidates.ts";

const LEVELS = 3;

/**
 * Multi-level feedback queue (OSTEP, chapter 8): a thread starts in the top queue and sinks by one with every
 * full slice it uses; upper queues first, each in turn. One that is preempted stays at the head of its queue and
 * finishes its slice later. All threads return to the top every EPOCH_QUANTA quanta (`slice.ts`).
 */
export const mlfq: Policy = {
	id: "mlfq",
	pick: (chip, core, ahead) =>
		bestOf(chip, core, chip.shared, ahead, (thread, than) => levelOf(chip, thread) < levelOf(chip, than)),
	place: () => NONE,
	slices: true,
	preempts: (chip, thread, running) => levelOf(chip, thread) < levelOf(chip, running),
};

/** Level of the thread's queue; 0 is the top. */
function levelOf(chip: ReadonlyChip, thread: ReadonlyThread): number {
	return Math.min(LEVELS - 1, slicesOf(chip, thread));
}
