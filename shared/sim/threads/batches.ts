import { assert, at, numberAt } from "../../lib/assert.ts";
import { handOutNs, misfitOf, openThreads, pendingOf } from "../chip/batches.ts";
import { type Chip, type Core, NONE, SHARED, type Thread } from "../chip/chip.ts";
import type { EventSink } from "../chip/event.ts";
import { createReady, makeReady, workOf } from "../chip/jobs.ts";
import { plan, share, takeOut } from "../chip/queues.ts";
import type { ProgramPhase, ThreadSpec } from "../scenario/scenario.ts";
import { enterOverhead, leaveCore } from "./activity.ts";
import { markStarted } from "./lifecycle.ts";

/**
 * The core asks for a batch of so many items of the divisible thread, or all that are left: they are its own from
 * now on. The batch waits for the master, or in the core's own run queue if there is none.
 */
export function ask(
	chip: Chip,
	core: Core,
	divided: Thread,
	wanted: number,
	sink: EventSink | undefined,
): void {
	const { handOut } = chip.scenario;
	const { items } = divided.spec;
	assert(handOut !== undefined && items !== undefined, `thread ${divided.id} cannot be divided`);
	const count = Math.min(items.count, wanted);
	const queue = handOut.master === NONE ? core.id : handOut.master;
	markStarted(chip, divided, sink);
	leave(chip, divided, items.count - count);
	const first: ProgramPhase = { type: "handOut", to: core.id, ns: handOutNs(handOut, count) };
	const own = { ...divided.spec, items: { count, eachNs: items.eachNs } };
	const workNs = count * items.eachNs;
	const spec: ThreadSpec = { ...own, divisible: false, after: [], needs: "", cores: [queue], home: queue };
	const { scale } = divided;
	const factor = misfitOf(chip, core.id, divided);
	const program = [first, computing(Math.floor(workNs * factor))];
	const batch = createReady(chip, divided.job, { spec: { ...spec, program }, scale }, queue, sink);
	const worthNs = workOf([computing(workNs)], scale);
	chip.backlogNs += worthNs - batch.taskWorkNs;
	batch.taskWorkNs = worthNs;
	batch.successors = [divided.id];
	divided.undone++;
	sink?.({
		type: "asked",
		atNs: chip.nowNs,
		seat: core.id + 1,
		thread: batch.id,
		of: divided.id,
		count,
	});
}

/** A core whose policy does not ask by itself asks for the first it can; false if there is none. */
export function askFirst(chip: Chip, core: Core, sink: EventSink | undefined): boolean {
	const { handOut } = chip.scenario;
	// It goes ahead no further than it must, so that others get their share.
	if (handOut === undefined || core.id === handOut.master || pendingOf(chip, core.id) > 0) return false;
	const open = openThreads(chip);
	const fit = open.find((thread) => misfitOf(chip, core.id, thread) === 1) ?? open[0];
	if (fit === undefined) return false;
	ask(chip, core, at(chip.threads, fit.id), numberAt(handOut.sizes, 0), sink);
	return true;
}

/**
 * The phase in which a batch is handed out: takes its core that long, then the batch goes to who asked for it.
 * True if that is who handed it out, and goes on with it. If it is interrupted it begins anew.
 */
export function handOut(
	chip: Chip,
	core: Core,
	thread: Thread,
	{ to, ns }: Extract<ProgramPhase, { type: "handOut" }>,
	sink: EventSink | undefined,
): boolean {
	// Overhead of another cause is that of starting the thread.
	if (ns > 0 && core.overheadCause !== "delegating") {
		enterOverhead(chip, core, ns, "delegating", sink);
		return false;
	}
	if (core.id === to) return true;
	leaveCore(chip, core, "yielded", sink);
	const program = thread.spec.program.map((phase) =>
		phase.type === "handOut" ? { ...phase, ns: 0 } : phase,
	);
	thread.spec = { ...thread.spec, program, cores: [to], home: to };
	thread.ticket = chip.nextTicket++;
	plan(chip, thread, to, at(chip.cores, to).queue.length);
	makeReady(chip, thread, sink);
	sink?.({ type: "handedOut", atNs: chip.nowNs, thread: thread.id, core: to, from: core.id });
	return false;
}

/** So many items of the divisible thread are left; without any it waits for its batches. */
function leave(chip: Chip, divided: Thread, count: number): void {
	const eachNs = divided.spec.items?.eachNs ?? 0;
	const program = [computing(count * eachNs)];
	divided.spec = { ...divided.spec, items: { count, eachNs }, program };
	const leftNs = workOf(program, divided.scale);
	chip.backlogNs -= divided.taskWorkNs - leftNs;
	divided.workNs = leftNs;
	divided.taskWorkNs = leftNs;
	if (count > 0) {
		// It is shorter now, and with that may have another place.
		if (divided.queue === SHARED) share(chip, divided);
		return;
	}
	takeOut(chip, divided);
	divided.state = "blocked";
	chip.ready--;
}

function computing(workNs: number): ProgramPhase {
	return { type: "compute", workNs, spread: "fixed" };
}
