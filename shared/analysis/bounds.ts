import { at, numberAt } from "../lib/assert.ts";
import { sumOf } from "../lib/statistics.ts";
import { workOf } from "../sim/chip/jobs.ts";
import type { CoreSpec, JobSpec, Scenario, ThreadSpec } from "../sim/scenario/scenario.ts";

/** Lower bounds on the makespan of any schedule, in ns, for scenarios whose jobs all arrive at given times. */
export type LowerBounds = {
	/** All work over the sum of all speeds. */
	readonly workNs: number;
	/** The longest chain of dependent threads, from its arrival, on the fastest core. */
	readonly chainNs: number;
	/** What can only begin late and has much to come after it: the one, the other, and its work over all speeds. */
	readonly levelNs: number;
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
	const fastest = Math.max(...cores.map(speedOf));
	const speeds = sumOf(cores, speedOf);
	const threads = jobs.flatMap(({ job }) => job.threads);
	const workNs = sumOf(threads, leastWorkOf) / speeds;
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
	const levelNs = levelBound(jobs, speeds, fastest);
	const leastNs = Math.max(workNs, chainNs, levelNs, lockNs, needsNs);
	return { workNs, chainNs, levelNs, lockNs, needsNs, leastNs };
}

/** With more threads than this only the threads that begin late, or only those with much to come, are counted. */
const PAIRED_MAX = 64;

/** The threads before or at which so much time passes, and after which so much is to come (Hu 1961). */
function levelBound(jobs: readonly Arrived[], speeds: number, fastest: number): number {
	const threads = jobs.flatMap((arrived) => levelsOf(arrived, fastest));
	const heads = [...new Set(threads.map(({ headNs }) => headNs))];
	const tails = [...new Set(threads.map(({ tailNs }) => tailNs))];
	const boundOf = (headNs: number, tailNs: number): number => {
		const between = threads.filter((thread) => thread.headNs >= headNs && thread.tailNs >= tailNs);
		return between.length === 0 ? 0 : headNs + sumOf(between, ({ workNs }) => workNs) / speeds + tailNs;
	};
	const isPaired = threads.length <= PAIRED_MAX;
	const [leastHead, leastTail] = [Math.min(...heads), Math.min(...tails)];
	const bounds = isPaired
		? heads.flatMap((headNs) => tails.map((tailNs) => boundOf(headNs, tailNs)))
		: [
				...heads.map((headNs) => boundOf(headNs, leastTail)),
				...tails.map((tailNs) => boundOf(leastHead, tailNs)),
			];
	return bounds.reduce((most, bound) => Math.max(most, bound), 0);
}

type Arrived = { readonly job: JobSpec; readonly atNs: number };

/** Of each thread its work, the earliest that it can begin, and the least time from its end to the end of its job. */
function levelsOf({ job, atNs }: Arrived, fastest: number) {
	const work = job.threads.map(leastWorkOf);
	const heads: number[] = [];
	const tails = job.threads.map(() => 0);
	for (const { after } of job.threads)
		heads.push(Math.max(atNs, ...after.map((id) => numberAt(heads, id) + numberAt(work, id) / fastest)));
	for (let id = job.threads.length - 1; id >= 0; id--)
		for (const before of at(job.threads, id).after)
			tails[before] = Math.max(numberAt(tails, before), numberAt(tails, id) + numberAt(work, id) / fastest);
	return work.map((workNs, id) => ({ workNs, headNs: numberAt(heads, id), tailNs: numberAt(tails, id) }));
}

/** Work of the longest chain of a job's threads, in ns. */
function longestChain({ threads }: JobSpec): number {
	const upTo: number[] = [];
	for (const thread of threads)
		upTo.push(leastWorkOf(thread) + Math.max(0, ...thread.after.map((index) => numberAt(upTo, index))));
	return Math.max(...upTo);
}

/** Work of all threads under the lock that do it in one way only, each holding it once at most, in ns. */
function heldNs(jobs: readonly JobSpec[], lock: number): number {
	let sumNs = 0;
	for (const { program, ways } of jobs.flatMap(({ threads }) => threads)) {
		if (ways.length > 0) continue;
		const from = program.findIndex((phase) => phase.type === "lock" && phase.lock === lock);
		const to = program.findIndex((phase) => phase.type === "unlock" && phase.lock === lock);
		if (from >= 0 && to > from) sumNs += workOf(program.slice(from + 1, to));
	}
	return sumNs;
}

function needsBound({ machine }: Scenario, jobs: readonly JobSpec[]): number {
	const workNs = new Map<string, number>();
	const threads = jobs.flatMap((job) => job.threads);
	for (const thread of threads)
		workNs.set(thread.needs, (workNs.get(thread.needs) ?? 0) + leastWorkOf(thread));
	const boundOf = ([needs, sumNs]: [string, number]): number => {
		const able = machine.cores.filter(({ can }) => needs === "" || can.includes(needs));
		return sumNs / sumOf(able, speedOf);
	};
	return Math.max(0, ...[...workNs].map(boundOf));
}

/** Work of a thread in its shortest way. */
function leastWorkOf({ program, ways }: ThreadSpec): number {
	return Math.min(workOf(program), ...ways.map((way) => workOf(way.program)));
}

/** The speed of a core at its fastest operating point. */
function speedOf({ speed, points }: CoreSpec): number {
	return Math.max(speed, ...points.map((point) => point.speed));
}
