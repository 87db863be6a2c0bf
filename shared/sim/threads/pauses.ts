import { at, numberAt } from "../../lib/assert.ts";
import { NEVER_NS } from "../../lib/units.ts";
import type { Chip, Core, Thread } from "../chip/chip.ts";
import { drawNs } from "../chip/draw.ts";
import type { EventSink } from "../chip/event.ts";
import { setTimer } from "../chip/timers.ts";
import type { ProgramPhase } from "../scenario/scenario.ts";
import { block, spin } from "./lock.ts";
import { wakeThread } from "./wake.ts";

/** `step` of a thread whose barrier has opened. */
const PASSED = 1;

/** The thread leaves its core for the time of the phase. */
export function sleep(
	chip: Chip,
	core: Core,
	thread: Thread,
	phase: Extract<ProgramPhase, { type: "sleep" }>,
	sink: EventSink | undefined,
): void {
	setTimer(chip, chip.nowNs + drawNs(thread, phase.ns, phase.spread), "thread", thread.id);
	block(chip, core, sink);
}

/** The thread leaves its core until the device has served all earlier requests, and its own. */
export function doIo(
	chip: Chip,
	core: Core,
	thread: Thread,
	phase: Extract<ProgramPhase, { type: "io" }>,
	sink: EventSink | undefined,
): void {
	const freeNs = Math.max(chip.nowNs, numberAt(chip.deviceFreeNs, phase.device));
	const doneNs = freeNs + drawNs(thread, phase.ns, phase.spread);
	chip.deviceFreeNs[phase.device] = doneNs;
	setTimer(chip, doneNs, "thread", thread.id);
	block(chip, core, sink);
}

/** The thread leaves its core until the swap device has served all earlier requests, and fetched its page. */
export function faultPage(chip: Chip, core: Core, thread: Thread, sink: EventSink | undefined): void {
	const { memory, scenario } = chip;
	thread.faultShare = 0;
	memory.pageFaults++;
	memory.swapFreeNs = Math.max(chip.nowNs, memory.swapFreeNs) + scenario.machine.pageFaultNs;
	setTimer(chip, memory.swapFreeNs, "thread", thread.id);
	block(chip, core, sink);
}

/** Waits at the barrier for the others; the last to arrive releases all of them. True if the thread may pass. */
export function meet(
	chip: Chip,
	core: Core,
	thread: Thread,
	barrier: number,
	sink: EventSink | undefined,
): boolean {
	if (thread.step === PASSED) return true;
	const waiting = at(chip.barriers, barrier);
	const { parties, waiting: way } = at(chip.scenario.barriers, barrier);
	// A spinner that was preempted and comes back is counted already.
	const isNew = !waiting.includes(thread.id);
	if (!isNew || waiting.length + 1 < parties) {
		if (isNew) waiting.push(thread.id);
		if (way === "spin") {
			thread.state = "spinning";
			spin(chip, core, NEVER_NS, sink);
		} else block(chip, core, sink);
		return false;
	}
	for (const id of waiting.splice(0)) {
		const other = at(chip.threads, id);
		other.step = PASSED;
		wakeThread(chip, other, sink);
	}
	return true;
}
