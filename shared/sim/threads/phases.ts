import { at, numberAt } from "../../lib/assert.ts";
import { unreachable } from "../../lib/unreachable.ts";
import type { Chip, Core, Thread } from "../chip/chip.ts";
import { drawNs, occurs, scaledNs } from "../chip/draw.ts";
import type { EventSink } from "../chip/event.ts";
import { BY_ITSELF, createJob } from "../chip/jobs.ts";
import { startPrefetch } from "../memory/prefetch.ts";
import type { ProgramPhase } from "../scenario/scenario.ts";
import { enterCompute, enterOverhead, leaveCore } from "./activity.ts";
import { handOut } from "./batches.ts";
import { receive, send } from "./channel.ts";
import { crashProcess } from "./crash.ts";
import { markDone } from "./lifecycle.ts";
import { enterLock, leaveLock } from "./lock.ts";
import { doIo, meet, sleep } from "./pauses.ts";
import { letNextPass } from "./take-back.ts";

/** Runs through phases until one takes time or the program ends. */
export function nextPhase(chip: Chip, core: Core, thread: Thread, sink: EventSink | undefined): void {
	let isOver = true;
	while (isOver) {
		thread.phase++;
		thread.step = 0;
		const phase = thread.spec.program[thread.phase];
		if (phase === undefined) {
			leaveCore(chip, core, "done", sink);
			markDone(chip, thread, sink);
			return;
		}
		isOver = enterPhase(chip, core, thread, phase, sink);
	}
}

/** Continues the phase the thread is in; a new thread starts its first one. */
export function resume(chip: Chip, core: Core, thread: Thread, sink: EventSink | undefined): void {
	const phase = thread.phase < 0 ? undefined : thread.spec.program[thread.phase];
	if (phase === undefined || goOn(chip, core, thread, phase, sink)) nextPhase(chip, core, thread, sink);
}

/** Starts a phase. True if it is over at once. */
function enterPhase(
	chip: Chip,
	core: Core,
	thread: Thread,
	phase: ProgramPhase,
	sink: EventSink | undefined,
): boolean {
	switch (phase.type) {
		case "compute":
			return work(
				chip,
				core,
				thread,
				drawNs(thread, scaledNs(phase.workNs, thread.scale), phase.spread),
				sink,
			);
		case "update":
			thread.carry = at(chip.counters, phase.counter).value;
			return (
				work(chip, core, thread, scaledNs(phase.workNs, thread.scale), sink) && write(chip, thread, phase)
			);
		case "chunks":
			return takeChunk(chip, core, thread, phase.pool, sink);
		case "unlock":
			leaveLock(chip, thread, phase.lock, sink);
			letNextPass(chip, core, thread, sink);
			return core.thread === thread.id;
		case "repeat":
			goBack(thread, phase);
			return true;
		case "prefetch":
			startPrefetch(chip, core, thread.spec.process, phase.kib);
			return true;
		case "sleep":
			sleep(chip, core, thread, phase, sink);
			return false;
		case "io":
			doIo(chip, core, thread, phase, sink);
			return false;
		case "barrier":
			return meet(chip, core, thread, phase.barrier, sink);
		case "crash":
			if (!occurs(thread, phase.chance)) return true;
			crashProcess(chip, thread.spec.process, sink);
			return false;
		case "lock":
		case "send":
		case "receive":
		case "delegate":
		case "handOut":
			return goOn(chip, core, thread, phase, sink);
		default:
			return unreachable(phase);
	}
}

/** Continues a phase after an interruption, or after the overhead it has paid for. True if it is over. */
function goOn(
	chip: Chip,
	core: Core,
	thread: Thread,
	phase: ProgramPhase,
	sink: EventSink | undefined,
): boolean {
	switch (phase.type) {
		case "compute":
			return work(chip, core, thread, thread.remainingNs, sink);
		case "update":
			return work(chip, core, thread, thread.remainingNs, sink) && write(chip, thread, phase);
		case "chunks":
			return (
				work(chip, core, thread, thread.remainingNs, sink) && takeChunk(chip, core, thread, phase.pool, sink)
			);
		case "lock":
			return enterLock(chip, core, thread, phase, sink);
		case "send":
			return send(chip, core, thread, phase.channel, phase.bytes, sink);
		case "receive":
			return receive(chip, core, thread, phase.channel, sink);
		case "delegate":
			return delegate(chip, core, thread, phase, sink);
		case "handOut":
			return handOut(chip, core, thread, phase, sink);
		case "barrier":
			return meet(chip, core, thread, phase.barrier, sink);
		case "sleep":
		case "io":
		case "unlock":
		case "repeat":
		case "prefetch":
		case "crash":
			return true;
		default:
			return unreachable(phase);
	}
}

function work(chip: Chip, core: Core, thread: Thread, workNs: number, sink: EventSink | undefined): boolean {
	thread.remainingNs = workNs;
	if (workNs === 0) return true;
	enterCompute(chip, core, sink);
	return false;
}

function takeChunk(
	chip: Chip,
	core: Core,
	thread: Thread,
	pool: number,
	sink: EventSink | undefined,
): boolean {
	const left = numberAt(chip.pools, pool);
	if (left === 0) return true;
	chip.pools[pool] = left - 1;
	return work(chip, core, thread, at(chip.scenario.pools, pool).chunkNs, sink);
}

/** Writes what was read plus one: whatever others wrote in between is lost. */
function write(chip: Chip, thread: Thread, phase: Extract<ProgramPhase, { type: "update" }>): boolean {
	const counter = at(chip.counters, phase.counter);
	counter.value = thread.carry + 1;
	counter.updates++;
	return true;
}

function goBack(thread: Thread, { from, times }: Extract<ProgramPhase, { type: "repeat" }>): void {
	const here = thread.phase;
	const laps = (thread.laps[here] ?? 0) + 1;
	const isEnough = times > 0 && laps >= times;
	if (thread.laps.length === 0) thread.laps = [];
	// An inner loop starts anew in each lap of the outer one.
	thread.laps[here] = isEnough ? 0 : laps;
	if (!isEnough) thread.phase = from - 1;
}

function delegate(
	chip: Chip,
	core: Core,
	thread: Thread,
	{ job, count, ns, nsPerItem }: Extract<ProgramPhase, { type: "delegate" }>,
	sink: EventSink | undefined,
): boolean {
	const costNs = ns + count * nsPerItem;
	if (thread.step++ === 0 && costNs > 0) {
		enterOverhead(chip, core, costNs, "delegating", sink);
		return false;
	}
	for (let instance = 0; instance < count; instance++) createJob(chip, job, BY_ITSELF, sink);
	return true;
}
