import { runDualTask } from "#shared/brain/run-dual-task.ts";
import type { DualTaskTimes } from "#shared/lessons/brain.ts";
import type { ChipEvent } from "#shared/sim/chip/event.ts";

export type TaskPart = "see" | "wait" | "decide" | "move";
/** A stretch of a lane, in ms since the first stimulus. */
export type TaskPartSpan = { readonly part: TaskPart; readonly fromMs: number; readonly toMs: number };

export type DualTaskRun = {
	readonly soaMs: number;
	readonly rt2Ms: number;
	/** The first task's core, then the second's. */
	readonly lanes: readonly (readonly TaskPartSpan[])[];
};

const NS_PER_MS = 1_000;

/** What the two cores of the chip do after two stimuli `soaMs` apart, from the simulator's own events. */
export function dualTaskRun(times: DualTaskTimes, soaMs: number): DualTaskRun {
	const events: ChipEvent[] = [];
	const { rt2Ms } = runDualTask(times, soaMs, (event) => events.push(event));
	return { soaMs, rt2Ms, lanes: [0, 1].map((thread) => laneOf(events, thread, times.motorMs)) };
}

/** A task sees until it asks for the lock, waits until it has it, and after it gives it back only moves. */
function laneOf(events: readonly ChipEvent[], thread: number, motorMs: number): TaskPartSpan[] {
	const timeOf = (type: "announced" | "lockWait" | "lockTaken" | "stopped") => {
		const event = events.findLast((one) => one.type === type && "thread" in one && one.thread === thread);
		return event === undefined ? undefined : event.atNs / NS_PER_MS;
	};
	const startMs = timeOf("announced") ?? 0;
	const takenMs = timeOf("lockTaken") ?? startMs;
	const askedMs = timeOf("lockWait") ?? takenMs;
	const endMs = timeOf("stopped") ?? takenMs;
	const spans: TaskPartSpan[] = [
		{ part: "see", fromMs: startMs, toMs: askedMs },
		{ part: "wait", fromMs: askedMs, toMs: takenMs },
		{ part: "decide", fromMs: takenMs, toMs: endMs - motorMs },
		{ part: "move", fromMs: endMs - motorMs, toMs: endMs },
	];
	return spans.filter(({ fromMs, toMs }) => toMs > fromMs);
}
