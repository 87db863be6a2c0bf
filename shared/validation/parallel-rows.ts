import { type Domain, placementEnergy } from "../analysis/eas.ts";
import { at, numberAt } from "../lib/assert.ts";
import { mean } from "../lib/statistics.ts";
import { energyOf } from "../sim/chip/energy.ts";
import type { PhaseFile, ProcessFile } from "../sim/scenario/scenario-file.ts";
import { about, exactly, near, type ValidationRow } from "./row.ts";
import { file, idealMachine, runFile, thread } from "./run-file.ts";

/** Round trip of a message in us, over two channels of that kind. */
function roundTripUs(
	cores: number,
	waiting: "spin" | "block",
	bytes: number,
	costs: { readonly fixedNs: number; readonly nsPerByte: number },
): number {
	const rounds = 1_000;
	const machine = idealMachine(cores, {}, { processSwitchNs: 1_300, handOffNs: 107 });
	const send = (channel: number): PhaseFile => ({ type: "send", channel, bytes });
	const receive = (channel: number): PhaseFile => ({ type: "receive", channel });
	// A loop must take time: one ns of work on either side, subtracted again below.
	const end: PhaseFile[] = [
		{ type: "compute", workNs: 1 },
		{ type: "repeat", from: 0, times: rounds },
	];
	const threads = [
		thread([send(0), receive(1), ...end], { process: 0 }),
		thread([receive(0), send(1), ...end], { process: 1 }),
	];
	const chip = runFile(
		file(machine, threads, {
			processes: [{ name: "ping" }, { name: "pong" }],
			channels: ["there", "back"].map((name) => ({ name, waiting, ...costs })),
		}),
	);
	return (chip.nowNs / rounds - 2) / 1_000;
}

/** A pipe: two system calls and copies per message. The fixed part is calibrated to 100 bytes. */
const PIPE = { fixedNs: 690, nsPerByte: 2 };
const SHARED_MEMORY = { fixedNs: 0, nsPerByte: 0.01 };

/** Tasks of 200 us completed per us by that many workers, when the master takes 20 us to hand out each. */
export function delegatedPerUs(workers: number): number {
	const machine = idealMachine(
		0,
		{},
		{
			cores: [{}, ...Array.from({ length: workers }, () => ({ can: ["work"] }))],
		},
	);
	const master = thread(
		[
			{ type: "delegate", job: 1, ns: 20_000 },
			{ type: "repeat", from: 0 },
		],
		{ cores: [0] },
	);
	const horizonNs = 100_000_000;
	const chip = runFile(
		file(machine, [], {
			jobs: [
				{ name: "master", threads: [master] },
				{ name: "task", threads: [thread(200_000, { needs: "work" })] },
			],
			end: { type: "horizon", ns: horizonNs },
		}),
	);
	return chip.threadsDone / (horizonNs / 1_000);
}

/** Energy in nJ per us of work at full speed: an A73 at 2,362 MHz and an A53 at 1,844 MHz. */
function energyPerWork(): number[] {
	return [
		{ kind: "P" as const, activeMw: 1_572 },
		{ kind: "E" as const, speed: 0.451, activeMw: 245 },
	].map((core) => {
		const chip = runFile(file(idealMachine(1, core), [thread(10_000_000)]));
		return energyOf(chip, chip.nowNs) / at(chip.cores, 0).workDoneNs;
	});
}

/**
 * The worked example of Linux' documentation of energy-aware scheduling: a task of 200 on CPU 1, on CPU 3, or
 * left on CPU 0.
 */
function placements(): number[] {
	const little: Domain = {
		points: [
			{ capacity: 170, power: 50 },
			{ capacity: 341, power: 150 },
			{ capacity: 512, power: 300 },
		],
	};
	const big: Domain = {
		points: [
			{ capacity: 512, power: 400 },
			{ capacity: 768, power: 800 },
			{ capacity: 1_024, power: 1_700 },
		],
	};
	return [
		[200, 300, 600, 500],
		[200, 100, 600, 700],
		[400, 100, 600, 500],
	].map((utilisations) =>
		placementEnergy(
			utilisations.map((utilisation, core) => ({ domain: core < 2 ? little : big, utilisation })),
		),
	);
}

/** Number of four workers that finish when one crashes at 500 us, in one process or in four. */
function survivors(processes: number): number {
	const names = Array.from({ length: processes }, (_, index) => ({ name: `process ${index + 1}` }));
	const threads = [0, 1, 2, 3].map((index) => {
		const program: PhaseFile[] = [{ type: "compute", workNs: index === 0 ? 500_000 : 1_000_000 }];
		if (index === 0) program.push({ type: "crash" });
		return thread(program, { process: index % processes });
	});
	return runFile(file(idealMachine(4), threads, { processes: names })).threadsDone;
}

/** Percentage of lost updates of two threads, each open for 2 % of the mean time between updates. */
function lostUpdates(): number {
	const windowNs = 1_000;
	const program: PhaseFile[] = [
		{ type: "compute", workNs: 49 * windowNs, spread: "exponential" },
		{ type: "update", counter: 0, workNs: windowNs },
		{ type: "repeat", from: 0 },
	];
	const scenario = file(idealMachine(2), [thread(program), thread(program)], {
		counters: [{ name: "counter" }],
		end: { type: "horizon", ns: 600_000_000 },
	});
	return mean(
		[1, 2, 3, 4].map((seed) => {
			const { value, updates } = at(runFile(scenario, { seed }).counters, 0);
			return (100 * (updates - value)) / updates;
		}),
	);
}

/** Four rabbits first, then twelve turtles, on four cores: makespan in ms, and slowdown of a rabbit. */
function mixed(policy: string): { readonly makespanMs: number; readonly slowdown: number } {
	const rabbit: ProcessFile = { name: "rabbit", workingSetKib: 7_168, accessesPerUs: 160, missesInFlight: 2 };
	const turtle: ProcessFile = { name: "turtle", workingSetKib: 128, accessesPerUs: 2, missesInFlight: 2 };
	const processes = [...Array.from({ length: 4 }, () => rabbit), ...Array.from({ length: 12 }, () => turtle)];
	const threads = processes.map((process, index) =>
		thread(process === rabbit ? 6_000_000 : 9_000_000, { process: index }),
	);
	const durations = (chip: ReturnType<typeof runFile>): number[] =>
		chip.threads.slice(0, 4).map(({ startNs, finishNs }) => finishNs - startNs);
	const alone = runFile(file(idealMachine(4), [thread(6_000_000)], { processes: [rabbit] })).nowNs;
	const chip = runFile(file(idealMachine(4), threads, { processes, policy }));
	return { makespanMs: chip.nowNs / 1_000_000, slowdown: mean(durations(chip)) / alone };
}

/** Reaction times in ms to two stimuli: two perceptions side by side, one place for decisions. */
function reactionTimes(soaMs: number): number[] {
	const ms = 1_000;
	const task = (decisionMs: number): PhaseFile[] => [
		{ type: "compute", workNs: 150 * ms },
		{ type: "lock", lock: 0 },
		{ type: "compute", workNs: decisionMs * ms },
		{ type: "unlock", lock: 0 },
		{ type: "compute", workNs: 150 * ms },
	];
	const jobs = [400, 250].map((decisionMs) => ({ name: "task", threads: [thread(task(decisionMs))] }));
	const arrivals = [0, soaMs].map((time, job) => ({ type: "at" as const, atNs: time * ms, job }));
	const chip = runFile(file(idealMachine(2), [], { jobs, arrivals, locks: [{ name: "central" }] }));
	return chip.threads.map(({ finishNs, announcedNs }) => (finishNs - announcedNs) / ms);
}

const SOAS_MS = [50, 150, 300, 400, 800];

/**
 * Rows on messages, delegation, energy, crashes, races, contention-aware placement and the psychological
 * refractory period. Each row names its source.
 */
export const PARALLEL_ROWS: readonly ValidationRow[] = [
	{
		id: "46",
		kind: "scenario",
		what: "100 bytes there and back between two processes on one core, through pipes, in us",
		source: "ipc-bench: 162,441 per s",
		expected: near(10, 6.16),
		measure: () => [roundTripUs(1, "block", 100, PIPE)],
	},
	{
		id: "47",
		kind: "scenario",
		what: "the same through shared memory between two cores that spin, and how many times faster",
		source: "ipc-bench: 4,702,557 per s",
		expected: near(5, 0.213, 28.9),
		measure: () => {
			const shared = roundTripUs(2, "spin", 0, SHARED_MEMORY);
			return [shared, roundTripUs(1, "block", 100, PIPE) / shared];
		},
	},
	{
		id: "55",
		kind: "scenario",
		what: "a master that takes 20 us to hand out tasks of 200 us, with 2, 4, 8, 10 and 20 workers: tasks per us",
		source: "min(W / 200, 1 / 20)",
		expected: near(0.5, 0.01, 0.02, 0.04, 0.05, 0.05),
		measure: () => [2, 4, 8, 10, 20].map(delegatedPerUs),
	},
	{
		id: "56",
		kind: "scenario",
		what: "nJ per us of work on an A73 and on an A53, and their ratio",
		source: "device tree of the HiKey960",
		expected: near(0.5, 1_572, 543, 2.895),
		measure: () => {
			const [big = 0, little = 1] = energyPerWork();
			return [big, little, big / little];
		},
	},
	{
		id: "57",
		kind: "formula",
		what: "energy of placing a task on CPU 1, on CPU 3, or where it is",
		source: "Linux, sched-energy.rst",
		expected: near(0.2, 1365.8, 1486.1, 1438.8),
		measure: placements,
	},
	{
		id: "58",
		kind: "scenario",
		what: "one of four workers crashes: how many finish as threads of one process, and as processes",
		source: "isolation",
		expected: exactly(0, 3),
		measure: () => [survivors(1), survivors(4)],
	},
	{
		id: "59",
		kind: "scenario",
		what: "per cent of unprotected updates lost by two threads, lambda tau = 0.02",
		source: "Monte Carlo",
		expected: about(0.2, 1.96),
		measure: () => [lostUpdates()],
	},
	{
		id: "60",
		kind: "scenario",
		what: "at most two cache-heavy threads at a time: per cent of makespan saved; slowdown of the heavy before and after",
		source: "prototype of the model; direction as DIO, CACM 2010",
		expected: [...about(3, 11), ...near(10, 2.48, 1.8)],
		measure: () => {
			const [crowd, spread] = [mixed("fifo"), mixed("di:2")];
			return [100 * (1 - spread.makespanMs / crowd.makespanMs), crowd.slowdown, spread.slowdown];
		},
	},
	{
		id: "61",
		kind: "scenario",
		what: "two tasks and one place for decisions: first reaction time, then second at SOA 50, 150, 300, 400, 800 ms",
		source: "central bottleneck, Pashler 1994",
		expected: exactly(700, 900, 800, 650, 550, 550),
		measure: () => [
			numberAt(reactionTimes(50), 0),
			...SOAS_MS.map((soaMs) => numberAt(reactionTimes(soaMs), 1)),
		],
	},
];
