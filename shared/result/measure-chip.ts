import type { ChipOutcome, OfRound } from "../lessons/outcome.ts";
import { numberAt } from "../lib/assert.ts";
import { NS_PER_PLAY_S } from "../lib/units.ts";
import type { PlayedChip } from "../round/played-chip.ts";
import { causesAt, sumBars } from "../sim/chip/accounting.ts";
import { hasCollapsed } from "../sim/chip/backlog.ts";
import { checksum } from "../sim/chip/checksum.ts";
import type { ReadonlyChip } from "../sim/chip/chip.ts";
import { energyOf } from "../sim/chip/energy.ts";
import { workOf } from "../sim/chip/jobs.ts";
import { doneNsAt, workDoneAt } from "../sim/chip/progress.ts";
import type { ThreadSpec } from "../sim/scenario/scenario.ts";
import { meanJobTurnaroundNs } from "./measure-jobs.ts";
import { measureThreads } from "./measure-threads.ts";

/** Outcome of a chip up to now, except what depends on its round. */
export function measureChip(chip: ReadonlyChip): Omit<ChipOutcome, OfRound> {
	const { nowNs } = chip;
	const causesByCore = chip.cores.map((core) => causesAt(core, nowNs));
	const causes = sumBars(causesByCore);
	const workNs = workDoneAt(chip, nowNs);
	const taskWorkNs = workNs - chip.workLostNs - surplusOf(chip);
	const jobWorkNs = meanJobWorkNs(chip);
	const coreNs = nowNs * chip.cores.length;
	return {
		cores: chip.cores.length,
		timeNs: nowNs,
		jobsDone: chip.jobsDone,
		threadsDone: chip.threadsDone,
		workNs,
		taskWorkNs,
		workLostNs: chip.workLostNs,
		jobsByWork: jobWorkNs === 0 ? chip.jobsDone : taskWorkNs / jobWorkNs,
		parallelShare: jobWorkNs === 0 ? 1 : 1 - meanSerialWorkNs(chip) / jobWorkNs,
		collapsed: hasCollapsed(chip),
		makespanNs: makespanOf(chip),
		...measureThreads(chip),
		meanJobTurnaroundNs: meanJobTurnaroundNs(chip),
		energyPj: energyOf(chip, nowNs),
		...countUpdates(chip),
		utilisation: coreNs === 0 ? 0 : causes.useful / coreNs,
		causes,
		causesByCore,
		throughput: throughputOf(chip),
		checksum: checksum(chip),
	};
}

/** The same of a chip of any version, with the checksum of the version that plays it. */
export function measurePlayed({ chip, checksum: own }: PlayedChip): ReturnType<typeof measureChip> {
	return { ...measureChip(chip), checksum: own() };
}

/** Mean work of the scenario's jobs, in ns on an ideal core. */
export function meanJobWorkNs(chip: ReadonlyChip): number {
	return meanWorkNs(chip, () => true);
}

function meanSerialWorkNs(chip: ReadonlyChip): number {
	return meanWorkNs(chip, ({ serial }) => serial);
}

function meanWorkNs(chip: ReadonlyChip, counts: (thread: ThreadSpec) => boolean): number {
	const { jobs } = chip.scenario;
	let sumNs = 0;
	for (const job of jobs)
		for (const thread of job.threads) if (counts(thread)) sumNs += workOf(thread.program);
	return sumNs / jobs.length;
}

/**
 * Work done up to now beyond what the threads' own ways would have taken, on cores made for them, in ns; negative
 * where a way saves work.
 */
function surplusOf(chip: ReadonlyChip): number {
	let sumNs = 0;
	for (const thread of chip.threads) {
		if (thread.workNs === thread.taskWorkNs || thread.workNs === 0) continue;
		sumNs += doneNsAt(chip, thread, chip.nowNs) * (1 - thread.taskWorkNs / thread.workNs);
	}
	return sumNs;
}

function countUpdates(chip: ReadonlyChip): Pick<ChipOutcome, "updates" | "lostUpdates"> {
	let updates = 0;
	let lostUpdates = 0;
	for (const counter of chip.counters) {
		updates += counter.updates;
		lostUpdates += counter.updates - counter.value;
	}
	return { updates, lostUpdates };
}

function makespanOf(chip: ReadonlyChip): number {
	let lastNs = 0;
	for (const thread of chip.threads) {
		if (thread.state !== "done") return chip.nowNs;
		lastNs = Math.max(lastNs, thread.finishNs);
	}
	return lastNs;
}

/** Number of threads finished in each second of play. */
function throughputOf(chip: ReadonlyChip): number[] {
	const perSecond = Array.from({ length: Math.ceil(chip.nowNs / NS_PER_PLAY_S) }, () => 0);
	for (const thread of chip.threads) {
		if (thread.state !== "done") continue;
		const second = Math.min(perSecond.length - 1, Math.floor(thread.finishNs / NS_PER_PLAY_S));
		perSecond[second] = numberAt(perSecond, second) + 1;
	}
	return perSecond;
}
