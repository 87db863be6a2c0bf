import { karpFlatt } from "../analysis/amdahl.ts";
import { dynamicSpeedup } from "../analysis/hill-marty.ts";
import { uslPeak, uslThroughput } from "../analysis/usl.ts";
import type { ScenarioFile, ThreadFile } from "../sim/scenario/scenario-file.ts";
import { exactly, near, type ValidationRow } from "./row.ts";
import { file, idealMachine, runFile, thread } from "./run-file.ts";

const SHARE_NS = 100_000;

/** Speed-up of a serial part followed by parallel threads: the same program on `cores` cores and on one. */
function speedup(serialNs: number, partNs: number, parts: number, cores = parts): number {
	const threads = [
		thread(serialNs, { serial: true }),
		...Array.from({ length: parts }, () => thread(partNs, { after: [0] })),
	];
	const [one, many] = [1, cores].map((count) => runFile(file(idealMachine(count), threads)).nowNs);
	return (one ?? 0) / (many ?? 1);
}

function amdahl(parallelShare: number, cores: number): number {
	const partNs = Math.round(parallelShare * SHARE_NS);
	return speedup((SHARE_NS - partNs) * cores, partNs, cores);
}

function gustafson(serialShare: number, cores: number): number {
	const serialNs = Math.round(serialShare * SHARE_NS);
	return speedup(serialNs, SHARE_NS - serialNs, cores);
}

const HILL_MARTY_NS = 100_000_000;

/** Speed-up relative to a base core; a core made of r is sqrt(r) times as fast. */
function overBaseCore(scenario: ScenarioFile, perCore: number): number {
	const baseCore = idealMachine(1, { speed: 1 / Math.sqrt(perCore) });
	return runFile(file(baseCore, [thread(HILL_MARTY_NS)])).nowNs / runFile(scenario).nowNs;
}

function hillMartySymmetric(parallelShare: number, budget: number, perCore: number): number {
	const cores = budget / perCore;
	const partNs = Math.round((parallelShare * HILL_MARTY_NS) / cores);
	const threads = [
		thread(Math.round((1 - parallelShare) * HILL_MARTY_NS)),
		...Array.from({ length: cores }, () => thread(partNs, { after: [0] })),
	];
	return overBaseCore(file(idealMachine(cores), threads), perCore);
}

/** The big core runs the serial part; then all cores take chunks of the parallel part until none is left. */
function hillMartyAsymmetric(parallelShare: number, budget: number, big: number): number {
	const chunks = 8_000;
	const small = { kind: "E" as const, speed: 1 / Math.sqrt(big) };
	const machine = idealMachine(0, {}, { cores: [{}, ...Array.from({ length: budget - big }, () => small)] });
	const worker: ThreadFile = thread([{ type: "chunks", pool: 0 }], { after: [0] });
	const threads = [
		thread(Math.round((1 - parallelShare) * HILL_MARTY_NS), { cores: [0] }),
		...machine.cores.map(() => worker),
	];
	const chunkNs = Math.round((parallelShare * HILL_MARTY_NS) / chunks);
	return overBaseCore(file(machine, threads, { pools: [{ name: "loop", chunks, chunkNs }] }), big);
}

const symmetricSweep = (): number[] => {
	const sizes = [1, 2, 4, 8, 16];
	const speedups = sizes.map((perCore) => hillMartySymmetric(0.9, 16, perCore));
	const best = Math.max(...speedups);
	return [sizes[speedups.indexOf(best)] ?? 0, best];
};

const AMDAHL = "Amdahl 1967, closed form";
const HILL_MARTY = "Hill and Marty 2008, closed form";

/**
 * Rows on speed-up: Amdahl (1967), Karp and Flatt (1990), Gustafson (1988), Hill and Marty (2008) and Gunther's
 * universal scalability law. Each row names its source.
 */
export const SPEEDUP_ROWS: readonly ValidationRow[] = [
	{
		id: "1",
		kind: "scenario",
		what: "90 % parallel on 1,024 cores: speed-up (10.9 is in circulation, and wrong)",
		source: AMDAHL,
		expected: near(0.01, 9.9129),
		measure: () => [amdahl(0.9, 1_024)],
	},
	{
		id: "2",
		kind: "scenario",
		what: "50 % parallel on 2 and on 1,024 cores",
		source: AMDAHL,
		expected: near(0.01, 1.33333, 1.99805),
		measure: () => [amdahl(0.5, 2), amdahl(0.5, 1_024)],
	},
	{
		id: "3",
		kind: "scenario",
		what: "99 % parallel on 64 and on 1,024 cores",
		source: AMDAHL,
		expected: near(0.01, 39.2638, 91.1843),
		measure: () => [amdahl(0.99, 64), amdahl(0.99, 1_024)],
	},
	{
		id: "4",
		kind: "scenario",
		what: "95 % parallel on 8 cores, 75 % on 4",
		source: AMDAHL,
		expected: near(0.01, 5.92593, 2.28571),
		measure: () => [amdahl(0.95, 8), amdahl(0.75, 4)],
	},
	{
		id: "5",
		kind: "scenario",
		what: "serial share measured from the speed-up of a 90 % parallel program on 4, 8 and 16 cores",
		source: "Karp and Flatt 1990, closed form",
		expected: near(1, 0.1, 0.1, 0.1),
		measure: () => [4, 8, 16].map((cores) => karpFlatt(amdahl(0.9, cores), cores)),
	},
	{
		id: "6",
		kind: "scenario",
		what: "scaled speed-up with serial shares 0.1 on 8, 0.05 on 64 and 0.01 on 1,024 cores",
		source: "Gustafson 1988, closed form",
		expected: near(0.01, 7.3, 60.85, 1013.77),
		measure: () => [gustafson(0.1, 8), gustafson(0.05, 64), gustafson(0.01, 1_024)],
	},
	{
		id: "7",
		kind: "scenario",
		what: "symmetric chip of 16, f 0.9: best core size of 1, 2, 4, 8, 16, and its speed-up",
		source: HILL_MARTY,
		expected: [...exactly(2), ...near(0.5, 6.66)],
		measure: symmetricSweep,
	},
	{
		id: "8",
		kind: "scenario",
		what: "symmetric chip of 256, f 0.975, cores of 8",
		source: HILL_MARTY,
		expected: near(0.5, 50.99),
		measure: () => [hillMartySymmetric(0.975, 256, 8)],
	},
	{
		id: "9",
		kind: "scenario",
		what: "symmetric chip of 256, f 0.99, cores of 2",
		source: HILL_MARTY,
		expected: near(0.5, 79.74),
		measure: () => [hillMartySymmetric(0.99, 256, 2)],
	},
	{
		id: "10",
		kind: "scenario",
		what: "symmetric chip of 16, f 0.5, one core of 16",
		source: HILL_MARTY,
		expected: near(0.5, 4),
		measure: () => [hillMartySymmetric(0.5, 16, 16)],
	},
	{
		id: "11",
		kind: "scenario",
		what: "asymmetric chip of 256, f 0.975, big core of 64, 8,000 chunks",
		source: HILL_MARTY,
		expected: near(1, 125),
		measure: () => [hillMartyAsymmetric(0.975, 256, 64)],
	},
	{
		id: "12",
		kind: "scenario",
		what: "asymmetric chips: 16, f 0.9, big 4; 64, f 0.5, big 32; 256, f 0.99, big 32",
		source: HILL_MARTY,
		expected: near(1, 8.75, 9.84, 164.5),
		measure: () => [
			hillMartyAsymmetric(0.9, 16, 4),
			hillMartyAsymmetric(0.5, 64, 32),
			hillMartyAsymmetric(0.99, 256, 32),
		],
	},
	{
		id: "13",
		kind: "formula",
		what: "dynamic chip of 256, f 0.99",
		source: HILL_MARTY,
		expected: near(0.1, 222.6),
		measure: () => [dynamicSpeedup(0.99, 256)],
	},
	{
		id: "14",
		kind: "formula",
		what: "universal scalability law, alpha 0.05, beta 0.001: peak, throughput there and at 64",
		source: "Gunther, closed form",
		expected: near(0.1, 30.822, 9.04, 7.82),
		measure: () => {
			const law = { alpha: 0.05, beta: 0.001, gamma: 1 };
			return [uslPeak(law), uslThroughput(law, 31), uslThroughput(law, 64)];
		},
	},
	{
		id: "15",
		kind: "formula",
		what: "universal scalability law, alpha 0.02, beta 0.0005: peak and throughput there",
		source: "Gunther, closed form",
		expected: near(0.1, 44.27, 15.68),
		measure: () => {
			const law = { alpha: 0.02, beta: 0.0005, gamma: 1 };
			return [uslPeak(law), uslThroughput(law, uslPeak(law))];
		},
	},
];
