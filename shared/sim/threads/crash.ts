import { at, numberAt } from "../../lib/assert.ts";
import { NEVER_NS } from "../../lib/units.ts";
import { type Chip, NONE, NOWHERE, type Thread } from "../chip/chip.ts";
import type { EventSink } from "../chip/event.ts";
import { announce, deal, makeReady } from "../chip/jobs.ts";
import { mayRun } from "../chip/may-run.ts";
import { plan, takeOut } from "../chip/queues.ts";
import { cancelTimer, setTimer } from "../chip/timers.ts";
import { countBegun } from "../memory/paging.ts";
import { leaveCore } from "./activity.ts";
import { leaveWaiters, passOn } from "./hand-off.ts";

/**
 * Kills all threads of the process and clears its caches; other processes go on. A process with a restart time
 * restarts later.
 */
export function crashProcess(chip: Chip, process: number, sink: EventSink | undefined): void {
	const { restartNs } = at(chip.scenario.processes, process);
	const dying = chip.threads.filter((thread) => thread.spec.process === process && isAlive(thread));
	for (const thread of dying) kill(chip, thread, sink);
	for (const thread of dying) freeLocks(chip, thread, sink);
	// The thread that had been woken for a free lock may have died on its way.
	chip.locks.forEach(({ owner }, index) => {
		if (owner === NONE) passOn(chip, index, sink);
	});
	countBegun(chip, process, -numberAt(chip.memory.begun, process));
	chip.memory.l3Kib[process] = 0;
	chip.memory.isStale = true;
	for (const core of chip.cores) {
		core.warmKib[process] = 0;
		if (core.recent[0] === process) core.prefetch.leftKib = 0;
	}
	if (restartNs > 0) setTimer(chip, chip.nowNs + restartNs, "process", process);
	else chip.alive -= dying.length;
}

/** Restarts the dead threads of the process from the beginning of their programs. */
export function restartProcess(chip: Chip, process: number, sink: EventSink | undefined): void {
	// Threads that were to stay dead are not counted in `alive`.
	const isRevived = at(chip.scenario.processes, process).restartNs === 0;
	for (const thread of chip.threads) {
		if (thread.spec.process !== process || !thread.isDead) continue;
		if (isRevived) chip.alive++;
		thread.isDead = false;
		thread.phase = -1;
		thread.remainingNs = 0;
		thread.debtNs = 0;
		thread.faultShare = 0;
		thread.sliceLeftNs = 0;
		thread.spinLeftNs = 0;
		if (thread.startNs !== NEVER_NS) countBegun(chip, process, 1);
		thread.step = 0;
		thread.laps.length = 0;
		if (thread.unstarted > 0) {
			thread.state = "hidden";
			continue;
		}
		if (thread.announcedNs === NEVER_NS) {
			// Its predecessors have started while it was dead.
			announce(chip, thread, sink);
			continue;
		}
		thread.state = "waiting";
		takeBack(chip, thread, sink);
		if (thread.undone === 0) makeReady(chip, thread, sink);
	}
}

/** Queues it where it last waited, so that nobody has to plan it twice. */
function takeBack(chip: Chip, thread: Thread, sink: EventSink | undefined): void {
	const core = chip.cores[thread.from];
	if (core === undefined || !mayRun(core, thread)) {
		deal(chip, thread, sink);
		return;
	}
	thread.ticket = chip.nextTicket++;
	plan(chip, thread, core.id, core.queue.length);
}

function isAlive(thread: Thread): boolean {
	return thread.state !== "done" && !thread.isDead;
}

function kill(chip: Chip, thread: Thread, sink: EventSink | undefined): void {
	if (thread.state === "running" || thread.state === "spinning")
		leaveCore(chip, at(chip.cores, thread.core), "blocked", sink);
	if (thread.state === "ready") chip.ready--;
	if (thread.queue !== NOWHERE) thread.from = thread.queue;
	takeOut(chip, thread);
	thread.state = "blocked";
	thread.isDead = true;
	thread.wanted = NONE;
	for (const lock of chip.locks) leaveWaiters(lock, thread.id);
	for (const barrier of chip.barriers) remove(barrier, thread.id);
	for (const { receivers, senders } of chip.channels) {
		remove(receivers, thread.id);
		remove(senders, thread.id);
	}
	cancelTimer(chip, "thread", thread.id);
	chip.workLostNs += thread.doneNs;
	thread.doneNs = 0;
}

/** A lock that is not robust stays taken. */
function freeLocks(chip: Chip, thread: Thread, sink: EventSink | undefined): void {
	for (const index of thread.held.splice(0)) if (at(chip.locks, index).spec.robust) passOn(chip, index, sink);
}

function remove(ids: number[], id: number): void {
	const place = ids.indexOf(id);
	if (place >= 0) ids.splice(place, 1);
}
