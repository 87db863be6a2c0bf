import { at } from "../lib/assert.ts";
import { NEVER_NS } from "../lib/units.ts";
import { NONE, type ReadonlyChip, type ReadonlyThread } from "../sim/chip/chip.ts";
import type { Scenario } from "../sim/scenario/scenario.ts";
import type { Plan } from "./plan.ts";

/** When the core picks the thread to run; of one that was set up and has not begun only the announcement is known. */
export function pickedNs(thread: ReadonlyThread | undefined): number {
	if (thread === undefined || thread.spec.divisible === true) return NEVER_NS;
	return thread.startNs === NEVER_NS && thread.way !== 0 ? thread.announcedNs : thread.startNs;
}

/** When a core could first have picked the thread; a divisible one is picked by none. */
export function offeredNs(chip: ReadonlyChip, thread: ReadonlyThread | undefined): number {
	if (thread === undefined || thread.spec.divisible === true) return NEVER_NS;
	return isPickedOnce(chip, thread) ? thread.readyNs : thread.announcedNs;
}

/**
 * When it is first asked where the thread goes: as soon as it is announced, if it would have a home. A batch goes to
 * who asked for it.
 */
export function placedNs(chip: ReadonlyChip, thread: ReadonlyThread | undefined): number {
	if (thread?.spec.divisible === false) return NEVER_NS;
	return thread !== undefined && thread.spec.home >= 0 ? thread.announcedNs : offeredNs(chip, thread);
}

/**
 * When it first counts that each of the moved threads now comes after, or before, each of the others `among` which it
 * was moved: both wait for the same core, and one of them is picked.
 */
export function reorderedNs(
	plan: Plan,
	among: readonly number[],
	moved: readonly number[],
	chip: ReadonlyChip,
): number {
	let leastNs = NEVER_NS;
	for (const id of moved) {
		const one = queueingOf(plan, id, chip);
		if (one === undefined) continue;
		for (const each of among) {
			const other = each === id ? undefined : queueingOf(plan, each, chip);
			if (other === undefined || !isSameCore(one.core, other.core)) continue;
			if (one.toNs < other.fromNs || other.toNs < one.fromNs) continue;
			const countsNs = Math.max(one.fromNs, other.fromNs, Math.min(one.pickNs, other.pickNs));
			leastNs = Math.min(leastNs, countsNs);
		}
	}
	return leastNs;
}

/** When it first counts whether the thread makes way: it runs, and one that comes before it and has never run waits. */
export function makesWayNs(plan: Plan, id: number, chip: ReadonlyChip): number {
	const runner = chip.threads[id];
	const pickNs = pickedNs(runner);
	if (runner === undefined || pickNs === NEVER_NS) return NEVER_NS;
	const core = onlyCoreOf(plan, runner, chip);
	const place = plan.order.indexOf(id);
	// Those that the plan does not name come after those that it does.
	const before = place >= 0 ? plan.order.slice(0, place) : chip.threads.keys();
	let leastNs = NEVER_NS;
	for (const each of before) {
		const other = chip.threads[each];
		if (other === undefined || other.startNs < pickNs || !isSameCore(core, onlyCoreOf(plan, other, chip)))
			continue;
		const fromNs = offeredNs(chip, other);
		if (fromNs <= runner.finishNs) leastNs = Math.min(leastNs, Math.max(pickNs, fromNs));
	}
	return leastNs;
}

/** From when to when a thread may wait for a core, which core that is, and when it is first picked. */
type Queueing = {
	readonly core: number;
	readonly fromNs: number;
	readonly toNs: number;
	readonly pickNs: number;
};

/** Undefined if no core ever picks it. `toNs`: when it ends to be compared with others. */
function queueingOf(plan: Plan, id: number, chip: ReadonlyChip): Queueing | undefined {
	const thread = chip.threads[id];
	const pickNs = pickedNs(thread);
	if (thread === undefined || thread.spec.divisible === true) return undefined;
	// Who makes way is compared with others while it runs, too.
	const waitsOnce = isPickedOnce(chip, thread) && !plan.yields.includes(id);
	return {
		core: onlyCoreOf(plan, thread, chip),
		fromNs: offeredNs(chip, thread),
		toNs: waitsOnce ? pickNs : thread.finishNs,
		pickNs,
	};
}

/** Whether it has never been ready again after it had begun, or after it had been ready and not begun. */
function isPickedOnce({ scenario }: ReadonlyChip, { readyNs, startNs, spec }: ReadonlyThread): boolean {
	return readyNs <= startNs && !mayCrash(scenario, spec.process);
}

/** The only core that ever picks the thread under the plan; NONE if others may. A master hands batches on. */
function onlyCoreOf(plan: Plan, { id, spec }: ReadonlyThread, { scenario }: ReadonlyChip): number {
	if (spec.divisible === false && scenario.handOut?.master !== NONE) return NONE;
	if (spec.cores.length === 1) return spec.cores[0] ?? NONE;
	return spec.divisible === undefined ? (plan.cores[id] ?? NONE) : NONE;
}

/** A core asks only for its own, and for those that are for any. */
function isSameCore(one: number, other: number): boolean {
	return one === other || one === NONE || other === NONE;
}

/** By scenario and process, because it is asked of all threads again and again. */
const CRASHING = new WeakMap<Scenario, readonly boolean[]>();

function mayCrash(scenario: Scenario, process: number): boolean {
	let crashing = CRASHING.get(scenario);
	if (crashing === undefined) {
		const found = scenario.processes.map(() => false);
		for (const thread of scenario.jobs.flatMap(({ threads }) => threads))
			for (const { process: own, program } of [thread, ...thread.ways])
				if (program.some(({ type }) => type === "crash")) found[own] = true;
		crashing = found;
		CRASHING.set(scenario, crashing);
	}
	return at(crashing, process);
}
