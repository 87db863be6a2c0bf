import { at } from "../../lib/assert.ts";
import { NEVER_NS } from "../../lib/units.ts";
import { awaitedBy, mayGoOn } from "../chip/awaited.ts";
import {
	type Chip,
	NONE,
	type ReadonlyChip,
	type ReadonlyCore,
	type ReadonlyThread,
	SHARED,
} from "../chip/chip.ts";
import type { EventSink } from "../chip/event.ts";
import { mayRun } from "../chip/may-run.ts";
import { letPass } from "./activity.ts";
import { block } from "./lock.ts";

/** A thread that has been ready for that many turns of all that are ready is passed over, not queueing. */
const TURNS_MAX = 2;

/**
 * One spinner makes way for a lock owner that waits on its core, or falls asleep because what it waits for could not
 * get a core otherwise. False if none has to.
 */
export function endSpin(chip: Chip, sink: EventSink | undefined): boolean {
	for (const core of chip.cores) {
		if (core.activity !== "spinning") continue;
		const owner = ownerBehind(chip, core);
		if (owner !== undefined) {
			letPass(chip, core, at(chip.threads, owner), sink);
			return true;
		}
		if (!spinsOn(core) || core.sliceEndNs !== NEVER_NS) continue;
		const stuck = stuckCore(chip, core, 0);
		if (stuck === undefined) continue;
		block(chip, at(chip.cores, stuck), sink);
		return true;
	}
	return false;
}

/**
 * Whether the core's spinner should fall asleep when its slice ends: what it waits for should have had its turn by
 * now, and never gets one.
 */
export function isStuck(chip: ReadonlyChip, core: ReadonlyCore): boolean {
	const patienceNs = TURNS_MAX * (chip.ready + 1) * chip.quantumNs;
	return chip.ready > 0 && stuckCore(chip, core, patienceNs) === core.id;
}

/** An owner in the run queue of a core that spins at a lock: it waits for that core, and others wait for it. */
function ownerBehind(chip: ReadonlyChip, { thread, queue }: ReadonlyCore): number | undefined {
	if (at(chip.threads, thread).wanted === NONE) return undefined;
	return queue.find((id) => {
		const queued = at(chip.threads, id);
		return queued.state === "ready" && queued.held.length > 0 && mayGoOn(chip, queued);
	});
}

/**
 * The core that has to come free for what the thread that spins on `core` waits for, if that has been ready for
 * `patienceNs`; undefined: none.
 */
function stuckCore(chip: ReadonlyChip, core: ReadonlyCore, patienceNs: number): number | undefined {
	const hasWaited = ({ readyNs }: ReadonlyThread): boolean => chip.nowNs - readyNs >= patienceNs;
	const awaited = awaitedBy(chip, at(chip.threads, core.thread));
	if (awaited === "moving") return undefined;
	if (awaited === "unknown") {
		const helps = (id: number): boolean => {
			const thread = at(chip.threads, id);
			return thread.state === "ready" && mayRun(core, thread) && mayGoOn(chip, thread) && hasWaited(thread);
		};
		return isStill(chip) && (core.queue.some(helps) || chip.shared.some(helps)) ? core.id : undefined;
	}
	const takers =
		awaited.queue === SHARED
			? chip.cores.filter((taker) => mayRun(taker, awaited))
			: [at(chip.cores, awaited.queue)];
	if (!hasWaited(awaited) || !takers.every(spinsOn)) return undefined;
	return (takers.includes(core) ? core : takers[0])?.id;
}

/** Whether it spins until somebody lets it go, or until its slice ends. */
function spinsOn({ activity, workEndNs }: ReadonlyCore): boolean {
	return activity === "spinning" && workEndNs === NEVER_NS;
}

/** Whether all cores that run a thread spin, and no thread will come back by itself. */
function isStill(chip: ReadonlyChip): boolean {
	return (
		chip.cores.every((core) => core.activity === "idle" || spinsOn(core)) &&
		!chip.timers.some(({ what }) => what === "thread")
	);
}
