import { amdahlSpeedup } from "#shared/analysis/amdahl.ts";
import { asymptoticThroughput } from "#shared/analysis/queueing.ts";
import { at, numberAt } from "#shared/lib/assert.ts";
import { mean } from "#shared/lib/statistics.ts";
import type { PhaseFile, ScenarioFile } from "#shared/sim/scenario/scenario-file.ts";
import { delegatedPerUs } from "#shared/validation/parallel-rows.ts";
import { file, idealMachine, runFile, thread, turnaroundsNs } from "#shared/validation/run-file.ts";
import { BLUE, curve, dots, GREEN, line, PINK, upTo, YELLOW } from "../draw/plot-kit.ts";
import type { Plot } from "../draw/svg-plot.ts";

/** The speed-up curves of Amdahl's law. */
export function speedupPlot(): Plot {
	const cores = [1, 2, 4, 8, 16, 32, 64, 128, 256];
	const shares: [number, string][] = [
		[0.5, PINK],
		[0.9, YELLOW],
		[0.95, BLUE],
		[0.99, GREEN],
	];
	return {
		title: "Speed-up curves",
		caption: "A serial part and then one part per core. Lines: Amdahl's law. Dots: the simulation.",
		xLabel: "cores",
		yLabel: "times faster than one core",
		isLogX: true,
		isLogY: true,
		series: shares.flatMap(([share, colour]) => [
			line(
				`${share * 100} % parallel`,
				colour,
				curve(cores, (count) => amdahlSpeedup(share, count)),
			),
			dots(
				"",
				colour,
				curve(cores, (count) => speedup(share, count)),
			),
		]),
	};
}

/** Mean turnaround of one long task and many short ones that come behind it, by the quantum. */
export function quantumPlot(): Plot {
	const SWITCH_NS = 10_000;
	const threads = [thread(10_000_000), ...Array.from({ length: 9 }, () => thread(200_000))];
	const turnaroundMs = (quantumUs: number, policy: string): number => {
		const machine = idealMachine(1, {}, { threadSwitchNs: SWITCH_NS, processSwitchNs: SWITCH_NS });
		return (
			mean(turnaroundsNs(runFile(file(machine, threads, { policy, quantumNs: quantumUs * 1_000 })))) / 1e6
		);
	};
	const quanta = [2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024, 2_048, 4_096, 8_192, 16_384];
	return {
		title: "The quantum: neither too short nor too long",
		caption:
			"A task of 10 ms and nine of 0.2 ms behind it on one core; a switch costs 10 us. Short slices are spent switching, long ones let the short tasks wait: then round robin is first come, first served (line).",
		xLabel: "quantum in us",
		yLabel: "mean turnaround in ms",
		isLogX: true,
		isLogY: false,
		series: [
			line(
				"first come, first served",
				PINK,
				curve([numberAt(quanta, 0), 16_384], () => turnaroundMs(0, "fifo")),
			),
			dots(
				"round robin",
				GREEN,
				curve(quanta, (quantumUs) => turnaroundMs(quantumUs, "rr")),
			),
		],
	};
}

/** Time in an M/M/1 system by its load. */
export function queueingPlot(): Plot {
	const SERVICE_NS = 10_000;
	const JOBS = 20_000;
	const timeInSystem = (load: number): number => {
		const gapNs = Math.round(SERVICE_NS / load);
		const arrivals: ScenarioFile["arrivals"] = [
			{ type: "process", job: 0, gapNs, gaps: "exponential", work: "exponential", count: JOBS },
		];
		const runs = [1, 2].map((seed) =>
			mean(turnaroundsNs(runFile(file(idealMachine(1), [thread(SERVICE_NS)], { arrivals }), { seed }))),
		);
		return mean(runs) / SERVICE_NS;
	};
	const loads = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];
	const fine = Array.from({ length: 43 }, (_, index) => index / 50);
	return {
		title: "Waiting explodes before the core is full",
		caption:
			"Jobs come at random to one core (M/M/1). Line: 1 / (1 - load). Dots: the simulation, two runs of 20,000 jobs each.",
		xLabel: "load of the core",
		yLabel: "time in the system, in service times",
		isLogX: false,
		isLogY: false,
		series: [
			line(
				"theory",
				BLUE,
				curve(fine, (load) => 1 / (1 - load)),
			),
			dots("simulation", GREEN, curve(loads, timeInSystem)),
		],
	};
}

/** Threads that compute and then hold one lock. */
export function lockPlot(): Plot {
	const program: PhaseFile[] = [
		{ type: "compute", workNs: 80_000 },
		{ type: "lock", lock: 0 },
		{ type: "compute", workNs: 20_000 },
		{ type: "unlock", lock: 0 },
		{ type: "repeat", from: 0 },
	];
	const takenPerMs = (count: number, waiting: "spin" | "block"): number => {
		const HORIZON_NS = 40_000_000;
		const machine = idealMachine(count, {}, { wakeNs: 5_000, threadSwitchNs: 2_000 });
		const threads = Array.from({ length: count }, () => thread(program));
		const end = { type: "horizon" as const, ns: HORIZON_NS };
		const chip = runFile(file(machine, threads, { locks: [{ name: "lock", waiting }], end }));
		return at(chip.locks, 0).taken / (HORIZON_NS / 1e6);
	};
	return {
		title: "A lock is a serial part",
		caption:
			"Threads that compute for 80 us and hold a lock for 20 us, one per core. Line: min(N / 100, 1 / 20). Blocking hands over more slowly, because a thread has to wake (5 us) and to be switched to (2 us).",
		xLabel: "threads",
		yLabel: "times taken per ms",
		isLogX: false,
		isLogY: false,
		series: [
			line(
				"asymptotes",
				BLUE,
				curve(upTo(12), (count) => asymptoticThroughput(count, 80, 20) * 1_000),
			),
			dots(
				"spinning",
				GREEN,
				curve(upTo(12), (count) => takenPerMs(count, "spin")),
			),
			dots(
				"blocking",
				YELLOW,
				curve(upTo(12), (count) => takenPerMs(count, "block")),
			),
		],
	};
}

/** One master that hands out all work, by the number of workers. */
export function delegationPlot(): Plot {
	const workers = upTo(20);
	return {
		title: "One who hands out work is a bottleneck",
		caption:
			"A master needs 20 us to hand out a task, a worker 200 us to do it: from ten workers on the others wait for the master. Line: min(W / 200, 1 / 20). Dots: the simulation.",
		xLabel: "workers",
		yLabel: "tasks per ms",
		isLogX: false,
		isLogY: false,
		series: [
			line(
				"theory",
				BLUE,
				curve(workers, (count) => 1_000 * Math.min(count / 200, 1 / 20)),
			),
			dots(
				"simulation",
				GREEN,
				curve(workers, (count) => 1_000 * delegatedPerUs(count)),
			),
		],
	};
}

/** A serial part, then one thread per core: how much faster than on one core. */
function speedup(parallelShare: number, cores: number): number {
	const partNs = Math.round(100_000 * parallelShare);
	const parts = Array.from({ length: cores }, () => thread(partNs, { after: [0] }));
	const threads = [thread((100_000 - partNs) * cores, { serial: true }), ...parts];
	return (100_000 * cores) / runFile(file(idealMachine(cores), threads)).nowNs;
}
