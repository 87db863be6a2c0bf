import type { ChipOutcome } from "../lessons/outcome.ts";
import { mean, sumOf } from "../lib/statistics.ts";
import { NEVER_NS } from "../lib/units.ts";
import type { ReadonlyChip, ReadonlyThread } from "../sim/chip/chip.ts";

/** Turnaround, slowdown and lateness of the announced threads; unfinished ones count up to now. */
export function measureThreads(
	chip: ReadonlyChip,
): Pick<
	ChipOutcome,
	"meanTurnaroundNs" | "meanSlowdown" | "worstResponseNs" | "deadlineMisses" | "urgentMisses" | "timelyWorkNs"
> {
	const announced = chip.threads.filter(({ announcedNs }) => announcedNs !== NEVER_NS);
	const urgent = announced.filter(({ spec }) => spec.deadlineNs > 0);
	const turnaroundNs = (thread: ReadonlyThread): number => endOf(chip, thread) - thread.announcedNs;
	const isLate = (thread: ReadonlyThread): boolean =>
		thread.spec.deadlineNs > 0 && turnaroundNs(thread) > thread.spec.deadlineNs;
	return {
		meanTurnaroundNs: mean(announced.map(turnaroundNs), 0),
		meanSlowdown: mean(
			announced
				.filter(({ taskWorkNs }) => taskWorkNs > 0)
				.map((thread) => turnaroundNs(thread) / thread.taskWorkNs),
			0,
		),
		worstResponseNs: (urgent.length > 0 ? urgent : announced).reduce(
			(worstNs, thread) => Math.max(worstNs, turnaroundNs(thread)),
			0,
		),
		deadlineMisses: urgent.filter(isLate).length,
		urgentMisses: urgent.filter((thread) => thread.spec.priority > 0 && isLate(thread)).length,
		timelyWorkNs: sumOf(
			announced.filter((thread) => thread.state === "done" && !isLate(thread)),
			({ taskWorkNs }) => taskWorkNs,
		),
	};
}

function endOf(chip: ReadonlyChip, thread: ReadonlyThread): number {
	return thread.state === "done" ? thread.finishNs : chip.nowNs;
}
