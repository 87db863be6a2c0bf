import { gainOfLength, LOCK_BENCH } from "../analysis/lock-bench.ts";
import {
	countEvent,
	createPopulation,
	differenceOf,
	type LawCheck,
	littlesLaw,
	utilisationLaw,
} from "../analysis/operational-laws.ts";
import { sumOf } from "../lib/statistics.ts";
import { causesAt, usefulNs } from "../sim/chip/accounting.ts";
import { checksum } from "../sim/chip/checksum.ts";
import { CAUSES, type Chip } from "../sim/chip/chip.ts";
import type { ScenarioFile } from "../sim/scenario/scenario-file.ts";
import { about, between, exactly, type ValidationRow } from "./row.ts";
import { file, idealMachine, runFile, thread } from "./run-file.ts";

/** Random customers on several cores under a policy, with locks, I/O and switches that take time. */
function busyScenario(cores: number, policy: string): ScenarioFile {
	const machine = idealMachine(
		cores,
		{},
		{
			processSwitchNs: 1_000,
			threadSwitchNs: 500,
			wakeNs: 700,
			handOffNs: 50,
		},
	);
	const program = [
		{ type: "compute" as const, workNs: 4_000 },
		{ type: "lock" as const, lock: 0 },
		{ type: "compute" as const, workNs: 1_000 },
		{ type: "unlock" as const, lock: 0 },
		{ type: "io" as const, device: 0, ns: 2_000 },
		{ type: "compute" as const, workNs: 3_000 },
	];
	return file(machine, [thread(program), thread(5_000, { process: 1 })], {
		processes: [{ name: "first" }, { name: "second" }],
		locks: [{ name: "lock", waiting: "adaptive", stripes: 2 }],
		devices: [{ name: "disk" }],
		policy,
		quantumNs: 3_000,
		arrivals: [
			{ type: "process", job: 0, gapNs: 9_000, gaps: "exponential", work: "exponential", count: 400 },
		],
	});
}

/** The same with data that move through caches and over the bus. */
function heavyScenario(cores: number, policy: string): ScenarioFile {
	const data = { workingSetKib: 384, accessesPerUs: 40, missesInFlight: 2 };
	const threads = Array.from({ length: 12 }, (_, index) =>
		thread(900_000 + 50_000 * index, { process: index % 3 }),
	);
	const processes = ["first", "second", "third"].map((name) => ({ name, ...data }));
	const kinds = [{}, { kind: "E" as const, speed: 0.451, privateKib: 128 }];
	const machine = { cores: Array.from({ length: cores }, (_, core) => kinds[core % 2] ?? {}) };
	return file(machine, threads, {
		processes,
		policy,
		quantumNs: 100_000,
	});
}

const POLICIES = ["fifo", "rr", "home", "steal", "mlfq", "lottery", "stcf", "affinity"];
const RUNS = POLICIES.flatMap((policy) => [2, 4, 7].map((cores) => ({ cores, policy })));

const LOCK_BENCH_SEEDS = Array.from({ length: 20 }, (_, index) => 8_520_001 + 13 * index);

/** Largest relative difference between the two sides of a law. */
function worst(checks: readonly LawCheck[]): number {
	return Math.max(...checks.map(differenceOf));
}

function littleOf(scenario: ScenarioFile): LawCheck {
	const population = createPopulation();
	const chip = runFile(scenario, {
		sink: (event) => {
			countEvent(population, event);
		},
	});
	return littlesLaw(chip, population);
}

function booksOf(chip: Chip): LawCheck {
	let bookedNs = 0;
	for (const core of chip.cores) {
		const bar = causesAt(core, chip.nowNs);
		for (const cause of CAUSES) bookedNs += bar[cause];
	}
	return { left: bookedNs, right: chip.nowNs * chip.cores.length };
}

function workOf(chip: Chip): LawCheck {
	return {
		left: sumOf(chip.cores, (core) => usefulNs(core) * core.spec.speed),
		right: sumOf(chip.threads, ({ doneNs }) => doneNs),
	};
}

/**
 * Rows that hold on every run: Little's law and the utilisation law (operational analysis), conservation of
 * core time and work, and determinism.
 */
export const PROPERTY_ROWS: readonly ValidationRow[] = [
	{
		id: "62",
		kind: "property",
		what: "Little's law and the utilisation law on 24 runs: largest relative differences",
		source: "Little 1961; Denning and Buzen 1978",
		expected: about(1e-6, 0, 0),
		measure: () => {
			const scenarios = RUNS.map(({ cores, policy }) => busyScenario(cores, policy));
			return [
				worst(scenarios.map(littleOf)),
				worst(scenarios.map((scenario) => utilisationLaw(runFile(scenario)))),
			];
		},
	},
	{
		id: "63",
		kind: "property",
		what: "all core time is booked, and useful time times speed is work done, on 24 runs and on 24 with caches and slower cores: differences",
		source: "conservation",
		expected: [...exactly(0), ...about(1e-9, 0), ...exactly(0), ...about(1e-9, 0)],
		measure: () =>
			[busyScenario, heavyScenario].flatMap((create) => {
				const chips = RUNS.map(({ cores, policy }) => runFile(create(cores, policy)));
				return [worst(chips.map(booksOf)), worst(chips.map(workOf))];
			}),
	},
	{
		id: "64",
		kind: "property",
		what: "24 runs twice with the same seed: how many differ; with another seed: how many are equal",
		source: "determinism",
		expected: exactly(0, 0),
		measure: () => {
			const sums = (seed: number): number[] =>
				RUNS.map(({ cores, policy }) => checksum(runFile(busyScenario(cores, policy), { seed })));
			const [first, again, other] = [sums(1), sums(1), sums(2)];
			return [
				first.filter((sum, index) => sum !== again[index]).length,
				first.filter((sum, index) => sum === other[index]).length,
			];
		},
	},
	{
		id: "68",
		kind: "property",
		what: "sleeping at a lock of 2 to 4 s and spinning at one of 0.1 to 0.35 s on four cores: per cent less mean turnaround than spinning and than sleeping at both, where waking takes 0.2, 0.4 and 0.8 s",
		source: "direction as in every text on locks; at least 5 per cent on seeds that nothing was tuned on",
		expected: Array.from({ length: 6 }, () => between(5, 100)),
		measure: () =>
			[0.2, 0.4, 0.8].flatMap((wakeS) => {
				const { spin, sleep } = gainOfLength({ ...LOCK_BENCH, wakeS }, LOCK_BENCH_SEEDS);
				return [spin, sleep];
			}),
	},
];
