import { at } from "../../lib/assert.ts";
import { NEVER_NS, NS_PER_PLAY_S } from "../../lib/units.ts";
import { followersOf } from "./bottom-level.ts";
import {
	type Chip,
	type Core,
	NONE,
	type ReadonlyChip,
	type ReadonlyCore,
	type ReadonlyThread,
} from "./chip.ts";
import { mayRun } from "./may-run.ts";

/** How long a core without work leaves undealt threads to the scheduler, where that deals them, in machine ns. */
const LEFT_TO_SCHEDULER_NS = NS_PER_PLAY_S;

/** Whether a core may take a thread out of the shared queue because it wants to. At machine pace nobody plays. */
export function mayCoresTake({ scenario, pace }: ReadonlyChip): boolean {
	return scenario.coresTake || pace === "machine";
}

/** Whether the core may take this thread out of the shared queue because it wants to. */
export function mayCoreTake(chip: ReadonlyChip, core: ReadonlyCore, thread: ReadonlyThread): boolean {
	return mayCoresTake(chip) && isInReach(chip, core, thread);
}

/**
 * Whether the core may plan the thread as far as looking ahead goes: where only the scheduler does (at machine pace
 * nobody plays), of what is not ready only what waits for nothing but the thread that the core runs.
 */
export function isInReach(
	chip: ReadonlyChip,
	{ thread: runs }: ReadonlyCore,
	thread: ReadonlyThread,
): boolean {
	if (thread.state === "ready" || chip.scenario.coresLookAhead || chip.pace === "machine") return true;
	const running = runs === NONE ? undefined : chip.threads[runs];
	return thread.undone === 1 && running !== undefined && followersOf(chip, running).includes(thread);
}

/**
 * To be called after every event: where the scheduler deals, sets when an idle core takes an undealt thread by
 * itself.
 */
export function watchUndealt(chip: Chip, core: Core): void {
	if (mayCoresTake(chip)) return;
	const seat = at(chip.seats, core.id + 1);
	if (core.activity !== "idle" || firstReady(chip, core, chip.shared) === NONE) seat.takesNs = NEVER_NS;
	else if (seat.takesNs === NEVER_NS) seat.takesNs = chip.nowNs + LEFT_TO_SCHEDULER_NS;
}

/** The first ready thread of `ids` that this core may run, or NONE. */
export function firstReady(chip: ReadonlyChip, core: ReadonlyCore, ids: readonly number[]): number {
	for (const id of ids) {
		const thread = at(chip.threads, id);
		if (thread.state === "ready" && mayRun(core, thread)) return id;
	}
	return NONE;
}
