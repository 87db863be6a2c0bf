import { letterOf } from "../lib/letters.ts";
import type {
	CoreSpec,
	LockSpec,
	Machine,
	ProcessSpec,
	ProgramPhase,
	Scenario,
	ThreadSpec,
} from "../sim/scenario/scenario.ts";

/** A big core that never sleeps, with the power of an A73 at 2,362 MHz. */
export const BIG_CORE: CoreSpec = {
	kind: "P",
	speed: 1,
	privateKib: 512,
	can: [],
	activeMw: 1_572,
	idleMw: 60,
	sleepMw: 0,
	sleepAfterNs: 0,
	wakeLatencyNs: 120_000,
	points: [],
};

/** Empty fields of a scenario without locks, messages and the like, and the usual rules of queues. */
export const NOTHING_SHARED: Pick<
	Scenario,
	| "locks"
	| "barriers"
	| "pools"
	| "devices"
	| "channels"
	| "counters"
	| "policy"
	| "quantumNs"
	| "runQueueMax"
	| "coresTake"
	| "coresLookAhead"
	| "measure"
	| "seeds"
> = {
	locks: [],
	barriers: [],
	pools: [],
	devices: [],
	channels: [],
	counters: [],
	policy: "fifo",
	quantumNs: 0,
	runQueueMax: 8,
	coresTake: true,
	coresLookAhead: true,
	measure: [],
	seeds: 1,
};

/** A thread that any core can run, with the default of every other field. */
export function ordinaryThread(name: string, process: number, program: readonly ProgramPhase[]): ThreadSpec {
	return {
		name,
		process,
		after: [],
		program,
		serial: false,
		priority: 0,
		needs: "",
		cores: [],
		home: -1,
		deadlineNs: 0,
		wayName: "",
		ways: [],
	};
}

/** A phase of exactly `workNs` of work. */
export function compute(workNs: number): ProgramPhase {
	return { type: "compute", workNs, spread: "fixed" };
}

/** A lock with one stripe, free until taken, as most libraries' mutexes are. */
export function ordinaryLock(name: string, waiting: LockSpec["waiting"]): LockSpec {
	return { name, waiting, order: "arrival", handOff: "barging", inherits: false, stripes: 1, robust: true };
}

/** `cores` equal big cores with the latencies and costs of current desktop parts, the defaults of a scenario file. */
export function symmetricMachine(cores: number): Machine {
	return {
		cores: Array.from({ length: cores }, () => BIG_CORE),
		privateHitNs: 4.7,
		sharedHitNs: 15,
		dramNs: 90,
		l3PartitionsKib: [8_192],
		prefetchLines: 10,
		dramKib: 0,
		pageFaultNs: 100_000,
		bandwidthBytesPerUs: 20_000,
		lineTransferNs: 60,
		writesPerOwnership: 8,
		processSwitchNs: 2_000,
		threadSwitchNs: 1_300,
		wakeNs: 3_000,
		handOffNs: 120,
		wakePreempts: true,
	};
}

/** A process that never leaves its first-level cache: only its work takes time. */
export function computeProcess(name: string): ProcessSpec {
	return {
		name,
		workingSetKib: 0,
		footprintKib: 0,
		accessesPerUs: 0,
		missesInFlight: 1,
		missCurve: { type: "linear", floor: 0 },
		l3Partition: 0,
		bandwidthCapBytesPerUs: 0,
		sharedWritesPerUs: 0,
		prefetchKib: 0,
		writeShare: 0,
		restartNs: 0,
	};
}

/** `count` processes named A, B, C and so on, otherwise equal. */
export function letteredProcesses(count: number, alike: Partial<ProcessSpec>): ProcessSpec[] {
	return Array.from({ length: count }, (_, index) => ({ ...computeProcess(letterOf(index)), ...alike }));
}
