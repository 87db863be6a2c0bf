import { at } from "../../lib/assert.ts";
import { ok, type Result, refuse } from "../../lib/result.ts";
import type { HandOutSpec } from "../scenario/hand-out.ts";
import type { ReadonlyChip, ReadonlyThread } from "./chip.ts";
import type { RefusalReason } from "./command.ts";

/** Whether cores ask for batches of the thread instead of running it, and some of its items are left. */
export function isDivisible({ spec, state }: ReadonlyThread): boolean {
	return spec.divisible === true && (state === "ready" || state === "waiting");
}

/** The core that asked for the batch; undefined if the thread is no batch. */
export function askerOf({ spec }: ReadonlyThread): number | undefined {
	const [first] = spec.program;
	return first?.type === "handOut" ? first.to : undefined;
}

/**
 * The divisible threads that cores may ask batches of: of each ability that is needed the first that is ready, in
 * the order of the shared queue.
 */
export function openThreads(chip: ReadonlyChip): ReadonlyThread[] {
	const open: ReadonlyThread[] = [];
	if (chip.scenario.handOut === undefined) return open;
	for (const id of chip.shared) {
		const thread = at(chip.threads, id);
		if (!isDivisible(thread) || thread.state !== "ready") continue;
		if (!open.some(({ spec }) => spec.needs === thread.spec.needs)) open.push(thread);
	}
	return open;
}

/** How many batches the core has asked for and not begun: at the master, or in its own run queue. */
export function pendingOf(chip: ReadonlyChip, core: number): number {
	const master = chip.cores[chip.scenario.handOut?.master ?? -1];
	const isOf = (id: number): boolean => {
		const thread = chip.threads[id];
		return thread !== undefined && askerOf(thread) === core;
	};
	const own = at(chip.cores, core).queue.filter(isOf).length;
	if (master === undefined || master.id === core) return own;
	return own + master.queue.filter(isOf).length + (isOf(master.thread) ? 1 : 0);
}

/** Whether the core may now ask for a batch of that thread; the open thread, or why not. */
export function checkAsk(
	chip: ReadonlyChip,
	core: number,
	threadId: number,
): Result<ReadonlyThread, RefusalReason> {
	const { handOut } = chip.scenario;
	const thread = chip.threads[threadId];
	if (thread === undefined || thread.state === "hidden") return refuse("noSuchThread");
	if (handOut === undefined || thread.spec.divisible !== true) return refuse("notDivisible");
	if (core === handOut.master) return refuse("isMaster");
	if (!isDivisible(thread)) return refuse("alreadyDone");
	if (thread.state === "waiting") return refuse("notYetReady");
	if (pendingOf(chip, core) >= handOut.aheadMax) return refuse("askedEnough");
	return openThreads(chip).includes(thread) ? ok(thread) : refuse("notFirst");
}

/** Whether the core may ask for a batch of anything. */
export function mayAsk(chip: ReadonlyChip, core: number): boolean {
	const { handOut } = chip.scenario;
	if (handOut === undefined || core === handOut.master) return false;
	return pendingOf(chip, core) < handOut.aheadMax && openThreads(chip).length > 0;
}

/** What handing out a batch of so many items takes, in ns. */
export function handOutNs({ ns, nsPerItem }: HandOutSpec, count: number): number {
	return ns + count * nsPerItem;
}

/** How many times as long an item of the thread takes on the core: 1 where it has the ability that is needed. */
export function misfitOf(chip: ReadonlyChip, core: number, { spec }: ReadonlyThread): number {
	const fits = spec.needs === "" || at(chip.cores, core).spec.can.includes(spec.needs);
	return fits ? 1 : (chip.scenario.handOut?.misfit ?? 1);
}
