import { at, numberAt } from "../lib/assert.ts";
import { createChance, shuffled } from "../lib/random.ts";
import { mean, sum } from "../lib/statistics.ts";
import { CAUSES } from "../sim/chip/chip.ts";
import type { PhaseFile, ScenarioFile, ThreadFile } from "../sim/scenario/scenario-file.ts";
import { between, exactly, near, type ValidationRow } from "./row.ts";
import { file, idealMachine, responsesNs, runFile, thread, turnaroundsNs } from "./run-file.ts";

/** One unit of the textbook examples, in ns. */
const UNIT = 1_000;
const OSTEP = "OSTEP, scheduler.py";

const units = (lengths: readonly number[]): ThreadFile[] => lengths.map((length) => thread(length * UNIT));
const repeated = (count: number, length: number): number[] => Array.from({ length: count }, () => length);

function makespan(cores: number, threads: readonly ThreadFile[], policy: string): number {
	return runFile(file(idealMachine(cores), threads, { policy })).nowNs / UNIT;
}

/** Mean turnaround and mean response, in units, of jobs that all arrive at once on one core. */
function ostep(lengths: readonly number[], policy: string, quantum = 0): number[] {
	const chip = runFile(file(idealMachine(1), units(lengths), { policy, quantumNs: quantum * UNIT }));
	return [mean(turnaroundsNs(chip)) / UNIT, mean(responsesNs(chip)) / UNIT];
}

function lateArrivals(policy: string): number[] {
	const jobs = [100, 10, 10].map((length) => ({ name: "job", threads: units([length]) }));
	const arrivals = [0, 10, 10].map((time, job) => ({ type: "at" as const, atNs: time * UNIT, job }));
	const chip = runFile(file(idealMachine(1), [], { jobs, arrivals, policy }));
	return [mean(turnaroundsNs(chip)) / UNIT, mean(responsesNs(chip)) / UNIT];
}

/** Graham's nine tasks (1969): the last waits for the first, the fifth to the eighth for the fourth. */
function anomaly(cores: number, shorter: number): number {
	const after: Readonly<Record<number, number[]>> = { 4: [3], 5: [3], 6: [3], 7: [3], 8: [0] };
	const threads = [3, 2, 2, 2, 4, 4, 4, 4, 9].map((length, index) =>
		thread((length - shorter) * UNIT, { after: after[index] ?? [] }),
	);
	return makespan(cores, threads, "list");
}

/** The worst case of longest task first: two tasks of every length from m + 1 to 2 m - 1, and three of m. */
function lptWorstCase(cores: number): number {
	const pairs = Array.from({ length: cores - 1 }, (_, index) => repeated(2, 2 * cores - 1 - index));
	return makespan(cores, units([...pairs.flat(), ...repeated(3, cores)]), "lpt");
}

/** Number of random task graphs, in random order, that violate max(T1/m, Tinf) or T1/m + (1 - 1/m) Tinf. */
function brentViolations(graphs: number): number {
	const chance = createChance(2_021, 0);
	let violations = 0;
	for (let graph = 0; graph < graphs; graph++) {
		const cores = 2 + chance(7);
		const lengths = Array.from({ length: 5 + chance(40) }, () => 1 + chance(100));
		const after = lengths.map((_, index) =>
			shuffled([...Array(index).keys()], chance).slice(0, chance(Math.min(index, 3) + 1)),
		);
		const longest: number[] = [];
		lengths.forEach((length, index) => {
			longest.push(length + Math.max(0, ...at(after, index).map((other) => numberAt(longest, other))));
		});
		const threads = lengths.map((length, index) => thread(length * UNIT, { after: at(after, index) }));
		const took = makespan(cores, threads, graph % 2 === 0 ? "list" : "random");
		const perCore = sum(lengths) / cores;
		const chain = Math.max(...longest);
		if (took < Math.max(perCore, chain) - 1e-9 || took > perCore + (1 - 1 / cores) * chain + 1e-9)
			violations++;
	}
	return violations;
}

/** Makespan of a complete binary tree in which every task spawns two, under work stealing. */
function treeByStealing(depth: number, cores: number): number {
	const tasks = 2 ** (depth + 1) - 1;
	const threads = Array.from({ length: tasks }, (_, index) =>
		thread(UNIT, { after: index === 0 ? [] : [Math.floor((index - 1) / 2)] }),
	);
	return makespan(cores, threads, "steal");
}

/** Share of the core's time spent on switching between two processes that never stop. */
function switchShare(quantumMs: number, horizonMs: number): number {
	const scenario: ScenarioFile = file(
		idealMachine(1, {}, { processSwitchNs: 1_000_000 }),
		[0, 1].map((process) => thread(600_000_000, { process })),
		{
			processes: [{ name: "first" }, { name: "second" }],
			policy: "rr",
			quantumNs: quantumMs * 1_000_000,
			end: { type: "horizon", ns: horizonMs * 1_000_000 },
		},
	);
	const chip = runFile(scenario);
	const switchNs = chip.cores[0]?.booked[CAUSES.indexOf("switch")] ?? 0;
	return (100 * switchNs) / chip.nowNs;
}

/** Length in us of a lap of an I/O-bound thread whose core another thread computes on, over 200 ms. */
function lapBesideComputing(wakePreempts: boolean): number {
	const machine = idealMachine(1, {}, { threadSwitchNs: 2_000, wakeNs: 5_000, wakePreempts });
	const lap: PhaseFile[] = [
		{ type: "compute", workNs: 100_000 },
		{ type: "update", counter: 0, workNs: 0 },
		{ type: "io", device: 0, ns: 300_000 },
		{ type: "repeat" },
	];
	const chip = runFile(
		file(machine, [thread(lap, { home: 0 }), thread(500_000_000, { home: 0 })], {
			devices: [{ name: "disk" }],
			counters: [{ name: "laps" }],
			policy: "rr",
			quantumNs: 1_000_000,
			end: { type: "horizon", ns: 200_000_000 },
		}),
	);
	return 200_000 / at(chip.counters, 0).updates;
}

/**
 * Rows on schedules: Graham's bounds and anomalies (1969), Brent's bound (1974), work stealing, and the
 * examples of OSTEP, chapter 7. Each row names its source.
 */
export const SCHEDULING_ROWS: readonly ValidationRow[] = [
	{
		id: "16",
		kind: "scenario",
		what: "greedy at its worst, m (m - 1) unit tasks and then one of m, on 3, 4 and 8 cores",
		source: "Graham 1966, closed form",
		expected: exactly(5, 7, 15),
		measure: () =>
			[3, 4, 8].map((cores) => makespan(cores, units([...repeated(cores * (cores - 1), 1), cores]), "fifo")),
	},
	{
		id: "17",
		kind: "scenario",
		what: "Graham's nine tasks on 3 cores",
		source: "Graham 1969",
		expected: exactly(12),
		measure: () => [anomaly(3, 0)],
	},
	{
		id: "18",
		kind: "scenario",
		what: "one more core makes them slower",
		source: "Graham 1969",
		expected: exactly(15),
		measure: () => [anomaly(4, 0)],
	},
	{
		id: "19",
		kind: "scenario",
		what: "every task shorter by one makes them slower",
		source: "Graham 1969",
		expected: exactly(13),
		measure: () => [anomaly(3, 1)],
	},
	{
		id: "20",
		kind: "scenario",
		what: "longest first at its worst on 2, 3 and 4 cores",
		source: "Graham 1969, 4/3 - 1/(3 m)",
		expected: exactly(7, 11, 15),
		measure: () => [2, 3, 4].map(lptWorstCase),
	},
	{
		id: "21",
		kind: "property",
		what: "2,000 random task graphs in any order: runs outside the bounds",
		source: "Brent 1974, Graham 1966",
		expected: exactly(0),
		measure: () => [brentViolations(2_000)],
	},
	{
		id: "22",
		kind: "scenario",
		what: "work stealing on a binary tree of 2,047 unit tasks, 8 cores",
		source: "T1/P + O(Tinf), Blumofe and Leiserson",
		expected: [between(255.9, 265.5)],
		measure: () => [treeByStealing(10, 8)],
	},
	{
		id: "23",
		kind: "scenario",
		what: "first in, first out: mean turnaround of 10, 10, 10 and of 100, 10, 10",
		source: OSTEP,
		expected: exactly(20, 110),
		measure: () => [numberAt(ostep([10, 10, 10], "fifo"), 0), numberAt(ostep([100, 10, 10], "fifo"), 0)],
	},
	{
		id: "24",
		kind: "scenario",
		what: "shortest job first: mean turnaround of 100, 10, 10",
		source: OSTEP,
		expected: exactly(50),
		measure: () => [numberAt(ostep([100, 10, 10], "sjf"), 0)],
	},
	{
		id: "25",
		kind: "scenario",
		what: "100 at 0, two of 10 at 10: turnaround under SJF, turnaround and response under STCF",
		source: "OSTEP, chapter 7",
		expected: exactly(310 / 3, 50, 10 / 3),
		measure: () => [numberAt(lateArrivals("sjf"), 0), ...lateArrivals("stcf")],
	},
	{
		id: "26",
		kind: "scenario",
		what: "5, 5, 5: turnaround and response under round robin of 1, and under SJF",
		source: OSTEP,
		expected: exactly(14, 1, 10, 5),
		measure: () => [...ostep([5, 5, 5], "rr", 1), ...ostep([5, 5, 5], "sjf")],
	},
	{
		id: "27",
		kind: "scenario",
		what: "100, 200, 300: turnaround and response under round robin of 1, and under SJF",
		source: OSTEP,
		expected: exactly(1397 / 3, 1, 1000 / 3, 400 / 3),
		measure: () => [...ostep([100, 200, 300], "rr", 1), ...ostep([100, 200, 300], "sjf")],
	},
	{
		id: "28",
		kind: "scenario",
		what: "per cent of the time spent switching, 1 ms each, with quanta of 10 and 100 ms",
		source: "cs / (q + cs)",
		expected: near(1, 9.0909, 0.9901),
		measure: () => [switchShare(10, 550), switchShare(100, 505)],
	},
	{
		id: "69",
		kind: "scenario",
		what: "a thread that computes 100 us and waits 300 for a disk, beside one that computes, slices of 1 ms: time of a lap with wake-up preemption and without, in us",
		source: "compute + I/O + switch + wake, and compute + switch + slice + switch + wake",
		expected: near(0.5, 100 + 300 + 2 + 5, 100 + 2 + 1_000 + 2 + 5),
		measure: () => [lapBesideComputing(true), lapBesideComputing(false)],
	},
];
