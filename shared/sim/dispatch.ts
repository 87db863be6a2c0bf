import { at } from "../lib/assert.ts";
import { unreachable } from "../lib/unreachable.ts";
import { book } from "./accounting.ts";
import type { Chip, Core, Stage, Thread } from "./chip.ts";
import { beginComputing, settleWork } from "./compute.ts";
import type { Activity, EventSink } from "./event.ts";
import { deal, makeReady, markDone, markStarted } from "./lifecycle.ts";
import { releaseLock, takeLock } from "./lock.ts";
import { touch } from "./private-cache.ts";
import { plan, takeOut } from "./queues.ts";
import { NEVER_NS } from "./units.ts";

/** An idle core takes a ready thread out of its queue and begins with what that costs. */
export function startThread(chip: Chip, core: Core, thread: Thread, sink: EventSink | undefined): void {
	takeOut(chip, thread);
	chip.ready--;
	if (thread.spec.serial) chip.serialRunning++;
	thread.state = "running";
	thread.core = core.id;
	core.thread = thread.id;
	sink?.({ type: "started", atNs: chip.nowNs, thread: thread.id, core: core.id });
	const switchNs = switchCost(chip, core, thread);
	core.lastThread = thread.id;
	touch(core, thread.spec.process);
	markStarted(chip, thread, sink);
	enterStage(chip, core, "switching", switchNs, sink);
	if (switchNs === 0) afterStage(chip, core, sink);
}

/** The core's stage has ended at `chip.nowNs`: what comes next. */
export function afterStage(chip: Chip, core: Core, sink: EventSink | undefined): void {
	const thread = at(chip.threads, core.thread);
	switch (core.stage) {
		case "switching": {
			const debtNs = thread.debtNs;
			thread.debtNs = 0;
			enterStage(chip, core, "waking", debtNs, sink);
			if (debtNs === 0) afterStage(chip, core, sink);
			return;
		}
		case "waking":
			resume(chip, core, thread, sink);
			return;
		case "computing":
			settleWork(chip, core);
			nextPhase(chip, core, thread, sink);
			return;
		case "idle":
		case "spinning":
			throw new Error(`stage ${core.stage} of core ${core.id} cannot end by itself`);
		default:
			unreachable(core.stage);
	}
}

/** The running thread goes back to the end of the core's own run queue. */
export function yieldThread(chip: Chip, core: Core, sink: EventSink | undefined): void {
	const thread = leaveCore(chip, core, "yielded", sink);
	plan(chip, thread, core.id, core.queue.length);
	makeReady(chip, thread, sink);
}

function switchCost(chip: Chip, core: Core, thread: Thread): number {
	if (core.lastThread === thread.id) return 0;
	const { machine } = chip.scenario;
	const last = core.lastThread < 0 ? undefined : at(chip.threads, core.lastThread);
	return last?.spec.process === thread.spec.process ? machine.threadSwitchNs : machine.processSwitchNs;
}

/** Goes on with the phase that the thread is in; a new thread begins its first. */
function resume(chip: Chip, core: Core, thread: Thread, sink: EventSink | undefined): void {
	const phase = thread.spec.program[thread.phase];
	if (phase === undefined) nextPhase(chip, core, thread, sink);
	else if (phase.type === "lock") enterLock(chip, core, thread, phase.lock, sink);
	else if (thread.remainingNs > 0) enterCompute(chip, core, sink);
	else nextPhase(chip, core, thread, sink);
}

/** Takes phases one after the other until one takes time or the program ends. */
function nextPhase(chip: Chip, core: Core, thread: Thread, sink: EventSink | undefined): void {
	thread.phase++;
	const phase = thread.spec.program[thread.phase];
	if (phase === undefined) {
		leaveCore(chip, core, "done", sink);
		markDone(chip, thread, sink);
		return;
	}
	switch (phase.type) {
		case "compute":
			thread.remainingNs = phase.workNs;
			if (phase.workNs > 0) enterCompute(chip, core, sink);
			else nextPhase(chip, core, thread, sink);
			return;
		case "lock":
			enterLock(chip, core, thread, phase.lock, sink);
			return;
		case "unlock":
			passOn(chip, phase.lock, sink);
			nextPhase(chip, core, thread, sink);
			return;
		default:
			unreachable(phase);
	}
}

function enterLock(
	chip: Chip,
	core: Core,
	thread: Thread,
	lockIndex: number,
	sink: EventSink | undefined,
): void {
	const handedBefore = at(chip.locks, lockIndex).owner === thread.id;
	if (takeLock(chip, lockIndex, thread.id)) {
		if (!handedBefore) sink?.({ type: "lockTaken", atNs: chip.nowNs, lock: lockIndex, thread: thread.id });
		nextPhase(chip, core, thread, sink);
		return;
	}
	sink?.({ type: "lockWait", atNs: chip.nowNs, lock: lockIndex, thread: thread.id });
	if (at(chip.locks, lockIndex).waiting === "spin") {
		thread.state = "spinning";
		enterStage(chip, core, "spinning", NEVER_NS, sink);
		return;
	}
	leaveCore(chip, core, "blocked", sink);
	thread.state = "blocked";
}

/** Releases a lock; its first waiter has it from now on, and pays for being told. */
function passOn(chip: Chip, lockIndex: number, sink: EventSink | undefined): void {
	const next = releaseLock(chip, lockIndex);
	if (next < 0) return;
	const thread = at(chip.threads, next);
	sink?.({ type: "lockTaken", atNs: chip.nowNs, lock: lockIndex, thread: next });
	if (thread.state === "spinning") {
		const core = at(chip.cores, thread.core);
		thread.state = "running";
		// Still on its core: it sees the lock after a hand-off, then goes on behind it.
		enterStage(chip, core, "waking", chip.scenario.machine.handOffNs, sink);
		return;
	}
	// A preempted spinner is ready already and will find the lock its own.
	if (thread.state !== "blocked") return;
	thread.debtNs = chip.scenario.machine.wakeNs;
	deal(chip, thread, sink);
	makeReady(chip, thread, sink);
}

function enterCompute(chip: Chip, core: Core, sink: EventSink | undefined): void {
	enterStage(chip, core, "computing", 0, sink);
	beginComputing(chip, core);
}

function leaveCore(
	chip: Chip,
	core: Core,
	why: "done" | "yielded" | "blocked",
	sink: EventSink | undefined,
): Thread {
	const thread = at(chip.threads, core.thread);
	if (core.stage === "computing" && chip.nowNs > core.anchorNs) settleWork(chip, core);
	chip.memory.isStale = true;
	if (thread.spec.serial) chip.serialRunning--;
	sink?.({ type: "stopped", atNs: chip.nowNs, thread: thread.id, core: core.id, why });
	enterStage(chip, core, "idle", NEVER_NS, sink);
	core.thread = -1;
	return thread;
}

function enterStage(
	chip: Chip,
	core: Core,
	stage: Stage,
	lastsNs: number,
	sink: EventSink | undefined,
): void {
	book(chip, core);
	core.stage = stage;
	core.anchorNs = chip.nowNs;
	core.nextNs = lastsNs === NEVER_NS ? NEVER_NS : chip.nowNs + lastsNs;
	const activity = ACTIVITY[stage];
	// An idle core's activity is told with its cause, once that is known.
	if (activity !== undefined && lastsNs !== 0)
		sink?.({ type: "activity", atNs: chip.nowNs, core: core.id, activity, thread: core.thread });
	if (stage === "computing")
		sink?.({ type: "activity", atNs: chip.nowNs, core: core.id, activity: "running", thread: core.thread });
}

const ACTIVITY: Partial<Record<Stage, Activity>> = {
	switching: "switching",
	waking: "waking",
	spinning: "spinning",
};
