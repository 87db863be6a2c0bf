import { sumOf } from "../lib/statistics.ts";
import { usefulNs } from "../sim/chip/accounting.ts";
import type { ReadonlyChip } from "../sim/chip/chip.ts";
import type { ChipEvent } from "../sim/chip/event.ts";
import { workDoneAt } from "../sim/chip/progress.ts";

/** Both sides of a law, measured independently. */
export type LawCheck = { readonly left: number; readonly right: number };

/** Number of jobs on a chip, and its integral over time (job-ns) up to `sinceNs`. */
export type Population = { count: number; sinceNs: number; areaNs: number };

/** The population at time 0. */
export function createPopulation(): Population {
	return { count: 0, sinceNs: 0, areaNs: 0 };
}

/** Updates the population; to be called with every event of the chip. */
export function countEvent(population: Population, event: ChipEvent): void {
	if (event.type !== "jobAnnounced" && event.type !== "jobDone") return;
	population.areaNs += population.count * (event.atNs - population.sinceNs);
	population.sinceNs = event.atNs;
	population.count += event.type === "jobAnnounced" ? 1 : -1;
}

/**
 * Little's law L = lambda W on any run so far. Left: mean number of jobs on the chip, counted as they come and
 * go. Right: jobs per ns times the mean time of a job in the system, from its own record, up to now if it is
 * unfinished.
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
 * The utilisation law U = X S on any run so far, in work of an ideal core. Left: from the books of the cores.
 * Right: threads per ns times mean work per thread, from the threads' records, including work lost in crashes.
 * Does not hold for a core that has changed its operating point, which has no single speed.
 */
export function utilisationLaw(chip: ReadonlyChip): LawCheck {
	const { nowNs, threads, cores } = chip;
	if (nowNs === 0 || threads.length === 0) return { left: 0, right: 0 };
	// Work in progress is not yet credited to its thread or core.
	const runningNs = workDoneAt(chip, nowNs) - sumOf(cores, ({ workDoneNs }) => workDoneNs);
	const booked = cores.reduce((sum, core) => sum + usefulNs(core) * core.spec.speed, runningNs);
	const doneNs = threads.reduce((sum, thread) => sum + thread.doneNs, chip.workLostNs + runningNs);
	return { left: booked / nowNs, right: (threads.length / nowNs) * (doneNs / threads.length) };
}

/** Difference of the sides as a share of the larger one. */
export function differenceOf({ left, right }: LawCheck): number {
	const size = Math.max(Math.abs(left), Math.abs(right));
	return size === 0 ? 0 : Math.abs(left - right) / size;
}
