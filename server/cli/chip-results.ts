import type { Chip, Thread } from "#shared/sim/chip.ts";
import { energyOf } from "#shared/sim/energy.ts";
import { NEVER_NS } from "#shared/sim/units.ts";

/** What a run leaves behind beside the outcome of a round: every thread, caches, bus, locks, energy, waits. */
export function chipResults(chip: Chip) {
	const { scenario, memory } = chip;
	const deadlines = chip.threads.filter(({ spec }) => spec.deadlineNs > 0);
	const waitsNs = chip.threads
		.filter(({ startNs }) => startNs !== NEVER_NS)
		.map(({ startNs, firstReadyNs }) => startNs - firstReadyNs)
		.sort((left, right) => left - right);
	return {
		energyUj: energyOf(chip, chip.nowNs) / 1_000_000,
		busUtilisation: memory.busLoad,
		carriedBytes: memory.carriedBytes,
		processes: scenario.processes.map(({ name }, process) => ({
			name,
			l3Kib: memory.l3Kib[process] ?? 0,
			privateKibByCore: chip.cores.map((core) => core.warmKib[process] ?? 0),
		})),
		locks: scenario.locks.map(({ name, stripes }, lock) => {
			const base = chip.lockBase[lock] ?? 0;
			const all = chip.locks.slice(base, base + stripes);
			return {
				name,
				taken: all.reduce((sum, stripe) => sum + stripe.taken, 0),
				handOffs: all.reduce((sum, stripe) => sum + stripe.handOffs, 0),
			};
		}),
		lostUpdates: chip.counters.reduce((sum, { value, updates }) => sum + updates - value, 0),
		deadlines: {
			set: deadlines.length,
			missed: deadlines.filter((thread) => missed(chip, thread)).length,
		},
		waitsNs: {
			mean: waitsNs.reduce((sum, ns) => sum + ns, 0) / Math.max(1, waitsNs.length),
			median: waitsNs[Math.floor(waitsNs.length / 2)] ?? 0,
			p95: waitsNs[Math.floor(waitsNs.length * 0.95)] ?? 0,
			most: waitsNs.at(-1) ?? 0,
		},
		threads: chip.threads.filter(({ announcedNs }) => announcedNs !== NEVER_NS).map(threadResult),
	};
}

function threadResult(thread: Thread) {
	const { startNs, finishNs, firstReadyNs } = thread;
	const orNull = (ns: number): number | null => (ns === NEVER_NS ? null : ns);
	return {
		id: thread.id,
		name: thread.spec.name,
		job: thread.job,
		workNs: thread.workNs,
		core: thread.core < 0 ? null : thread.core,
		readyNs: orNull(firstReadyNs),
		startNs: orNull(startNs),
		finishNs: orNull(finishNs),
		responseNs: startNs === NEVER_NS ? null : startNs - firstReadyNs,
		turnaroundNs: finishNs === NEVER_NS ? null : finishNs - firstReadyNs,
	};
}

function missed(chip: Chip, { announcedNs, finishNs, spec }: Thread): boolean {
	const dueNs = announcedNs + spec.deadlineNs;
	return announcedNs !== NEVER_NS && Math.min(finishNs, chip.nowNs + 1) > dueNs;
}
