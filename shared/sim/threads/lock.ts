import { at, numberAt } from "../../lib/assert.ts";
import { nextState, randomOf, scaled } from "../../lib/random.ts";
import { NEVER_NS } from "../../lib/units.ts";
import { type Chip, type Core, NONE, type Thread } from "../chip/chip.ts";
import type { EventSink } from "../chip/event.ts";
import type { LockWaiting, ProgramPhase } from "../scenario/scenario.ts";
import { enterActivity, leaveCore } from "./activity.ts";
import { own, passOn } from "./hand-off.ts";

/** The thread asks for a stripe of the lock. True if it owns one now; otherwise it spins or has left its core. */
export function enterLock(
	chip: Chip,
	core: Core,
	thread: Thread,
	{ lock: lockIndex, waiting }: Extract<ProgramPhase, { type: "lock" }>,
	sink: EventSink | undefined,
): boolean {
	if (thread.wanted === NONE) thread.wanted = chooseStripe(chip, thread, lockIndex);
	const index = thread.wanted;
	const lock = at(chip.locks, index);
	if (lock.owner === NONE) own(chip, index, thread, sink);
	// A restarted thread no longer owns the lock it died with.
	if (lock.owner === thread.id && thread.held.includes(index)) {
		thread.wanted = NONE;
		return true;
	}
	// Somebody was quicker. Its place among the waiters it keeps, as a spinner does that was preempted and comes back.
	if (lock.woken === thread.id) lock.woken = NONE;
	if (!lock.waiters.includes(thread.id)) lock.waiters.push(thread.id);
	sink?.({ type: "lockWait", atNs: chip.nowNs, lock: index, thread: thread.id });
	const wholeNs = core.spinForNs >= 0 ? core.spinForNs : spinNsOf(chip, waiting ?? lock.spec.waiting);
	// Who made way while it spun does not begin anew: with short slices it would never block.
	const spinNs = thread.spinLeftNs > 0 ? Math.min(thread.spinLeftNs, wholeNs) : wholeNs;
	if (spinNs === 0) block(chip, core, sink);
	else {
		thread.state = "spinning";
		spin(chip, core, spinNs, sink);
	}
	return false;
}

/** How long a thread spins at a taken lock before it blocks; NEVER_NS: it never blocks. */
function spinNsOf(chip: Chip, waiting: LockWaiting): number {
	if (waiting !== "adaptive") return waiting === "spin" ? NEVER_NS : 0;
	const { processSwitchNs, wakeNs } = chip.scenario.machine;
	// Spinning for as long as blocking costs is at most twice as bad as the better choice.
	return processSwitchNs + wakeNs;
}

/** Keeps the core spinning for `spinNs`, or until its slice ends. */
export function spin(chip: Chip, core: Core, spinNs: number, sink: EventSink | undefined): void {
	enterActivity(chip, core, "spinning", NEVER_NS, sink);
	core.workEndNs = spinNs === NEVER_NS ? NEVER_NS : chip.nowNs + spinNs;
	core.nextNs = Math.max(chip.nowNs, Math.min(core.workEndNs, core.sliceEndNs));
}

/** The thread frees its core and waits. */
export function block(chip: Chip, core: Core, sink: EventSink | undefined): void {
	leaveCore(chip, core, "blocked", sink).state = "blocked";
}

/**
 * The thread frees the stripe it owns of the lock. Who has it next pays for the hand-off or
 * wake-up.
 */
export function leaveLock(chip: Chip, thread: Thread, lockIndex: number, sink: EventSink | undefined): void {
	const first = numberAt(chip.lockBase, lockIndex);
	const end = first + at(chip.scenario.locks, lockIndex).stripes;
	const place = thread.held.findIndex((index) => index >= first && index < end);
	if (place < 0) return;
	const [index = first] = thread.held.splice(place, 1);
	passOn(chip, index, sink);
}

function chooseStripe(chip: Chip, thread: Thread, lockIndex: number): number {
	const { stripes } = at(chip.scenario.locks, lockIndex);
	const first = numberAt(chip.lockBase, lockIndex);
	if (stripes === 1) return first;
	thread.random = nextState(thread.random);
	return first + scaled(randomOf(thread.random), stripes);
}
