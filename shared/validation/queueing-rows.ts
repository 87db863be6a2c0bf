import { erlangC } from "../analysis/queueing.ts";
import { mean } from "../lib/statistics.ts";
import type { Chip } from "../sim/chip/chip.ts";
import type { ScenarioFile } from "../sim/scenario/scenario-file.ts";
import { about, near, type ValidationRow } from "./row.ts";
import { file, idealMachine, runFile, thread } from "./run-file.ts";

const SERVICE_NS = 10_000;
const SEEDS = 16;
const JOBS = 60_000;
/** Share of the jobs that arrive before the queue has settled, which are not counted. */
const WARM_UP = 0.1;

/** Customers arrive at random and are served first come first served by whichever core is free. */
function queue(servers: number, load: number, work: "fixed" | "exponential"): ScenarioFile {
	const gapNs = Math.round(SERVICE_NS / (load * servers));
	return file(idealMachine(servers), [thread(SERVICE_NS)], {
		arrivals: [{ type: "process", job: 0, gapNs, gaps: "exponential", work, count: JOBS }],
	});
}

/** A queue per core, and customers that choose one at random. */
function separateQueues(servers: number, load: number): ScenarioFile {
	const gapNs = Math.round(SERVICE_NS / load);
	const jobs = Array.from({ length: servers }, (_, core) => ({
		name: "customer",
		threads: [thread(SERVICE_NS, { cores: [core] })],
	}));
	const arrivals = jobs.map((_, job) => ({
		type: "process" as const,
		job,
		gapNs,
		gaps: "exponential" as const,
		work: "exponential" as const,
		count: JOBS / servers,
	}));
	return file(idealMachine(servers), [], { jobs, arrivals });
}

/** Load and mean service, in service times, of an urgent class of short customers and of all others. */
const URGENT = { load: 0.3, service: 1 };
const OTHERS = { load: 0.4, service: 4 };

/** Two classes of customers with exponential service on one core; the urgent one preempts. */
function twoClasses(): ScenarioFile {
	const classes = [URGENT, OTHERS];
	const jobs = classes.map(({ service }, index) => ({
		name: "customer",
		threads: [thread(service * SERVICE_NS, { priority: 1 - index })],
	}));
	const arrivals = classes.map(({ load, service }, job) => ({
		type: "process" as const,
		job,
		gapNs: Math.round((service * SERVICE_NS) / load),
		gaps: "exponential" as const,
		work: "exponential" as const,
		count: Math.round((JOBS * load) / service),
	}));
	return file(idealMachine(1), [], { jobs, arrivals, policy: "priority" });
}

/** Mean time of either class in the system, in service times, over all seeds of system 7. */
function measureClasses(): number[] {
	const chips = Array.from({ length: SEEDS }, (_, seed) =>
		runFile(twoClasses(), { seed: 1 + 7 * SEEDS + seed }),
	);
	return [0, 1].map((job) => mean(chips.map((chip) => meanSystem(chip, job))));
}

/** Of the customers of that kind that come once the queue has settled. */
function meanSystem({ jobs }: Chip, kind: number): number {
	const own = jobs.filter(({ spec }) => spec === kind);
	const counted = own.slice(Math.floor(own.length * WARM_UP));
	return mean(counted.map(({ finishNs, announcedNs }) => finishNs - announcedNs)) / SERVICE_NS;
}

/**
 * Both classes' times in the system under preemptive-resume priority, in service times. The urgent see an M/M/1
 * of their own; the others also wait for what is left of all service when they come, R = sum of rho / mu, and for
 * the urgent who come meanwhile.
 */
function preemptiveResume(): number[] {
	const residual = URGENT.load * URGENT.service + OTHERS.load * OTHERS.service;
	const free = 1 - URGENT.load;
	return [URGENT.service / free, OTHERS.service / free + residual / (free * (free - OTHERS.load))];
}

/** Shared by three rows. */
let fourServers: Figures | undefined;
const measureFour = (): Figures => {
	fourServers ??= measure(queue(4, 0.8, "exponential"), 4);
	return fourServers;
};

type Figures = { readonly system: number; readonly wait: number; readonly waiting: number };

/**
 * Mean time in the system and in the queue in service times, and the share that waits, over all seeds. `system`
 * numbers the systems: each has seeds of its own, or else all would share the same luck and deviate to the same
 * side.
 */
function measure(scenario: ScenarioFile, system: number): Figures {
	const first = 1 + system * SEEDS;
	const runs = Array.from({ length: SEEDS }, (_, seed) =>
		figuresOf(runFile(scenario, { seed: first + seed })),
	);
	return {
		system: mean(runs.map(({ system }) => system)),
		wait: mean(runs.map(({ wait }) => wait)),
		waiting: mean(runs.map(({ waiting }) => waiting)),
	};
}

function figuresOf(chip: Chip): Figures {
	let system = 0;
	let wait = 0;
	let waiting = 0;
	const first = Math.floor(chip.threads.length * WARM_UP);
	for (let index = first; index < chip.threads.length; index++) {
		const thread = chip.threads[index];
		if (thread === undefined) continue;
		system += thread.finishNs - thread.announcedNs;
		wait += thread.startNs - thread.announcedNs;
		if (thread.startNs > thread.announcedNs) waiting++;
	}
	const count = chip.threads.length - first;
	return { system: system / count / SERVICE_NS, wait: wait / count / SERVICE_NS, waiting: waiting / count };
}

const ERLANG = "Erlang 1917, closed form";

/**
 * Rows on queues: M/M/c by Erlang (1917), M/D/1, one shared queue against one per core, and an urgent class. Each row names its
 * source.
 */
export const QUEUEING_ROWS: readonly ValidationRow[] = [
	{
		id: "29",
		kind: "scenario",
		isSlow: true,
		what: "M/M/1 at load 0.5 and 0.8: time in the system, in service times",
		source: "1 / (1 - rho)",
		expected: near(3, 2, 5),
		measure: () => [0.5, 0.8].map((load, index) => measure(queue(1, load, "exponential"), index).system),
	},
	{
		id: "30",
		kind: "scenario",
		isSlow: true,
		what: "M/M/2, M/M/4 and M/M/8 at load 0.8: wait, in service times",
		source: ERLANG,
		expected: near(4, 1.7778, 0.7455, 0.2862),
		measure: () => [
			measure(queue(2, 0.8, "exponential"), 2).wait,
			measureFour().wait,
			measure(queue(8, 0.8, "exponential"), 8).wait,
		],
	},
	{
		id: "31",
		kind: "scenario",
		isSlow: true,
		what: "share of the customers that wait in M/M/4 at load 0.8: simulated, and by the formula",
		source: ERLANG,
		expected: about(0.01, 0.5964, 0.5964),
		measure: () => [measureFour().waiting, erlangC(4, 3.2)],
	},
	{
		id: "32",
		kind: "scenario",
		isSlow: true,
		what: "M/D/1 at load 0.8: wait, in service times",
		source: "Pollaczek and Khinchine, rho / (2 (1 - rho))",
		expected: near(4, 2),
		measure: () => [measure(queue(1, 0.8, "fixed"), 5).wait],
	},
	{
		id: "33",
		kind: "scenario",
		isSlow: true,
		what: "four cores at load 0.8, one queue for all or one for each: time in the system",
		source: ERLANG,
		expected: near(4, 1.7455, 5),
		measure: () => [measureFour().system, measure(separateQueues(4, 0.8), 6).system],
	},
	{
		id: "67",
		kind: "scenario",
		isSlow: true,
		what: "urgent customers of load 0.3 and others four times as long of load 0.4: time of each in the system, in urgent service times",
		source: "M/M/1 with preemptive-resume priority, Kleinrock 1976",
		expected: near(6, ...preemptiveResume()),
		measure: measureClasses,
	},
];
