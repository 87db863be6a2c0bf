import { at, numberAt } from "#shared/lib/assert.ts";
import { sum, sumOf } from "#shared/lib/statistics.ts";
import { NEVER_NS, NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { backlogOf, collapseNs, limitOf } from "#shared/sim/chip/backlog.ts";
import type { ReadonlyChip, ReadonlyLock, ReadonlyThread } from "#shared/sim/chip/chip.ts";
import { energyOf } from "#shared/sim/chip/energy.ts";
import type { Scenario } from "#shared/sim/scenario/scenario.ts";
import { dataIndex } from "./data-of.ts";
import { type ScenarioUses, usesOf } from "./scenario-uses.ts";

/** Share of the whole L3 that some data occupy. `data`: 0 for A. */
type L3Share = { readonly data: number; readonly share: number };

export type LockView = {
	/** Index in the scenario. */
	readonly lock: number;
	readonly name: string;
	/** Cores of the threads that hold it; -1 for a holder that is off its core. Several only if the lock is striped. */
	readonly owners: readonly number[];
	readonly waiters: number;
};

/** A process that has crashed: how many of its threads are dead, and when it restarts (if it does). */
export type CrashView = {
	readonly process: number;
	readonly name: string;
	readonly dead: number;
	readonly backInS: number | undefined;
};

export type BacklogView = {
	readonly workS: number;
	readonly limitS: number;
	readonly downInS: number | undefined;
};
/** The wave that comes now, of how many, and what a chip must do to survive them all. */
export type WaveView = {
	/** From 1. */
	readonly number: number;
	readonly all: number;
	/** Seconds of play until the round ends. */
	readonly leftS: number;
	/** A backlog of more work than `limitS` for `overS` brings the chip down. */
	readonly limitS: number;
	readonly overS: number;
};
export type ComingView = {
	readonly name: string;
	readonly inS: number;
	/** It begins a wave: everything that arrives before the next one. */
	readonly isWave: boolean;
	/** For a wave: what is announced after it, and how often. */
	readonly brings: readonly { readonly name: string; readonly count: number }[];
};

/** What all cores share, as gauges. Parts that the scenario does not use are undefined. */
export type MachineView = {
	/** Share of the memory bus in use, 0 to 1. */
	readonly bus: number | undefined;
	readonly l3: readonly L3Share[] | undefined;
	readonly locks: readonly LockView[] | undefined;
	/** How many counter updates have been lost, out of all. */
	readonly updates: { readonly lost: number; readonly all: number } | undefined;
	readonly crashes: readonly CrashView[] | undefined;
	readonly deadlines: { readonly late: number; readonly nextS: number | undefined } | undefined;
	/**
	 * Work that waits and its limit. `downInS`: seconds of play until the chip collapses if the backlog stays over
	 * the limit.
	 */
	readonly backlog: BacklogView | undefined;
	/** Where work comes in waves and too much of it brings the chip down. */
	readonly wave: WaveView | undefined;
	/** Announced arrivals, soonest first. */
	readonly coming: readonly ComingView[] | undefined;
	/** Energy used so far, in mJ. */
	readonly energyMj: number | undefined;
	/** Nothing can move any more unless somebody acts. */
	readonly isStuck: boolean;
};

const PJ_PER_MJ = 1e9;
/** Smaller shares of the L3 are invisible. */
const SHARE_MIN = 0.005;

export function viewMachine(chip: ReadonlyChip, uses: ScenarioUses = usesOf(chip.scenario)): MachineView {
	return {
		bus: uses.memory ? chip.memory.busLoad : undefined,
		l3: uses.l3 ? viewL3(chip) : undefined,
		locks: uses.locks ? viewLocks(chip) : undefined,
		updates: uses.counters ? countUpdates(chip) : undefined,
		crashes: uses.crashes ? viewCrashes(chip) : undefined,
		deadlines: uses.deadlines ? viewDeadlines(chip) : undefined,
		...viewRush(chip),
		energyMj: uses.energy ? energyOf(chip, chip.nowNs) / PJ_PER_MJ : undefined,
		isStuck: chip.isStuck,
	};
}

/** When the thread is due, in machine ns; NEVER_NS if it has no deadline. */
export function dueNsOf({ spec, announcedNs }: ReadonlyThread): number {
	return spec.deadlineNs === 0 || announcedNs === NEVER_NS ? NEVER_NS : announcedNs + spec.deadlineNs;
}

function viewL3({ scenario, memory }: ReadonlyChip): L3Share[] {
	const sizeKib = sum(scenario.machine.l3PartitionsKib);
	const kibOf = new Map<number, number>();
	scenario.processes.forEach((_, process) => {
		const data = dataIndex(scenario.processes, process);
		kibOf.set(data, (kibOf.get(data) ?? 0) + numberAt(memory.l3Kib, process));
	});
	return [...kibOf]
		.map(([data, kib]) => ({ data, share: kib / sizeKib }))
		.filter(({ share }) => share > SHARE_MIN);
}

function viewLocks(chip: ReadonlyChip): LockView[] {
	return chip.scenario.locks.map(({ name, stripes }, lock) => {
		const base = numberAt(chip.lockBase, lock);
		const pieces: readonly ReadonlyLock[] = chip.locks.slice(base, base + stripes);
		return {
			lock,
			name,
			owners: pieces.filter(({ owner }) => owner >= 0).map(({ owner }) => coreOf(at(chip.threads, owner))),
			waiters: sumOf(pieces, ({ waiters }) => waiters.length),
		};
	});
}

function coreOf({ state, core }: ReadonlyThread): number {
	return state === "running" || state === "spinning" ? core : -1;
}

function countUpdates({ counters }: ReadonlyChip): { lost: number; all: number } {
	let all = 0;
	let kept = 0;
	for (const { value, updates } of counters) {
		all += updates;
		kept += value;
	}
	return { lost: all - kept, all };
}

function viewCrashes(chip: ReadonlyChip): CrashView[] {
	return chip.scenario.processes.flatMap(({ name }, process) => {
		const dead = chip.threads.filter((thread) => thread.isDead && thread.spec.process === process).length;
		if (dead === 0) return [];
		const timer = chip.timers.find(({ what, id }) => what === "process" && id === process);
		const backInS = timer === undefined ? undefined : (timer.atNs - chip.nowNs) / NS_PER_PLAY_S;
		return [{ process, name, dead, backInS }];
	});
}

/** Counts late threads: finished after their deadline, or unfinished although it has passed. */
function viewDeadlines(chip: ReadonlyChip): { late: number; nextS: number | undefined } {
	let late = 0;
	let nextNs = NEVER_NS;
	for (const thread of chip.threads) {
		const dueNs = dueNsOf(thread);
		if (dueNs === NEVER_NS) continue;
		if (thread.state === "done") {
			if (thread.finishNs > dueNs) late++;
		} else if (chip.nowNs > dueNs) late++;
		else nextNs = Math.min(nextNs, dueNs);
	}
	return { late, nextS: nextNs === NEVER_NS ? undefined : (nextNs - chip.nowNs) / NS_PER_PLAY_S };
}

/** How far ahead arrivals are announced, and how many of them. */
const AHEAD_NS = 8 * NS_PER_PLAY_S;
const COMING_MAX = 3;

function viewRush(chip: ReadonlyChip): Pick<MachineView, "backlog" | "wave" | "coming"> {
	const limit = limitOf(chip);
	const downNs = collapseNs(chip);
	return {
		backlog: limit && {
			workS: backlogOf(chip) / NS_PER_PLAY_S,
			limitS: limit.workNs / NS_PER_PLAY_S,
			downInS: downNs === NEVER_NS ? undefined : Math.max(0, downNs - chip.nowNs) / NS_PER_PLAY_S,
		},
		wave: viewWave(chip),
		coming: viewComing(chip),
	};
}

function viewWave({ scenario: { arrivals, end }, nowNs }: ReadonlyChip): WaveView | undefined {
	const starts = arrivals.flatMap((arrival) =>
		arrival.type === "at" && arrival.wave === true ? [arrival.atNs] : [],
	);
	if (starts.length === 0 || end.type !== "horizon" || end.backlogLimit === undefined) return undefined;
	const { workNs, forNs } = end.backlogLimit;
	return {
		// The first one is announced from the start.
		number: Math.max(1, starts.filter((startNs) => startNs <= nowNs).length),
		all: starts.length,
		leftS: Math.max(0, end.ns - nowNs) / NS_PER_PLAY_S,
		limitS: workNs / NS_PER_PLAY_S,
		overS: forNs / NS_PER_PLAY_S,
	};
}

/** What `later` arrivals announce before the next wave. */
function bringsOf({ arrivals }: Scenario, later: readonly number[]): ComingView["brings"] {
	const counts = new Map<string, number>();
	for (const index of later) {
		const arrival = arrivals[index];
		if (arrival?.type !== "at" || arrival.notice === undefined) continue;
		if (arrival.wave === true) break;
		counts.set(arrival.notice, (counts.get(arrival.notice) ?? 0) + 1);
	}
	return [...counts].map(([kind, count]) => ({ name: kind, count }));
}

function viewComing({ scenario, timed, nextArrival, nowNs }: ReadonlyChip): ComingView[] | undefined {
	const coming: ComingView[] = [];
	for (const index of timed.slice(nextArrival)) {
		const arrival = scenario.arrivals[index];
		if (arrival?.type !== "at" || arrival.atNs > nowNs + AHEAD_NS || coming.length === COMING_MAX) break;
		const { notice, wave: isWave = false } = arrival;
		if (notice !== undefined)
			coming.push({
				name: notice,
				inS: (arrival.atNs - nowNs) / NS_PER_PLAY_S,
				isWave,
				brings: isWave ? bringsOf(scenario, timed.slice(timed.indexOf(index) + 1)) : [],
			});
	}
	return coming.length === 0 ? undefined : coming;
}
