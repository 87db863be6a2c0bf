import { at } from "../../lib/assert.ts";
import { NEVER_NS } from "../../lib/units.ts";
import { unreachable } from "../../lib/unreachable.ts";
import { book } from "../chip/accounting.ts";
import type { Chip, Core, Thread } from "../chip/chip.ts";
import type { EventSink } from "../chip/event.ts";
import { takeOut } from "../chip/queues.ts";
import { hasRival, isSliceOver, startSlice, useSlice } from "../chip/slice.ts";
import { creditWork, goOnComputing } from "../memory/compute.ts";
import { isFaultDue } from "../memory/paging.ts";
import { startPrefetch } from "../memory/prefetch.ts";
import { touch } from "../memory/private-cache.ts";
import { enterActivity, enterOverhead, goBehind } from "./activity.ts";
import { isStuck } from "./end-spin.ts";
import { markStarted } from "./lifecycle.ts";
import { block } from "./lock.ts";
import { faultPage } from "./pauses.ts";
import { resume } from "./phases.ts";

/** An idle core takes a ready thread out of its queue and starts with the cost of the switch. */
export function startThread(chip: Chip, core: Core, thread: Thread, sink: EventSink | undefined): void {
	thread.from = thread.queue;
	takeOut(chip, thread);
	chip.ready--;
	if (thread.spec.serial) chip.serialRunning++;
	thread.state = "running";
	thread.core = core.id;
	core.thread = thread.id;
	core.startedNs = chip.nowNs;
	sink?.({ type: "started", atNs: chip.nowNs, thread: thread.id, core: core.id });
	const switchNs = switchCost(chip, core, thread);
	core.lastThread = thread.id;
	core.sliceEndNs = NEVER_NS;
	preparePrefetch(chip, core, thread.spec.process);
	touch(core, thread.spec.process);
	if (core.isAsleep) thread.debtNs += core.spec.wakeLatencyNs;
	core.isAsleep = false;
	markStarted(chip, thread, sink);
	enterActivity(chip, core, "switching", switchNs, sink);
	if (switchNs === 0) afterActivity(chip, core, sink);
}

/** Drops what was still to be prefetched for another process. */
function preparePrefetch(chip: Chip, core: Core, process: number): void {
	if (core.recent[0] !== process) core.prefetch.leftKib = 0;
	const { prefetchKib } = at(chip.scenario.processes, process);
	if (prefetchKib > 0) startPrefetch(chip, core, process, prefetchKib);
}

/** The core's activity has ended at `chip.nowNs`: begins what comes next. */
export function afterActivity(chip: Chip, core: Core, sink: EventSink | undefined): void {
	switch (core.activity) {
		case "idle":
			fallAsleep(chip, core);
			return;
		case "switching": {
			const thread = at(chip.threads, core.thread);
			const debtNs = thread.debtNs;
			thread.debtNs = 0;
			enterOverhead(chip, core, debtNs, "waking", sink);
			if (debtNs === 0) afterActivity(chip, core, sink);
			return;
		}
		case "waking":
			if (core.sliceEndNs === NEVER_NS) startSlice(chip, core);
			resume(chip, core, at(chip.threads, core.thread), sink);
			return;
		case "computing":
			creditWork(chip, core);
			afterWork(chip, core, sink);
			return;
		case "spinning":
			if (isSliceOver(chip, core)) endSlice(chip, core, sink);
			else block(chip, core, sink);
			return;
		default:
			unreachable(core.activity);
	}
}

/**
 * A stretch of computing has ended: its phase is done, a page is missing, the slice is over, or the prefetch is
 * complete.
 */
function afterWork(chip: Chip, core: Core, sink: EventSink | undefined): void {
	const thread = at(chip.threads, core.thread);
	if (thread.remainingNs === 0) resume(chip, core, thread, sink);
	else if (isFaultDue(thread)) faultPage(chip, core, thread, sink);
	else if (chip.nowNs >= core.sliceEndNs) endSlice(chip, core, sink);
	else {
		// The prefetch is complete, so the bus has more room from now on.
		chip.memory.isStale = true;
		goOnComputing(chip, core);
	}
}

/** The slice is over: the thread makes way if another could run here, otherwise it gets another slice. */
function endSlice(chip: Chip, core: Core, sink: EventSink | undefined): void {
	const thread = at(chip.threads, core.thread);
	useSlice(chip, thread);
	if (core.activity === "spinning" && isStuck(chip, core)) {
		block(chip, core, sink);
		return;
	}
	if (hasRival(chip, core)) {
		goBehind(chip, core, sink);
		return;
	}
	startSlice(chip, core);
	if (core.activity === "computing") goOnComputing(chip, core);
	else core.nextNs = Math.min(core.workEndNs, core.sliceEndNs);
}

/** An idle core's timer has expired: it was to ask its policy again, or to fall asleep. */
function fallAsleep(chip: Chip, core: Core): void {
	const { sleepAfterNs } = core.spec;
	const asleepNs = sleepAfterNs > 0 ? core.anchorNs + sleepAfterNs : NEVER_NS;
	core.nextNs = core.isAsleep ? NEVER_NS : asleepNs;
	if (core.isAsleep || chip.nowNs < asleepNs) return;
	book(chip, core);
	core.isAsleep = true;
	core.idleCause = "asleep";
	core.nextNs = NEVER_NS;
}

function switchCost(chip: Chip, core: Core, thread: Thread): number {
	if (core.lastThread === thread.id) return 0;
	const { machine } = chip.scenario;
	const last = core.lastThread < 0 ? undefined : at(chip.threads, core.lastThread);
	return last?.spec.process === thread.spec.process ? machine.threadSwitchNs : machine.processSwitchNs;
}
