import { lowerBounds } from "#shared/analysis/bounds.ts";
import {
	differenceOf,
	type LawCheck,
	littlesLaw,
	type Population,
	utilisationLaw,
} from "#shared/analysis/operational-laws.ts";
import { mean, sumOf } from "#shared/lib/statistics.ts";
import { NEVER_NS, NS_PER_MS, NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { measureChip } from "#shared/result/measure-chip.ts";
import { measureBus, measureCaches, measureDram } from "#shared/result/measure-memory.ts";
import { showChecksum } from "#shared/sim/chip/checksum.ts";
import type { ReadonlyChip, ReadonlyThread } from "#shared/sim/chip/chip.ts";
import { energyOf } from "#shared/sim/chip/energy.ts";
import type { WaitRecorder } from "./waits.ts";

/**
 * Everything that a run is measured by. Times are ns of the machine. Of a task: response is from its
 * announcement to its first start, turnaround from there to its end, wait the time that it was ready and
 * on no core.
 */
export function resultOf(chip: ReadonlyChip, waits: WaitRecorder, population: Readonly<Population>) {
	const measured = measureChip(chip);
	const perMs = (count: number): number => (chip.nowNs === 0 ? 0 : (count * NS_PER_MS) / chip.nowNs);
	const turnaroundsNs = chip.threads.flatMap((thread) => turnaroundNs(thread) ?? []);
	const responsesNs = chip.threads.flatMap((thread) => responseNs(thread) ?? []);
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
		meanTurnaroundNs: mean(turnaroundsNs, null),
		meanResponseNs: mean(responsesNs, null),
		waits: waits.distribution(),
		bus: measureBus(chip),
		caches: measureCaches(chip),
		dram: measureDram(chip),
		energyPj: energyOf(chip, chip.nowNs),
		counters: chip.counters.map(({ value, updates }, index) => ({
			name: chip.scenario.counters[index]?.name ?? "",
			updates,
			value,
			lost: updates - value,
		})),
		lostUpdates: sumOf(chip.counters, ({ value, updates }) => updates - value),
		deadlines: chip.threads.filter(({ spec }) => spec.deadlineNs > 0).length,
		deadlineMisses: chip.threads.filter((thread) => missesDeadline(thread, chip.nowNs)).length,
		locks: locksOf(chip),
		laws: {
			little: lawResult(littlesLaw(chip, population)),
			utilisation: lawResult(utilisationLaw(chip)),
		},
		bounds: boundsOf(chip),
		checksum: showChecksum(measured.checksum),
		threads: chip.threads
			.filter((thread) => thread.announcedNs !== NEVER_NS)
			.map((thread) => threadResult(thread, chip.nowNs, waits)),
	};
}

export type RunResult = ReturnType<typeof resultOf>;

/** Both sides as they were measured, and by how much they differ, as a share. */
function lawResult(law: LawCheck) {
	return { ...law, difference: differenceOf(law) };
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
		waitNs: waits.ofThread(thread.id),
		missedDeadline: missesDeadline(thread, nowNs),
	};
}

function responseNs({ startNs, announcedNs }: ReadonlyThread): number | null {
	return startNs === NEVER_NS ? null : startNs - announcedNs;
}

function turnaroundNs({ finishNs, announcedNs }: ReadonlyThread): number | null {
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
