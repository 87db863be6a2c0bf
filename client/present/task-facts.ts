import { at } from "#shared/lib/assert.ts";
import { NEVER_NS, NS_PER_PLAY_S } from "#shared/lib/units.ts";
import { bottomLevelNs, followersInLine } from "#shared/sim/chip/bottom-level.ts";
import type { ReadonlyChip, ReadonlyThread } from "#shared/sim/chip/chip.ts";
import { originalOf, workOf } from "#shared/sim/chip/jobs.ts";
import type { ProgramPhase, Scenario, ThreadSpec } from "#shared/sim/scenario/scenario.ts";
import { handOutNs } from "./hand-out.ts";
import { dueNsOf } from "./machine-view.ts";

/** One of the ways in which a task may do its work. */
export type WayView = { readonly name: string; readonly lengthS: number };

/** Items that a task does or hands out: how many, how long each is, and which abilities their cores need. */
type ItemsView = { readonly count: number; readonly eachS: number; readonly needs: readonly string[] };

/** What matters about a task besides its length. */
export type TaskFacts = {
	/** Its ways, its own first; empty if it has no choice. */
	readonly ways: readonly WayView[];
	readonly way: number;
	/** It has not started yet, so that another way may be chosen. */
	readonly mayChoose: boolean;
	/** Seconds of play until its deadline, negative if it is late; undefined if it has none. */
	readonly dueS: number | undefined;
	/** Higher is more urgent; undefined if all tasks have the same priority. */
	readonly priority: number | undefined;
	/** Probability that it crashes its whole process. */
	readonly crashChance: number;
	/** Bytes that it sends to others. */
	readonly bytes: number;
	/** Ability that its core must have; "" if any core will do. */
	readonly needs: string;
	/** undefined if it is not made of items. */
	readonly items: ItemsView | undefined;
	/** Tasks in a line that wait for it, and how long that line takes; count 0 if there is none. */
	readonly followers: { readonly count: number; readonly lengthS: number };
	/** Names of the locks that it takes, in order. */
	readonly locks: readonly string[];
};

export function factsOf(chip: ReadonlyChip, thread: ReadonlyThread, way = thread.way): TaskFacts {
	const { scenario } = chip;
	const original = originalOf(chip, thread);
	const { program } = way === 0 ? original : (original.ways[way - 1] ?? original);
	return {
		ways: waysOf(original, thread.scale),
		way,
		mayChoose: original.ways.length > 0 && thread.startNs === NEVER_NS,
		dueS: dueSOf(chip, thread),
		priority: hasPriorities(scenario) ? thread.spec.priority : undefined,
		crashChance: crashChanceOf(program),
		bytes: bytesOf(program),
		needs: original.needs,
		items: itemsOf(scenario, original),
		followers: {
			count: followersInLine(chip, thread),
			lengthS: (bottomLevelNs(chip, thread) - thread.workNs) / NS_PER_PLAY_S,
		},
		locks: lockNames(scenario, program),
	};
}

/** Seconds of play until the thread's deadline, negative if it is late; undefined without a thread or a deadline. */
export function dueSOf({ nowNs }: ReadonlyChip, thread: ReadonlyThread | undefined): number | undefined {
	const dueNs = thread === undefined ? NEVER_NS : dueNsOf(thread);
	return dueNs === NEVER_NS ? undefined : (dueNs - nowNs) / NS_PER_PLAY_S;
}

function waysOf({ wayName, program, ways }: ThreadSpec, scale: number): WayView[] {
	if (ways.length === 0) return [];
	return [{ name: wayName, program }, ...ways].map((way) => ({
		name: way.name,
		lengthS: (workOf(way.program) * scale + handOutNs(way.program)) / NS_PER_PLAY_S,
	}));
}

function itemsOf(scenario: Scenario, { items, needs, program }: ThreadSpec): ItemsView | undefined {
	if (items === undefined) return undefined;
	const handedOut = program.flatMap((phase) =>
		phase.type === "delegate" ? at(scenario.jobs, phase.job).threads.map((thread) => thread.needs) : [],
	);
	const all = handedOut.length > 0 ? handedOut : [needs];
	return {
		count: items.count,
		eachS: items.eachNs / NS_PER_PLAY_S,
		needs: [...new Set(all)].filter((need) => need !== ""),
	};
}

const priorities = new WeakMap<Scenario, boolean>();

function hasPriorities(scenario: Scenario): boolean {
	let differ = priorities.get(scenario);
	if (differ === undefined) {
		const all = scenario.jobs.flatMap(({ threads }) => threads.map(({ priority }) => priority));
		differ = new Set(all).size > 1;
		priorities.set(scenario, differ);
	}
	return differ;
}

/** Probability of at least one of the program's possible crashes. */
function crashChanceOf(program: readonly ProgramPhase[]): number {
	let survives = 1;
	for (const phase of program) if (phase.type === "crash") survives *= 1 - phase.chance;
	return 1 - survives;
}

function bytesOf(program: readonly ProgramPhase[]): number {
	return program.reduce(
		(sum, phase, index) => (phase.type === "send" ? sum + phase.bytes * timesOf(program, index) : sum),
		0,
	);
}

/** How often a phase runs: the product of the loops around it. An endless loop counts once. */
function timesOf(program: readonly ProgramPhase[], index: number): number {
	return program.reduce(
		(times, phase, place) =>
			phase.type === "repeat" && place > index && phase.from <= index
				? times * Math.max(1, phase.times)
				: times,
		1,
	);
}

function lockNames({ locks }: Scenario, program: readonly ProgramPhase[]): string[] {
	const names = new Set<string>();
	for (const phase of program) if (phase.type === "lock") names.add(at(locks, phase.lock).name);
	return [...names];
}
