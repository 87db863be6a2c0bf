import type { ProcessFile } from "../sim/scenario/scenario-file.ts";
import { type ExpectedFigure, exactly, near, type ValidationRow } from "./row.ts";
import { file, idealMachine, runFile, thread } from "./run-file.ts";

/** One tick of the exercise in ns: many ticks of the simulation, so that a cache is warm when it should be. */
const TICK = 1_000_000;
/** Ticks after which a working set is loaded, whatever its size; until then its job runs at half speed. */
const WARM_UP = 10;
const DRAM_NS = 6_250;

type OstepJob = { readonly ticks: number; readonly size: number; readonly cores?: number[] };

/**
 * Sets the accesses so that a working set is loaded in ten ticks, and the misses in flight so that they double
 * its time.
 */
function processOf({ size }: OstepJob): ProcessFile {
	const accessesPerUs = (size * 1_024 * 1_000) / (64 * (WARM_UP / 2) * TICK);
	return {
		name: "job",
		workingSetKib: size,
		accessesPerUs,
		missesInFlight: (accessesPerUs * DRAM_NS) / 1_000,
		missCurve: { type: "step" },
	};
}

/** End of the last of three equal jobs in ticks: each on a core with that much cache, and a working set of 100. */
export function finishOfThree(cacheSize: number): number {
	return finish(3, cacheSize, EQUAL, "rr");
}

/** End of the last job, in ticks. */
function finish(cores: number, cacheSize: number, jobs: readonly OstepJob[], policy: string): number {
	const machine = idealMachine(
		cores,
		{ privateKib: cacheSize },
		{
			privateHitNs: 0,
			sharedHitNs: DRAM_NS,
			dramNs: DRAM_NS,
			l3PartitionsKib: [0],
			bandwidthBytesPerUs: 1_000_000_000,
		},
	);
	const threads = jobs.map(({ ticks, cores: allowed = [] }, process) =>
		thread((ticks * TICK) / 2, { process, cores: allowed }),
	);
	const scenario = file(machine, threads, {
		processes: jobs.map(processOf),
		policy,
		quantumNs: 10 * TICK,
	});
	return runFile(scenario).nowNs / TICK;
}

const THREE: readonly OstepJob[] = [
	{ ticks: 100, size: 100 },
	{ ticks: 100, size: 50 },
	{ ticks: 100, size: 50 },
];
const EQUAL: readonly OstepJob[] = [0, 1, 2].map(() => ({ ticks: 100, size: 100 }));
const pinned: readonly OstepJob[] = THREE.map((job, index) => ({ ...job, cores: [index === 0 ? 0 : 1] }));

function row(
	id: string,
	what: string,
	expected: readonly ExpectedFigure[],
	measure: () => number,
): ValidationRow {
	return {
		id,
		kind: "scenario",
		what,
		source: "OSTEP, multi.py",
		expected,
		measure: () => [measure()],
	};
}

/**
 * The seven results of the multiprocessor exercise of OSTEP (chapter 10), with its cache reproduced by
 * parameters of ours.
 */
export const OSTEP_ROWS: readonly ValidationRow[] = [
	row("O1", "one core, working set larger than its cache", near(0.5, 30), () =>
		finish(1, 100, [{ ticks: 30, size: 200 }], "rr"),
	),
	row("O2", "the same with a cache that holds it", near(0.5, 20), () =>
		finish(1, 300, [{ ticks: 30, size: 200 }], "rr"),
	),
	row("O3", "three jobs on two cores, one queue: always cold", near(0.5, 150), () =>
		finish(2, 100, THREE, "rr"),
	),
	row("O4", "each kept to a core", near(0.5, 110), () => finish(2, 100, pinned, "rr")),
	row("O5", "a queue per core, and stealing every 30 ticks", near(0.5, 100), () =>
		finish(2, 100, THREE, `steal:${30 * TICK}`),
	),
	row("O6", "three equal jobs on three cores, working sets larger than the caches", exactly(100), () =>
		finishOfThree(50),
	),
	row("O7", "the same with caches that hold them: more than three times as fast", near(0.5, 55), () =>
		finishOfThree(100),
	),
];
