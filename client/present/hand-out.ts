import { at } from "#shared/lib/assert.ts";
import { askerOf } from "#shared/sim/chip/batches.ts";
import type { ReadonlyChip, ReadonlyCore, ReadonlyThread } from "#shared/sim/chip/chip.ts";
import { originalOf, workOf } from "#shared/sim/chip/jobs.ts";
import { progressOf } from "#shared/sim/chip/progress.ts";
import type { ProgramPhase } from "#shared/sim/scenario/scenario.ts";

/** Time that the program spends handing out work, in ns. It is not work, but it keeps a core busy. */
export function handOutNs(program: readonly ProgramPhase[]): number {
	return handedOutNs(program, undefined);
}

/** How long the program keeps a core of ordinary speed busy, in ns. */
export function programNs(program: readonly ProgramPhase[]): number {
	return workOf(program) + handOutNs(program);
}

/** How long the task keeps a core of ordinary speed busy, in ns: its work and what it hands out. */
export function lengthNsOf({ workNs, spec }: ReadonlyThread): number {
	return workNs + handOutNs(spec.program);
}

/**
 * Share of the task that is done at `nowNs`, 0 to 1: of its work, or of its handing out if it does nothing else. Of
 * a job in batches the share of all of them.
 */
export function shareDone(chip: ReadonlyChip, thread: ReadonlyThread, nowNs: number): number {
	if (thread.spec.divisible === true) return shareOfBatches(chip, thread, nowNs);
	const wholeNs = handOutNs(thread.spec.program);
	if (thread.workNs > 0 || wholeNs === 0 || thread.state === "done") return progressOf(chip, thread, nowNs);
	if (thread.phase < 0) return 0;
	const core = thread.state === "running" ? at(chip.cores, thread.core) : undefined;
	const sinceNs = core !== undefined && isHandingOut(core) ? nowNs - core.anchorNs : 0;
	return Math.min(1, (handedOutNs(thread.spec.program, thread) + sinceNs) / wholeNs);
}

/** Time until what the core now does with its thread is over, in ns at the present speed; 0 if it is idle. */
export function leftNsOf(chip: ReadonlyChip, core: ReadonlyCore, nowNs: number): number {
	const thread = chip.threads[core.thread];
	if (thread === undefined) return 0;
	// What is handed out is done elsewhere, or has not begun.
	if (isHandingOut(core) && askerOf(thread) !== undefined) return Math.max(0, core.nextNs - nowNs);
	return (1 - shareDone(chip, thread, nowNs)) * lengthNsOf(thread) * core.nsPerWork;
}

function isHandingOut({ activity, overheadCause }: ReadonlyCore): boolean {
	return activity === "waking" && overheadCause === "delegating";
}

function shareOfBatches(chip: ReadonlyChip, thread: ReadonlyThread, nowNs: number): number {
	if (thread.state === "done") return 1;
	const wholeNs = workOf(originalOf(chip, thread).program, thread.scale);
	let doneNs = 0;
	for (const id of at(chip.jobs, thread.job).threads) {
		const batch = at(chip.threads, id);
		if (batch.successors.includes(thread.id)) doneNs += progressOf(chip, batch, nowNs) * batch.taskWorkNs;
	}
	return Math.min(1, doneNs / wholeNs);
}

/**
 * Follows the program, including its loops, to where the thread is, or to its end. Returns the time spent handing
 * out.
 */
function handedOutNs(program: readonly ProgramPhase[], upTo: ReadonlyThread | undefined): number {
	const laps: number[] = [];
	let sumNs = 0;
	for (let place = 0; place < program.length; place++) {
		if (place === upTo?.phase && program.every((_, loop) => (laps[loop] ?? 0) === (upTo.laps[loop] ?? 0)))
			break;
		const phase = at(program, place);
		if (phase.type === "delegate") sumNs += phase.ns + phase.count * phase.nsPerItem;
		if (phase.type !== "repeat") continue;
		const lap = (laps[place] ?? 0) + 1;
		laps[place] = lap < phase.times ? lap : 0;
		if (lap < phase.times) place = phase.from - 1;
	}
	return sumNs;
}
