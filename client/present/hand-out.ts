import { at } from "#shared/lib/assert.ts";
import type { ReadonlyChip, ReadonlyThread } from "#shared/sim/chip/chip.ts";
import { workOf } from "#shared/sim/chip/jobs.ts";
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

/** Share of the task that is done at `nowNs`, 0 to 1: of its work, or of its handing out if it does nothing else. */
export function shareDone(chip: ReadonlyChip, thread: ReadonlyThread, nowNs: number): number {
	const wholeNs = handOutNs(thread.spec.program);
	if (thread.workNs > 0 || wholeNs === 0 || thread.state === "done") return progressOf(chip, thread, nowNs);
	if (thread.phase < 0) return 0;
	const core = thread.state === "running" ? at(chip.cores, thread.core) : undefined;
	const isHandingOut = core?.activity === "waking" && core.overheadCause === "delegating";
	const sinceNs = isHandingOut ? nowNs - core.anchorNs : 0;
	return Math.min(1, (handedOutNs(thread.spec.program, thread) + sinceNs) / wholeNs);
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
