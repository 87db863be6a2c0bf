import { lowerBounds } from "#shared/analysis/bounds.ts";
import {
	differenceOf,
	type LawCheck,
	littlesLaw,
	type Population,
	utilisationLaw,
} from "#shared/analysis/operational-laws.ts";
import { mean, quantile, sumOf } from "#shared/lib/statistics.ts";
import { NEVER_NS, NS_PER_MS, NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { measureChip } from "#shared/result/measure-chip.ts";
import { measureBus, measureCaches, measureDram } from "#shared/result/measure-memory.ts";
import type { ReadonlyChip, ReadonlyThread } from "#shared/sim/chip/chip.ts";
import { isAllDone } from "#shared/sim/chip/still-to-come.ts";
import { figuresOf } from "./chip-figures.ts";
import { distributionOf, type WaitRecorder } from "./waits.ts";

/** Everything that a run is measured by. `shared/sim/SCENARIOS.md` defines each figure. */
export function resultOf(chip: ReadonlyChip, waits: WaitRecorder, population: Readonly<Population>) {
	const measured = figuresOf(measureChip(chip), isAllDone(chip));
	const perMs = (count: number): number => (chip.nowNs === 0 ? 0 : (count * NS_PER_MS) / chip.nowNs);
	const announced = chip.threads.filter(({ announcedNs }) => announcedNs !== NEVER_NS);
	return {
		title: chip.scenario.title,
		policy: chip.seats[0]?.policy.id ?? "",
		pace: chip.pace,
		seed: chip.seed,
		finished: chip.finished,
		stuckSinceNs: chip.isStuck ? chip.stillNs : null,
		...measured,
		threadsPerPlayS: perMs(measured.threadsDone) * (NS_PER_PLAY_S / NS_PER_MS),
		threadsPerMs: perMs(measured.threadsDone),
		jobsPerMs: perMs(measured.jobsDone),
		...taskFigures(chip, waits),
		meanJobTurnaroundNs: mean(
			chip.jobs.flatMap((job) => turnaroundNs(job) ?? []),
			null,
		),
		bus: measureBus(chip),
		caches: measureCaches(chip),
		dram: measureDram(chip),
		counters: chip.counters.map(({ value, updates }, index) => ({
			name: chip.scenario.counters[index]?.name ?? "",
			updates,
			value,
			lost: updates - value,
		})),
		deadlines: announced.filter(({ spec }) => spec.deadlineNs > 0).length,
		locks: locksOf(chip),
		laws: {
			little: lawResult(littlesLaw(chip, population)),
			utilisation: lawResult(utilisationLaw(chip)),
		},
		bounds: boundsOf(chip),
		threads: announced.map((thread) => threadResult(thread, chip.nowNs, waits)),
	};
}

export type RunResult = ReturnType<typeof resultOf>;

/** Both sides as they were measured, and by how much they differ, as a share. */
function lawResult(law: LawCheck) {
	return { ...law, difference: differenceOf(law) };
}

/** Figures of the tasks, each over those that have come so far; null where none has. */
function taskFigures({ threads, nowNs }: ReadonlyChip, waits: WaitRecorder) {
	const done = threads.filter(({ state }) => state === "done");
	const turnaroundsNs = done.flatMap((thread) => turnaroundNs(thread) ?? []);
	const responsesNs = threads.flatMap((thread) => responseNs(thread) ?? []);
	const slowdowns = done
		.filter(({ taskWorkNs }) => taskWorkNs > 0)
		.map((thread) => (thread.finishNs - thread.announcedNs) / thread.taskWorkNs);
	return {
		meanTurnaroundNs: mean(turnaroundsNs, null),
		worstTurnaroundNs: worstOf(turnaroundsNs),
		meanResponseNs: mean(responsesNs, null),
		worstResponseNs: worstOf(responsesNs),
		meanSlowdown: mean(slowdowns, null),
		waits: distributionOf(done.map((thread) => waits.ofThread(thread, nowNs))),
		waitSpells: distributionOf(waits.spells()),
	};
}

function worstOf(values: readonly number[]): number | null {
	return values.length === 0 ? null : quantile(values, 1);
}

/** What no schedule can beat; null where the work is drawn, arrives otherwise than at given times, or may not all be done. */
function boundsOf({ scenario }: ReadonlyChip) {
	const { arrivals, end, jobs } = scenario;
	const isListed = arrivals.every(({ type }) => type === "at") && end.type === "done";
	const phases = jobs.flatMap(({ threads }) => threads.flatMap(({ program }) => program));
	const isKnown = phases.every(
		(phase) => phase.type !== "crash" && !(phase.type === "compute" && phase.spread !== "fixed"),
	);
	return isListed && isKnown ? lowerBounds(scenario) : null;
}

function threadResult(thread: ReadonlyThread, nowNs: number, waits: WaitRecorder) {
	return {
		id: thread.id,
		name: thread.spec.name,
		job: thread.job,
		core: thread.core < 0 ? null : thread.core,
		state: thread.isDead ? ("crashed" as const) : thread.state,
		workNs: thread.workNs,
		announcedNs: thread.announcedNs,
		startNs: thread.startNs === NEVER_NS ? null : thread.startNs,
		finishNs: thread.finishNs === NEVER_NS ? null : thread.finishNs,
		responseNs: responseNs(thread),
		turnaroundNs: turnaroundNs(thread),
		waitNs: waits.ofThread(thread, nowNs),
		missedDeadline: missesDeadline(thread, nowNs),
	};
}

function responseNs({ startNs, announcedNs }: ReadonlyThread): number | null {
	return startNs === NEVER_NS ? null : startNs - announcedNs;
}

function turnaroundNs({
	finishNs,
	announcedNs,
}: Pick<ReadonlyThread, "finishNs" | "announcedNs">): number | null {
	return finishNs === NEVER_NS ? null : finishNs - announcedNs;
}

/** Done too late, or not done although it is too late. */
function missesDeadline({ spec, announcedNs, finishNs }: ReadonlyThread, nowNs: number): boolean {
	if (spec.deadlineNs === 0 || announcedNs === NEVER_NS) return false;
	return Math.min(finishNs, nowNs) > announcedNs + spec.deadlineNs;
}

/** How often each lock was taken, and how often straight from one thread to the next; stripes together. */
function locksOf({ locks, lockBase, scenario }: ReadonlyChip) {
	return scenario.locks.map(({ name, stripes }, index) => {
		const base = lockBase[index] ?? 0;
		const own = locks.slice(base, base + stripes);
		return {
			name,
			taken: sumOf(own, ({ taken }) => taken),
			handOffs: sumOf(own, ({ handOffs }) => handOffs),
		};
	});
}
