import type { ProcessSpec, ProgramPhase, Scenario } from "#shared/sim/scenario/scenario.ts";

/** Which parts of a machine a scenario makes use of: a screen shows only those. */
export type ScenarioUses = {
	/** Tasks wait for the scheduler in the shared queue; else each comes to a core's own queue at once. */
	readonly sharedQueue: boolean;
	/** Data leave the private caches: the L3 fills and the memory bus is loaded. */
	readonly memory: boolean;
	readonly l3: boolean;
	readonly locks: boolean;
	/** Counters that are updated without a lock, so that updates can be lost. */
	readonly counters: boolean;
	readonly crashes: boolean;
	readonly deadlines: boolean;
	/** Cores differ in what they draw, or may sleep, so that energy is a choice. */
	readonly energy: boolean;
};

const known = new WeakMap<Scenario, ScenarioUses>();

export function usesOf(scenario: Scenario): ScenarioUses {
	let uses = known.get(scenario);
	if (uses === undefined) {
		uses = findUses(scenario);
		known.set(scenario, uses);
	}
	return uses;
}

function findUses(scenario: Scenario): ScenarioUses {
	const { cores, l3PartitionsKib } = scenario.machine;
	const leastKib = Math.min(...cores.map(({ privateKib }) => privateKib));
	const memory = scenario.processes.some((process) => leavesPrivateCache(process, leastKib));
	return {
		sharedQueue: scenario.jobs.some(({ threads }) => threads.some(({ home }) => home < 0)),
		memory,
		l3: memory && l3PartitionsKib.some((kib) => kib > 0),
		locks: scenario.locks.length > 0,
		counters: scenario.counters.length > 0,
		crashes: hasPhase(scenario, "crash"),
		deadlines: scenario.jobs.some(({ threads }) => threads.some(({ deadlineNs }) => deadlineNs > 0)),
		energy: cores.some(
			({ kind, sleepAfterNs, points }) => kind === "E" || sleepAfterNs > 0 || points.length > 1,
		),
	};
}

/** A working set that fits is loaded once; only what does not fit keeps the bus and the L3 busy. */
function leavesPrivateCache(
	{ accessesPerUs, workingSetKib, missCurve }: ProcessSpec,
	privateKib: number,
): boolean {
	return accessesPerUs > 0 && (missCurve.type === "stream" || workingSetKib > privateKib);
}

function hasPhase(scenario: Scenario, type: ProgramPhase["type"]): boolean {
	return scenario.jobs.some(({ threads }) =>
		threads.some(({ program, ways }) =>
			[program, ...ways.map((way) => way.program)].some((phases) =>
				phases.some((phase) => phase.type === type),
			),
		),
	);
}
