import { causesAt } from "../sim/accounting.ts";
import type { Chip } from "../sim/chip.ts";
import type { ChipEvent } from "../sim/event.ts";

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

/** Little's law L = lambda W on a run that ended with all its jobs done. */
export function littlesLaw(chip: Readonly<Chip>, population: Readonly<Population>): LawCheck {
	const meanTimeNs =
		chip.jobs.reduce((sum, job) => sum + job.finishNs - job.announcedNs, 0) / chip.jobs.length;
	return { left: population.areaNs / chip.nowNs, right: (chip.jobs.length / chip.nowNs) * meanTimeNs };
}

/** The utilisation law U = X S on a run that ended with all its threads done, on cores of speed 1. */
export function utilisationLaw(chip: Readonly<Chip>): LawCheck {
	const usefulNs = chip.cores.reduce((sum, core) => sum + causesAt(core, chip.nowNs).useful, 0);
	const serviceNs = chip.threads.reduce((sum, thread) => sum + thread.workNs, 0) / chip.threads.length;
	return { left: usefulNs / chip.nowNs, right: (chip.threadsDone / chip.nowNs) * serviceNs };
}
