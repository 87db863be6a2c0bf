import { doubles, zeros } from "../lib/doubles.ts";
import { streamOf } from "../lib/random.ts";
import { NEVER_NS, NS_PER_PLAY_S, TICK_NS } from "../lib/units.ts";
import { nothingOwed } from "./chip/accounting.ts";
import { CAUSES, type Chip, type Core, NONE, type Pace, type Seat } from "./chip/chip.ts";
import type { Lock } from "./chip/lock-state.ts";
import type { Memory } from "./chip/memory-state.ts";
import type { Policy } from "./chip/policy.ts";
import { scheduleLook } from "./chip/seats.ts";
import { l3PartsOf } from "./memory/l3-parts.ts";
import { tabulate } from "./memory/miss-curve.ts";
import type { CoreSpec, Scenario } from "./scenario/scenario.ts";
import { uniform } from "./scenario/uniform.ts";

/** How long a decision point waits for a person who has not set the seat's window, in machine ns. */
export const DEFAULT_WINDOW_NS = 2.5 * NS_PER_PLAY_S;

/** Stream number of the first arrival's random stream; the following arrivals count downwards from it. */
const ARRIVAL_STREAMS = -2;

/** Mean time between two looks of a bot at human pace, in machine ns. */
const DEFAULT_LOOK_MEAN_NS = 1.1 * NS_PER_PLAY_S;

/** How one seat is played at the start. */
export type SeatSetup = {
	readonly driver: "person" | "bot";
	readonly policy: Policy;
	/**
	 * Of its bot at human pace: mean time between two looks [1.1 s of play], and how many threads it plans ahead
	 * [1].
	 */
	readonly lookMeanNs?: number;
	readonly planAhead?: number;
};

/** `seats[0]` is the scheduler, `seats[k]` is core k - 1: one seat more than the scenario has cores. */
export type ChipSetup = {
	readonly scenario: Scenario;
	/** 32-bit unsigned. */
	readonly seed: number;
	readonly seats: readonly SeatSetup[];
	readonly pace: Pace;
	/** Shortest step of the slow states [TICK_NS]; tests set it to measure how little it matters. */
	readonly tickLengthNs?: number;
};

/**
 * A chip at time 0, before anything has arrived. Throws if the number of seats is not the number of cores plus
 * one.
 */
export function createChip({ scenario: given, seed, seats, pace, tickLengthNs = TICK_NS }: ChipSetup): Chip {
	const scenario = uniform(given);
	const { cores } = scenario.machine;
	if (seats.length !== cores.length + 1)
		throw new Error(`${seats.length} seats for ${cores.length} cores and a scheduler`);
	const chip: Chip = {
		scenario,
		pace,
		seed,
		nowNs: 0,
		begun: false,
		finished: false,
		cores: cores.map((spec, id) => createCore(spec, id, scenario.processes.length)),
		threads: [],
		jobs: [],
		missTables: scenario.processes.map(tabulate),
		memory: createMemory(scenario),
		...createShared(scenario),
		seats: seats.map((seat, id) => createSeat(id, seat, seed)),
		shared: [],
		queueOrder: "arrival",
		quantumNs: scenario.quantumNs,
		timed: timedArrivals(scenario),
		nextArrival: 0,
		chainStarted: scenario.arrivals.map(() => 0),
		arrivalRandom: scenario.arrivals.map((_, index) => streamOf(seed, ARRIVAL_STREAMS - index)),
		arrivalLeft: scenario.arrivals.map((arrival) => (arrival.type === "process" ? arrival.count : 0)),
		nextTicket: 0,
		workLostNs: 0,
		backlogNs: 0,
		overloadedNs: NEVER_NS,
		stillNs: NEVER_NS,
		isStuck: false,
		jobsStarted: 0,
		jobsDone: 0,
		threadsDone: 0,
		alive: 0,
		ready: 0,
		wokenShared: 0,
		serialRunning: 0,
		tickLengthNs,
		// Due at once, so that the first instant is handled: chains begin, and idle cores learn why they are
		// idle.
		tickNs: 0,
	};
	for (const seat of chip.seats) if (seat.driver === "bot") scheduleLook(chip, seat);
	return chip;
}

/** Bot seats for a scheduler and `cores` cores, all played by `policy`. */
export function botSeats(
	cores: number,
	policy: Policy,
): { readonly driver: "bot"; readonly policy: Policy }[] {
	return Array.from({ length: cores + 1 }, () => ({ driver: "bot", policy }));
}

/** State of caches and bus before anything is loaded. */
function createMemory(scenario: Scenario): Memory {
	const processes = scenario.processes.length;
	const reservedKib = zeros(processes);
	return {
		isUsed: scenario.processes.some((process) => process.accessesPerUs > 0 || process.sharedWritesPerUs > 0),
		l3Kib: zeros(processes),
		reservedKib,
		capBytesPerUs: doubles(scenario.processes.map(({ bandwidthCapBytesPerUs }) => bandwidthCapBytesPerUs)),
		l3Parts: l3PartsOf(scenario, reservedKib),
		computing: zeros(processes),
		broughtBytes: zeros(processes),
		begun: zeros(processes),
		swappedShare: 0,
		pageFaults: 0,
		swapFreeNs: 0,
		busWaitNs: 0,
		busLoad: 0,
		carriedBytes: 0,
		refreshedNs: 0,
		isStale: false,
		drift: 0,
	};
}

/** Empty state of everything threads share besides cores and memory. */
function createShared(
	scenario: Scenario,
): Pick<
	Chip,
	"locks" | "lockBase" | "barriers" | "pools" | "deviceFreeNs" | "channels" | "counters" | "timers"
> {
	const locks: Lock[] = [];
	const lockBase = scenario.locks.map((spec) => {
		const base = locks.length;
		for (let stripe = 0; stripe < spec.stripes; stripe++)
			locks.push({ spec, owner: NONE, waiters: [], woken: NONE, taken: 0, handOffs: 0 });
		return base;
	});
	return {
		locks,
		lockBase,
		barriers: scenario.barriers.map(() => []),
		pools: scenario.pools.map(({ chunks }) => chunks),
		deviceFreeNs: scenario.devices.map(() => 0),
		channels: scenario.channels.map(() => ({ messages: [], receivers: [], senders: [] })),
		counters: scenario.counters.map(() => ({ value: 0, updates: 0 })),
		timers: [],
	};
}

function createCore(spec: CoreSpec, id: number, processes: number): Core {
	return {
		id,
		spec,
		spinForNs: NONE,
		repricedPj: 0,
		queue: [],
		activity: "idle",
		thread: -1,
		startedNs: NEVER_NS,
		lastThread: -1,
		anchorNs: 0,
		nextNs: spec.sleepAfterNs > 0 ? spec.sleepAfterNs : NEVER_NS,
		workEndNs: NEVER_NS,
		sliceEndNs: NEVER_NS,
		overheadCause: "waking",
		isAsleep: false,
		nsPerWork: 1,
		usefulPerWork: 1,
		cachePerWork: 0,
		busPerWork: 0,
		fillPerNs: 0,
		carriedPerNs: 0,
		demand: {
			waitsPerWork: 0,
			missedKibPerWork: 0,
			bytesPerWork: 0,
			carriedPerWork: 0,
			faultsPerWork: 0,
			unqueuedPerWork: 1,
			cappedPerWork: 0,
			leastPerWork: 0,
			stalledPerWork: 0,
		},
		prefetch: {
			leftKib: 0,
			perNs: 0,
			dramShare: 0,
			carriedShare: 0,
			lineNs: 0,
			capPerNs: 0,
		},
		warmKib: zeros(processes),
		warmingTicks: Number.POSITIVE_INFINITY,
		recent: [],
		idleCause: "asleep",
		bookedNs: 0,
		booked: zeros(CAUSES.length),
		owed: nothingOwed(),
		workDoneNs: 0,
		spanNs: 0,
		creditedNs: 0,
	};
}

function createSeat(
	id: number,
	{ driver, policy, lookMeanNs = DEFAULT_LOOK_MEAN_NS, planAhead = 1 }: SeatSetup,
	seed: number,
): Seat {
	return {
		id,
		driver,
		isHeld: driver === "person",
		policy,
		lookMeanNs,
		planAhead,
		windowNs: DEFAULT_WINDOW_NS,
		deadlineNs: NEVER_NS,
		nextActNs: NEVER_NS,
		takesNs: NEVER_NS,
		unanswered: 0,
		random: streamOf(seed, id),
	};
}

function timedArrivals(scenario: Scenario): number[] {
	const timed: { index: number; atNs: number }[] = [];
	scenario.arrivals.forEach((arrival, index) => {
		if (arrival.type === "at") timed.push({ index, atNs: arrival.atNs });
	});
	timed.sort((left, right) => left.atNs - right.atNs || left.index - right.index);
	return timed.map(({ index }) => index);
}
