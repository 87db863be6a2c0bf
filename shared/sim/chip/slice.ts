import { at } from "../../lib/assert.ts";
import { NEVER_NS } from "../../lib/units.ts";
import type { Chip, Core, ReadonlyChip, ReadonlyCore, ReadonlyThread, Thread } from "./chip.ts";
import { mayRun } from "./may-run.ts";

/** Number of quanta after which used slices are forgotten, for policies that hold them against a thread. */
const EPOCH_QUANTA = 20;

/**
 * Starts a slice for the core's thread, if its policy slices: what a preemption left of its last one, else a
 * quantum.
 */
export function startSlice(chip: Chip, core: Core): void {
	const { quantumNs } = chip;
	const thread = at(chip.threads, core.thread);
	const isSliced = quantumNs > 0 && at(chip.seats, core.id + 1).policy.slices;
	core.sliceEndNs = isSliced ? chip.nowNs + (thread.sliceLeftNs || quantumNs) : NEVER_NS;
	thread.sliceLeftNs = 0;
}

/** Keeps for `thread` what is left of the slice that it has on `core`. */
export function keepSlice(chip: Chip, core: Core, thread: Thread): void {
	if (core.sliceEndNs !== NEVER_NS) thread.sliceLeftNs = Math.max(0, core.sliceEndNs - chip.nowNs);
}

/** Whether at this instant the core's slice ends, and neither the work of its thread nor its spinning. */
export function isSliceOver({ nowNs }: ReadonlyChip, core: ReadonlyCore): boolean {
	if (nowNs < core.sliceEndNs || nowNs >= core.workEndNs) return false;
	return core.activity === "computing" || core.activity === "spinning";
}

/** Whether that is so on any core. */
export function isAnySliceOver(chip: ReadonlyChip): boolean {
	for (const core of chip.cores) if (isSliceOver(chip, core)) return true;
	return false;
}

/** Full slices the thread has used in the present epoch. */
export function slicesOf(chip: ReadonlyChip, thread: ReadonlyThread): number {
	return thread.sliceEpoch === epochOf(chip) ? thread.slices : 0;
}

/** Counts one more used slice for the thread. One that ends with its epoch is forgotten with it. */
export function useSlice(chip: Chip, thread: Thread): void {
	if (chip.nowNs === startOfEpochNs(chip)) return;
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

function startOfEpochNs(chip: ReadonlyChip): number {
	return epochOf(chip) * EPOCH_QUANTA * chip.quantumNs;
}
