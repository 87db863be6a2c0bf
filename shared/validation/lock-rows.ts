import { asymptoticThroughput, repairmanThroughput } from "../analysis/queueing.ts";
import { at } from "../lib/assert.ts";
import { mean, sumOf } from "../lib/statistics.ts";
import type { Chip } from "../sim/chip/chip.ts";
import type { MachineFile, PhaseFile, ScenarioFile } from "../sim/scenario/scenario-file.ts";
import { between, exactly, near, type ValidationRow } from "./row.ts";
import { file, idealMachine, runFile, thread } from "./run-file.ts";

type Waiting = "spin" | "block" | "adaptive";

type Loop = {
	readonly threads: number;
	readonly machine: MachineFile;
	readonly thinkNs: number;
	readonly holdNs: number;
	readonly waiting: Waiting;
	readonly spread?: "fixed" | "exponential";
	readonly quantumNs?: number;
	readonly horizonNs: number;
	readonly stripes?: number;
	readonly handOff?: "fifo" | "able" | "barging";
};

/** Runs threads that alternate between computing and holding one lock, without end. */
function lockLoop(loop: Loop, seed = 1): Chip {
	const { threads, machine, thinkNs, holdNs, waiting, horizonNs, stripes = 1 } = loop;
	const { spread = "fixed", quantumNs = 0, handOff = "barging" } = loop;
	const program: PhaseFile[] = [
		{ type: "compute", workNs: thinkNs, spread },
		{ type: "lock", lock: 0 },
		{ type: "compute", workNs: holdNs, spread },
		{ type: "unlock", lock: 0 },
		{ type: "repeat", from: 0 },
	];
	const scenario: ScenarioFile = file(
		machine,
		Array.from({ length: threads }, () => thread(program)),
		{
			locks: [{ name: "lock", waiting, stripes, handOff }],
			policy: "rr",
			quantumNs,
			end: { type: "horizon", ns: horizonNs },
		},
	);
	return runFile(scenario, { seed });
}

/** Acquisitions of the lock per us over the second half of the run, when it has settled. */
function takenPerUs(loop: Loop, seed = 1): number {
	const count = (horizonNs: number): number =>
		sumOf(lockLoop({ ...loop, horizonNs }, seed).locks, ({ taken }) => taken);
	const half = Math.round(loop.horizonNs / 2);
	return (count(loop.horizonNs) - count(half)) / ((loop.horizonNs - half) / 1_000);
}

const saturation = (threads: number): number =>
	takenPerUs({
		threads,
		machine: idealMachine(threads),
		thinkNs: 80_000,
		holdNs: 20_000,
		waiting: "spin",
		horizonNs: 40_000_000,
	});

/** The same with exponential times, a hundredth as long, so that a run has many laps. */
const repairman = (threads: number): number =>
	mean(
		[1, 2, 3, 4].map(
			(seed) =>
				takenPerUs(
					{
						threads,
						machine: idealMachine(threads),
						thinkNs: 8_000,
						holdNs: 2_000,
						waiting: "spin",
						spread: "exponential",
						horizonNs: 120_000_000,
					},
					seed,
				) / 10,
		),
	);

const convoy = (waiting: Waiting): number =>
	takenPerUs({
		threads: 8,
		machine: idealMachine(8, {}, { wakeNs: 5_000, threadSwitchNs: 2_000 }),
		thinkNs: 10_000,
		holdNs: 2_000,
		waiting,
		handOff: "fifo",
		horizonNs: 10_000_000,
	});

/** Share of the time in which the lock protects work, for critical sections of 1 us. */
const useOfLock = (waiting: Waiting): number =>
	takenPerUs({
		threads: 4,
		machine: idealMachine(4, {}, { wakeNs: 3_000, threadSwitchNs: 2_000, handOffNs: 120 }),
		thinkNs: 3_000,
		holdNs: 1_000,
		waiting,
		handOff: "fifo",
		horizonNs: 10_000_000,
	});

/** Twice as many threads as cores, critical sections of 100 us, quantum of 3 ms. */
const crowded = (waiting: Waiting): number =>
	100 *
	takenPerUs({
		threads: 8,
		machine: idealMachine(4, {}, { wakeNs: 3_000, threadSwitchNs: 1_300, handOffNs: 120 }),
		thinkNs: 300_000,
		holdNs: 100_000,
		waiting,
		handOff: "fifo",
		quantumNs: 3_000_000,
		horizonNs: 600_000_000,
	});

const US = 1_000;

/** Response of a high-priority thread, in units, whose lock a low one holds while a medium one needs none. */
function inversion(inherits: boolean): number {
	const jobs = [
		{
			name: "low",
			threads: [thread([compute(1_000), lock, compute(3_000), unlock], { priority: 1 })],
		},
		{
			name: "high",
			threads: [thread([compute(500), lock, compute(500), unlock, compute(500)], { priority: 3 })],
		},
		{ name: "middle", threads: [thread([compute(20_000)], { priority: 2 })] },
	];
	const arrivals = [0, 2_000, 2_500].map((time, job) => ({ type: "at" as const, atNs: time * US, job }));
	const locks = [{ name: "lock", inherits }];
	const chip = runFile(file(idealMachine(1), [], { jobs, arrivals, locks, policy: "priority" }));
	const high = at(chip.threads, 1);
	return (high.finishNs - high.announcedNs) / US;
}

/** Worst response of the bus task in ms, and how often it exceeds the watchdog's 8 ms. */
function pathfinder(inherits: boolean): number[] {
	const task = (name: string, priority: number, program: PhaseFile[]) => ({
		name,
		threads: [thread(program, { priority, deadlineNs: 8_000_000 })],
	});
	const jobs = [
		task("bus management", 3, [compute(200), lock, compute(300), unlock]),
		task("weather", 1, [lock, compute(1_500), unlock]),
		task("communication", 2, [compute(9_000)]),
	];
	const at10Ms = [0, 10_000, 20_000, 30_000].map((time) => ({ time, job: 0 }));
	const arrivals = [...at10Ms, { time: 8_300, job: 1 }, { time: 8_500, job: 2 }].map(({ time, job }) => ({
		type: "at" as const,
		atNs: time * US,
		job,
	}));
	const locks = [{ name: "bus", inherits }];
	const chip = runFile(file(idealMachine(1), [], { jobs, arrivals, locks, policy: "priority" }));
	const responses = chip.threads
		.filter(({ spec }) => spec.priority === 3)
		.map(({ finishNs, announcedNs }) => (finishNs - announcedNs) / 1_000_000);
	return [Math.max(...responses), responses.filter((ms) => ms > 8).length];
}

const lock: PhaseFile = { type: "lock", lock: 0 };
const unlock: PhaseFile = { type: "unlock", lock: 0 };
const compute = (us: number): PhaseFile => ({ type: "compute", workNs: us * US });

const THREADS = [1, 2, 4, 5, 6, 8];

/**
 * Rows on locks: saturation (asymptotic bounds; machine repairman by mean value analysis), convoys, spinning
 * against blocking, and priority inversion as on Mars Pathfinder. Each row names its source.
 */
export const LOCK_ROWS: readonly ValidationRow[] = [
	{
		id: "48",
		kind: "scenario",
		what: "1, 2, 4, 5, 6 and 8 threads that compute 80 us and hold a lock 20 us, spinning: times per us",
		source: "min(N / 100, 1 / 20)",
		expected: near(0.3, ...THREADS.map((threads) => asymptoticThroughput(threads, 80, 20))),
		measure: () => THREADS.map(saturation),
	},
	{
		id: "49",
		kind: "scenario",
		isSlow: true,
		what: "4, 6 and 12 threads with exponential times of the same means",
		source: "machine repairman, exact mean value analysis",
		expected: near(1, ...[4, 6, 12].map((threads) => repairmanThroughput(threads, 80, 20))),
		measure: () => [4, 6, 12].map(repairman),
	},
	{
		id: "50",
		kind: "scenario",
		what: "lock convoy: 8 threads, compute 10, hold 2, wake 5, switch 2 us; blocking and spinning",
		source: "1 / (2 + 5 + 2), and 1 / 2",
		expected: near(1, 1 / 9, 0.5),
		measure: () => [convoy("block"), convoy("spin")],
	},
	{
		id: "51",
		kind: "scenario",
		what: "a lock of 1 us between 4 threads: share of the time used, spinning and blocking",
		source: "S / (S + hand-off), S / (S + wake + switch)",
		expected: near(1, 1 / 1.12, 1 / 6),
		measure: () => [useOfLock("spin"), useOfLock("block")],
	},
	{
		id: "52",
		kind: "scenario",
		what: "8 threads on 4 cores: share of the time used, spinning (collapse) and blocking",
		source: "preemption of lock holders and waiters",
		expected: [between(0, 0.2), between(0.9, 1)],
		measure: () => [crowded("spin"), crowded("block")],
	},
	{
		id: "53",
		kind: "scenario",
		what: "priority inversion: response of the urgent thread without inheritance, and with it",
		source: "closed form",
		expected: exactly(23_500, 3_500),
		measure: () => [inversion(false), inversion(true)],
	},
	{
		id: "54",
		kind: "scenario",
		what: "Mars Pathfinder: worst response in ms and resets of the watchdog, without inheritance and with it",
		source: "the story by Reeves and Jones 1997; figures of the model",
		expected: [...near(5, 9.3), between(1, 4), ...near(5, 1.8), ...exactly(0)],
		measure: () => [...pathfinder(false), ...pathfinder(true)],
	},
];
