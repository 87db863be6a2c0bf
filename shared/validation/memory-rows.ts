import { at, numberAt } from "../lib/assert.ts";
import { sumOf } from "../lib/statistics.ts";
import { CAUSES, type Chip } from "../sim/chip/chip.ts";
import type { MachineFile, ProcessFile } from "../sim/scenario/scenario-file.ts";
import { about, between, exactly, near, type ValidationRow } from "./row.ts";
import { file, idealMachine, rateOf, runFile, thread } from "./run-file.ts";

const ENDLESS_NS = 600_000_000;
const SETTLED_NS = 300_000_000;

const streamer: ProcessFile = {
	name: "streamer",
	accessesPerUs: 200,
	missesInFlight: 10,
	missCurve: { type: "stream" },
};
const rabbit: ProcessFile = { name: "rabbit", workingSetKib: 6_144, accessesPerUs: 60, missesInFlight: 2 };
const closedForm = "E1 and E5, closed form";

/** Runs one endless thread per process, each on a core of its own, until caches and bus have settled. */
function settled(processes: ProcessFile[], change: Partial<MachineFile> = {}, untilNs = SETTLED_NS): Chip {
	const threads = processes.map((_, process) => thread(ENDLESS_NS, { process }));
	return runFile(file(idealMachine(processes.length, {}, change), threads, { processes }), { untilNs });
}

/** Work of `count` streams together relative to one, one per core, on a bus of 20 GB/s. */
export function streamSpeedup(count: number): number {
	const rates = (cores: number): number => {
		const chip = settled(
			Array.from({ length: cores }, () => streamer),
			{},
			60_000_000,
		);
		return sumOf(chip.cores, ({ id }) => rateOf(chip, id));
	};
	return rates(count) / rates(1);
}

/** Slowdown of the rabbit relative to running alone. */
function slowdown(others: ProcessFile[], change: Partial<MachineFile> = {}): number {
	return rateOf(settled([rabbit]), 0) / rateOf(settled([rabbit, ...others], change), 0);
}

/** Time lost in us by a 512 KiB working set on a cold core, with the L3 cold and with it warm. */
function migration(): number[] {
	const processes = [{ name: "data", workingSetKib: 512, accessesPerUs: 200, missesInFlight: 2 }];
	const workNs = 3_000_000;
	const threads = [thread(workNs, { cores: [0] }), thread(workNs, { cores: [1], after: [0] })];
	const chip = runFile(file(idealMachine(2), threads, { processes }));
	const warmNs = workNs * (1 + (200 / 1_000 / 2) * 4.7);
	return chip.threads.map(({ startNs, finishNs }) => (finishNs - startNs - warmNs) / 1_000);
}

/**
 * Cost in us of a switch between two processes with that much data each, on the machine of Li, Ding and Shen
 * (2007): no L3, 25 ns per line of a 512 KiB cache, 3.8 us for the switch itself.
 */
export function switchCostUs(workingSetKib: number): number {
	const machine = idealMachine(
		1,
		{},
		{
			privateHitNs: 0,
			sharedHitNs: 25,
			dramNs: 25,
			l3PartitionsKib: [0],
			bandwidthBytesPerUs: 10_000_000,
			processSwitchNs: 3_800,
		},
	);
	const data = { workingSetKib, accessesPerUs: 200, missesInFlight: 1 };
	const processes = [
		{ name: "first", ...data },
		{ name: "second", ...data },
	];
	const run = (count: number): Chip =>
		runFile(
			file(
				machine,
				processes.slice(0, count).map((_, process) => thread(60_000_000, { process })),
				{ processes, policy: "rr", quantumNs: 2_000_000 },
			),
		);
	const [alone, both] = [run(1), run(2)];
	// Without the other process there would be no switches at all.
	const switches = numberAt(at(both.cores, 0).booked, CAUSES.indexOf("switch")) / 3_800 - 2;
	return (both.nowNs - 2 * alone.nowNs) / switches / 1_000;
}

/**
 * Milliseconds until `count` threads are done, each with 0.5 ms of work that reads `megabytes`, on a bus of 10
 * GB/s, one miss in flight.
 */
function readingMs(count: number, megabytes: number, dramNs: number): number {
	const accessesPerUs = (megabytes * 1_000) / 64 / 0.5;
	const processes = [{ name: "data", accessesPerUs, missCurve: streamer.missCurve }];
	const machine = idealMachine(count, {}, { bandwidthBytesPerUs: 10_000, dramNs });
	const threads = Array.from({ length: count }, () => thread(500_000));
	return runFile(file(machine, threads, { processes })).nowNs / 1e6;
}

/** Slowdown of each of the threads that write one line, and throughput of all together, in threads. */
function falseSharing(cores: number, sharedWritesPerUs: number): number[] {
	const processes = [{ name: "counters", sharedWritesPerUs }];
	const threads = Array.from({ length: cores }, () => thread(1_000_000));
	const chip = runFile(file(idealMachine(cores), threads, { processes }), { untilNs: 100_000 });
	const { nsPerWork } = at(chip.cores, 0);
	return [nsPerWork, cores / nsPerWork];
}

/**
 * Rows on caches, bus and coherence, against closed forms of the model and against Li, Ding and Shen (2007) for
 * the cost of a context switch. Each row names its source.
 */
export const MEMORY_ROWS: readonly ValidationRow[] = [
	{
		id: "34",
		kind: "scenario",
		what: "speed-up of 2, 3, 4, 6, 8 and 16 streams on a bus of 20 GB/s",
		source: closedForm,
		expected: near(0.2, 1.812, 2.434, 2.893, 3.474, 3.8, 4.296),
		measure: () => [2, 3, 4, 6, 8, 16].map(streamSpeedup),
	},
	{
		id: "35",
		kind: "scenario",
		what: "a stream capped at 1.2 GB/s: work per us",
		source: "cap / bytes per unit of work, as MemGuard does",
		expected: near(0.5, 0.09375),
		measure: () => [rateOf(settled([{ ...streamer, bandwidthCapBytesPerUs: 1_200 }], {}, 60_000_000), 0)],
	},
	{
		id: "36",
		kind: "scenario",
		what: "L3 shares, in per cent, of two streams of which one brings in three times as much",
		source: "E4: occupancy in proportion to fill rate",
		expected: about(1.5, 75, 25),
		measure: () => {
			const l3 = settled([
				{ ...streamer, bandwidthCapBytesPerUs: 3_000 },
				{ ...streamer, bandwidthCapBytesPerUs: 1_000 },
			]).memory.l3Kib;
			return l3.map((kib) => (100 * kib) / 8_192);
		},
	},
	{
		id: "37",
		kind: "scenario",
		what: "two working sets of 6 MiB in an L3 of 8 MiB: KiB of each, and the slowdown",
		source: "E1 and E4, closed form",
		expected: near(0.5, 4_096, 4_096, 1.5461),
		measure: () => [...settled([rabbit, rabbit]).memory.l3Kib, slowdown([rabbit])],
	},
	{
		id: "38",
		kind: "scenario",
		what: "the same beside 1 and beside 3 streams, and with an L3 cut into 7 and 1 MiB",
		source: "model; direction as Intel CAT, Heracles",
		expected: near(3, 2.47, 3.44, 1),
		measure: () => {
			const fenced = { ...streamer, l3Partition: 1 };
			return [
				slowdown([streamer]),
				slowdown([streamer, streamer, streamer]),
				slowdown([fenced, fenced, fenced], { l3PartitionsKib: [7_168, 1_024] }),
			];
		},
	},
	{
		id: "39",
		kind: "scenario",
		what: "us lost when 512 KiB of warm data move to a cold core, L3 warm",
		source: "(W / 64) (t3 - t2) / m",
		expected: near(2, 42.19),
		measure: () => [numberAt(migration(), 1)],
	},
	{
		id: "40",
		kind: "scenario",
		what: "the same with the L3 cold too, queueing for the bus included",
		source: "(W / 64) (tD - t2) / m = 349.4, and queueing",
		expected: near(3, 349.4),
		measure: () => [numberAt(migration(), 0)],
	},
	{
		id: "41",
		kind: "scenario",
		what: "us per context switch with working sets of 16, 64, 128 and 192 KiB",
		source: "Li, Ding and Shen 2007, flat part",
		expected: [1, 2, 3, 4].map(() => between(4.2, 8.7)),
		measure: () => [16, 64, 128, 192].map(switchCostUs),
		shortfall:
			"3.8 us at every size, the switch itself: both working sets stay warm in the one private cache. An earlier prototype's 4.2 to 6.6 us come out if the one cold load of a working set is spread over about 28 switches (3.8 + W / 64 B x 25 ns / 28 = 4.0, 4.7, 5.6, 6.5 us), which is no cost of a switch. The published 4.2 to 8.7 us include refills of the first-level cache and the TLB, which the model leaves out",
	},
	{
		id: "42",
		kind: "scenario",
		what: "us per context switch with working sets of 512 KiB",
		source: "Li, Ding and Shen 2007",
		expected: near(15, 203),
		measure: () => [switchCostUs(512)],
	},
	{
		id: "43",
		kind: "scenario",
		what: "us per context switch with 256 and with 320 KiB: it begins to rise between them",
		source: "Li, Ding and Shen 2007; 2 W > L2",
		expected: [between(0, 8.7), between(20, 120)],
		measure: () => [256, 320].map(switchCostUs),
	},
	{
		id: "44",
		kind: "scenario",
		what: "false sharing by 2, 4 and 8 threads: slowdown of each, and all together in threads",
		source: "E6, closed form",
		expected: near(0.5, 5.25, 0.38095, 15.75, 0.25397, 36.75, 0.21769),
		measure: () => [2, 4, 8].flatMap((cores) => falseSharing(cores, 700)),
	},
	{
		id: "45",
		kind: "scenario",
		what: "the same, padded: all together in threads",
		source: "k times one",
		expected: exactly(2, 4, 8),
		measure: () => [2, 4, 8].map((cores) => numberAt(falseSharing(cores, 0), 1)),
	},
	{
		id: "65",
		kind: "scenario",
		what: "ms for 0.5 ms of work that reads 20 MB over a bus of 10 GB/s, DRAM without latency: alone, beside one and beside three like it, and for 2 MB",
		source: "bytes / bandwidth, where that is longer than the work",
		expected: exactly(2, 4, 8, 0.5),
		measure: () => [...[1, 2, 4].map((count) => readingMs(count, 20, 0)), readingMs(1, 2, 0)],
	},
	{
		id: "66",
		kind: "scenario",
		what: "the same 20 MB where an access to DRAM takes 0.01, 1 and 9 ns",
		source: "E5, a quadratic in rho",
		expected: near(0.01, 2.002085, 2.221749, 4.457129),
		measure: () => [0.01, 1, 9].map((dramNs) => readingMs(1, 20, dramNs)),
	},
];
