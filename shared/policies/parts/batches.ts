import { at, numberAt } from "../../lib/assert.ts";
import { isDivisible, misfitOf } from "../../sim/chip/batches.ts";
import { NONE, type ReadonlyChip, type ReadonlyThread } from "../../sim/chip/chip.ts";

/** A batch's work should be so many times the cost of handing it out, or that cost would weigh. */
const COST_TIMES = 4;
/** And its worker busy for so many times as long as the master takes to serve all workers once. */
const SLACK = 1.5;

/** Work that is left of a divisible thread and that nobody has asked for, in ns. */
export function itemsLeftNs({ spec }: ReadonlyThread): number {
	const { count, eachNs } = spec.items ?? { count: 0, eachNs: 0 };
	return count * eachNs;
}

/** Divisible threads of the shared queue that need that ability, in its order, of which some items are left. */
export function jobsOf(chip: ReadonlyChip, needs: string): ReadonlyThread[] {
	return chip.shared
		.map((id) => at(chip.threads, id))
		.filter((thread) => isDivisible(thread) && thread.state === "ready" && thread.spec.needs === needs);
}

/** The abilities that divisible threads of the shared queue need, in its order. */
export function kindsWaiting(chip: ReadonlyChip): string[] {
	const waiting = chip.shared
		.map((id) => at(chip.threads, id))
		.filter((thread) => isDivisible(thread) && thread.state === "ready");
	return [...new Set(waiting.map(({ spec }) => spec.needs))];
}

/**
 * The size of the lesson's own whose batches suit best: those who hand out serve all workers before the first is
 * done, and no batch is longer than that takes.
 */
export function rightSize(chip: ReadonlyChip, core: number, thread: ReadonlyThread): number {
	const { handOut } = chip.scenario;
	const { items } = thread.spec;
	if (handOut === undefined || items === undefined) return 1;
	const served = handOut.master === NONE ? 1 : chip.cores.length - 1;
	const wantedNs = handOut.ns * Math.max(COST_TIMES, SLACK * served);
	const wanted = wantedNs / (items.eachNs * misfitOf(chip, core, thread));
	return nearest(handOut.sizes, wanted);
}

/** The one of `sizes` that is closest by ratio; the first of equals. */
export function nearest(sizes: readonly number[], wanted: number): number {
	const offBy = sizes.map((size) => Math.max(size / wanted, wanted / size));
	return numberAt(sizes, offBy.indexOf(Math.min(...offBy)));
}
