import { at } from "../../lib/assert.ts";
import type { ReadonlyChip, ReadonlyThread } from "./chip.ts";

/**
 * Share of the thread's work done at `atNs`, 0 to 1, extrapolated from the core's anchor and never stored. For
 * a program that repeats without end, the share of its present lap.
 */
export function progressOf(chip: ReadonlyChip, thread: ReadonlyThread, atNs: number): number {
	if (thread.state === "done" || thread.workNs === 0) return thread.state === "done" ? 1 : 0;
	const share = (thread.doneNs + doneSinceAnchor(chip, thread, atNs)) / thread.workNs;
	const isEndless = thread.spec.program.some((phase) => phase.type === "repeat" && phase.times === 0);
	return isEndless ? share % 1 : Math.min(1, share);
}

/** Work left in the thread's program in ns on an ideal core, as far as it is known beforehand. */
export function remainingWorkNs(chip: ReadonlyChip, thread: ReadonlyThread): number {
	return Math.max(0, thread.workNs - thread.doneNs - doneSinceAnchor(chip, thread, chip.nowNs));
}

/** Work the thread has done up to `atNs`, in ns on an ideal core. */
export function doneNsAt(chip: ReadonlyChip, thread: ReadonlyThread, atNs: number): number {
	return thread.doneNs + doneSinceAnchor(chip, thread, atNs);
}

/** Work done on the chip up to `atNs`, in ns on an ideal core; may be fractional. */
export function workDoneAt(chip: ReadonlyChip, atNs: number): number {
	let sumNs = 0;
	for (const core of chip.cores) {
		const running = core.thread < 0 ? 0 : doneSinceAnchor(chip, at(chip.threads, core.thread), atNs);
		sumNs += core.workDoneNs + running;
	}
	return sumNs;
}

function doneSinceAnchor(chip: ReadonlyChip, thread: ReadonlyThread, atNs: number): number {
	if (thread.state !== "running") return 0;
	const core = at(chip.cores, thread.core);
	if (core.activity !== "computing") return 0;
	return Math.min(thread.remainingNs, Math.max(0, atNs - core.anchorNs) / core.nsPerWork);
}
