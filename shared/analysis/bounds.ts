import { at, numberAt } from "../lib/assert.ts";
import { sumOf } from "../lib/statistics.ts";
import { workOf } from "../sim/chip/jobs.ts";
import type { JobSpec, Scenario } from "../sim/scenario/scenario.ts";

/** Lower bounds on the makespan of any schedule, in ns, for scenarios whose jobs all arrive at given times. */
export type LowerBounds = {
	/** All work over the sum of all speeds. */
	readonly workNs: number;
	/** The longest chain of dependent threads, from its arrival, on the fastest core. */
	readonly chainNs: number;
	/** The longest total time that one lock is held, on the fastest core. */
	readonly lockNs: number;
	/** Work of the threads with one need over the speeds of the cores able to do it; the largest over all needs. */
	readonly needsNs: number;
	/** The largest of them. */
	readonly leastNs: number;
};

/** Computes the bounds (Graham 1969; Brent 1974). Arrivals other than at given times are ignored. */
export function lowerBounds(scenario: Scenario): LowerBounds {
	const jobs = scenario.arrivals.flatMap((arrival) =>
		arrival.type === "at" ? [{ job: at(scenario.jobs, arrival.job), atNs: arrival.atNs }] : [],
	);
	const { cores } = scenario.machine;
	const fastest = Math.max(...cores.map(({ speed }) => speed));
	const speeds = sumOf(cores, ({ speed }) => speed);
	const threads = jobs.flatMap(({ job }) => job.threads);
	const workNs = sumOf(threads, ({ program }) => workOf(program)) / speeds;
	const chainNs = Math.max(0, ...jobs.map(({ job, atNs }) => atNs + longestChain(job) / fastest));
	const lockNs = Math.max(
		0,
		...scenario.locks.map(
			({ stripes }, lock) =>
				heldNs(
					jobs.map(({ job }) => job),
					lock,
				) /
				fastest /
				stripes,
		),
	);
	const needsNs = needsBound(
		scenario,
		jobs.map(({ job }) => job),
	);
	return { workNs, chainNs, lockNs, needsNs, leastNs: Math.max(workNs, chainNs, lockNs, needsNs) };
}

/** Work of the longest chain of a job's threads, in ns. */
function longestChain({ threads }: JobSpec): number {
	const upTo: number[] = [];
	for (const { program, after } of threads)
		upTo.push(workOf(program) + Math.max(0, ...after.map((index) => numberAt(upTo, index))));
	return Math.max(...upTo);
}

/** Work of all threads under the lock, each holding it once at most, in ns. */
function heldNs(jobs: readonly JobSpec[], lock: number): number {
	let sumNs = 0;
	for (const { program } of jobs.flatMap(({ threads }) => threads)) {
		const from = program.findIndex((phase) => phase.type === "lock" && phase.lock === lock);
		const to = program.findIndex((phase) => phase.type === "unlock" && phase.lock === lock);
		if (from >= 0 && to > from) sumNs += workOf(program.slice(from + 1, to));
	}
	return sumNs;
}

function needsBound({ machine }: Scenario, jobs: readonly JobSpec[]): number {
	const workNs = new Map<string, number>();
	const threads = jobs.flatMap((job) => job.threads);
	for (const { needs, program } of threads) workNs.set(needs, (workNs.get(needs) ?? 0) + workOf(program));
	const boundOf = ([needs, sumNs]: [string, number]): number => {
		const able = machine.cores.filter(({ can }) => needs === "" || can.includes(needs));
		return sumNs / sumOf(able, ({ speed }) => speed);
	};
	return Math.max(0, ...[...workNs].map(boundOf));
}
