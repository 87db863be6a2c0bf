import { type Runnable, runnableOf, type Subject } from "#shared/lab/subject.ts";
import { NEVER_NS, NS_PER_US, TICK_NS } from "#shared/lib/units.ts";
import { advance, nextEventNs } from "#shared/sim/advance.ts";
import type { Chip } from "#shared/sim/chip/chip.ts";
import type { ChipEvent } from "#shared/sim/chip/event.ts";
import { workDoneAt } from "#shared/sim/chip/progress.ts";
import { botSeats, createChip } from "#shared/sim/create-chip.ts";

/** One chip or two that run in step, and what is noted of them for the curves. */
export type Bench = {
	readonly subjects: readonly Subject[];
	readonly sides: readonly Side[];
	nowNs: number;
	/** Distance of the samples: doubled whenever there are too many, so that any length fits. */
	everyNs: number;
};

export type Side = {
	readonly chip: Chip;
	/** Names of processes, each once; and the index of every process in it. */
	readonly groups: readonly string[];
	readonly groupOf: readonly number[];
	samples: BenchSample[];
};

/** What a chip is like at a time; caches in KiB by group. */
export type BenchSample = {
	readonly atNs: number;
	readonly workNs: number;
	readonly busLoad: number;
	readonly l3Kib: readonly number[];
	readonly privateKib: readonly number[];
};

const SAMPLES_MAX = 480;
const FIRST_EVERY_NS = NS_PER_US;

/** At time 0, with what arrives there. */
export function openBench(subjects: readonly Subject[]): Bench {
	const bench: Bench = {
		subjects,
		sides: subjects.map((subject) => openSide(runnableOf(subject))),
		nowNs: 0,
		everyNs: FIRST_EVERY_NS,
	};
	advanceBench(bench, 0);
	for (const side of bench.sides) side.samples.push(sampleOf(side, 0));
	return bench;
}

/** Whether nothing can happen any more on either side. */
export function isOver({ sides }: Bench): boolean {
	return sides.every(({ chip }) => nextEventNs(chip) === NEVER_NS);
}

/**
 * Moves all sides to `toNs`, or to the end if that comes first; stops earlier, between two samples, once
 * `mayGoOn` says no. However it is cut into calls, chips and samples are the same.
 */
export function advanceBench(
	bench: Bench,
	toNs: number,
	sink: (side: number, event: ChipEvent) => void = () => {},
	mayGoOn: () => boolean = () => true,
): void {
	do {
		const sampleNs = (Math.floor(bench.nowNs / bench.everyNs) + 1) * bench.everyNs;
		const nextNs = Math.min(toNs, sampleNs);
		bench.sides.forEach(({ chip }, side) => {
			advance(chip, nextNs, (event) => sink(side, event));
		});
		if (isOver(bench)) {
			bench.nowNs = Math.min(nextNs, Math.max(...bench.sides.map(({ chip }) => chip.nowNs)));
			return;
		}
		bench.nowNs = nextNs;
		if (nextNs === sampleNs) takeSamples(bench);
	} while (bench.nowNs < toNs && mayGoOn());
}

/** When the next event of any side is; the present if there is none. */
export function nextStepNs({ sides, nowNs }: Bench): number {
	const next = Math.min(...sides.map(({ chip }) => nextEventNs(chip)));
	return next === NEVER_NS ? nowNs : next;
}

/** The next end of a tick. */
export function nextTickNs({ nowNs }: Bench): number {
	return (Math.floor(nowNs / TICK_NS) + 1) * TICK_NS;
}

/** The samples so far, and the present as the last one. */
export function samplesNow(side: Side, nowNs: number): readonly BenchSample[] {
	const atNs = Math.min(nowNs, side.chip.finished ? side.chip.nowNs : nowNs);
	const before = side.samples.filter((sample) => sample.atNs < atNs);
	return [...before, sampleOf(side, atNs)];
}

function openSide({ scenario, policy, seed }: Runnable): Side {
	const seats = botSeats(scenario.machine.cores.length, policy);
	const groups = [...new Set(scenario.processes.map(({ name }) => name))];
	return {
		chip: createChip({ scenario, seed, pace: "machine", seats }),
		groups,
		groupOf: scenario.processes.map(({ name }) => groups.indexOf(name)),
		samples: [],
	};
}

function takeSamples(bench: Bench): void {
	const { sides, nowNs } = bench;
	for (const side of sides) side.samples.push(sampleOf(side, nowNs));
	if (nowNs < SAMPLES_MAX * bench.everyNs) return;
	bench.everyNs *= 2;
	for (const side of sides) side.samples = side.samples.filter(({ atNs }) => atNs % bench.everyNs === 0);
}

function sampleOf({ chip, groups, groupOf }: Side, atNs: number): BenchSample {
	const l3Kib = groups.map(() => 0);
	const privateKib = groups.map(() => 0);
	groupOf.forEach((group, process) => {
		l3Kib[group] = (l3Kib[group] ?? 0) + (chip.memory.l3Kib[process] ?? 0);
		for (const { warmKib } of chip.cores)
			privateKib[group] = (privateKib[group] ?? 0) + (warmKib[process] ?? 0);
	});
	const busLoad = chip.finished ? 0 : chip.memory.busLoad;
	return { atNs, workNs: workDoneAt(chip, atNs), busLoad, l3Kib, privateKib };
}
