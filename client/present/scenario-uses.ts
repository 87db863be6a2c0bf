import type { ProcessSpec, ProgramPhase, Scenario } from "#shared/sim/scenario/scenario.ts";

/** Which parts of a machine a scenario uses. A screen shows only those. */
export type ScenarioUses = {
	/** Tasks wait for the scheduler in the shared queue. Otherwise each comes straight to a core's own queue. */
	readonly sharedQueue: boolean;
	/** Data overflow the private caches, so that the L3 fills and the memory bus is loaded. */
	readonly memory: boolean;
	readonly l3: boolean;
	readonly locks: boolean;
	/** Counters are updated without a lock, so that updates can be lost. */
	readonly counters: boolean;
	readonly crashes: boolean;
	readonly deadlines: boolean;
	/** Cores differ in power or may sleep, so that energy is a choice. */
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

/** A working set that fits is loaded once. Only one that does not fit keeps the bus and the L3 busy. */
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
