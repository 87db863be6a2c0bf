import { sumOf } from "../lib/statistics.ts";
import { usefulNs } from "../sim/chip/accounting.ts";
import type { ReadonlyChip } from "../sim/chip/chip.ts";
import type { ChipEvent } from "../sim/chip/event.ts";
import { workDoneAt } from "../sim/chip/progress.ts";

/** Both sides of a law, measured independently of each other. */
export type LawCheck = { readonly left: number; readonly right: number };

/** Counts the jobs that are on a chip, from its events. */
export type Population = { count: number; sinceNs: number; areaNs: number };

export function createPopulation(): Population {
	return { count: 0, sinceNs: 0, areaNs: 0 };
}

/** To be told every event of the chip. */
export function countEvent(population: Population, event: ChipEvent): void {
	if (event.type !== "jobAnnounced" && event.type !== "jobDone") return;
	population.areaNs += population.count * (event.atNs - population.sinceNs);
	population.sinceNs = event.atNs;
	population.count += event.type === "jobAnnounced" ? 1 : -1;
}

/**
 * Little's law L = lambda W on any run up to now. Left: jobs on the chip on average, counted as they come
 * and go. Right: jobs per ns times the mean time that a job is there, from its own record; of one that is
 * still there, up to now.
 */
export function littlesLaw(chip: ReadonlyChip, population: Readonly<Population>): LawCheck {
	const { nowNs } = chip;
	if (nowNs === 0) return { left: 0, right: 0 };
	const areaNs = population.areaNs + population.count * (nowNs - population.sinceNs);
	const came = chip.jobs.filter(({ announcedNs }) => announcedNs <= nowNs);
	const thereNs = sumOf(came, (job) => Math.min(job.finishNs, nowNs) - job.announcedNs);
	const meanNs = came.length === 0 ? 0 : thereNs / came.length;
	return { left: areaNs / nowNs, right: (came.length / nowNs) * meanNs };
}

/**
 * The utilisation law U = X S on any run up to now, in work of an ideal core. Left: what the cores' books
 * say. Right: threads per ns times the mean work done for a thread, from the threads' own records, with
 * what crashes have thrown away. A core that was clocked otherwise in between has no one speed, and does not hold it.
 */
export function utilisationLaw(chip: ReadonlyChip): LawCheck {
	const { nowNs, threads, cores } = chip;
	if (nowNs === 0 || threads.length === 0) return { left: 0, right: 0 };
	// What runs just now is booked neither on its thread nor on its core.
	const runningNs = workDoneAt(chip, nowNs) - sumOf(cores, ({ workDoneNs }) => workDoneNs);
	const booked = cores.reduce((sum, core) => sum + usefulNs(core) * core.spec.speed, runningNs);
	const doneNs = threads.reduce((sum, thread) => sum + thread.doneNs, chip.workLostNs + runningNs);
	return { left: booked / nowNs, right: (threads.length / nowNs) * (doneNs / threads.length) };
}

/** By how much the sides differ, as a share of the larger one. */
export function differenceOf({ left, right }: LawCheck): number {
	const size = Math.max(Math.abs(left), Math.abs(right));
	return size === 0 ? 0 : Math.abs(left - right) / size;
}
