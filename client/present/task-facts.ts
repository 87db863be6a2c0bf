import { at } from "#shared/lib/assert.ts";
import { NEVER_NS, NS_PER_PLAY_S } from "#shared/lib/units.ts";
import type { ReadonlyChip, ReadonlyThread } from "#shared/sim/chip/chip.ts";
import { originalOf, workOf } from "#shared/sim/chip/jobs.ts";
import type { ProgramPhase, Scenario, ThreadSpec } from "#shared/sim/scenario/scenario.ts";
import { handOutNs } from "./hand-out.ts";
import { dueNsOf } from "./machine-view.ts";

/** One of the ways in which a task may do its work. */
type WayView = { readonly name: string; readonly lengthS: number };

/** Items that a task does or hands out: how many, how long each is, and what cores must be able to do for them. */
type ItemsView = { readonly count: number; readonly eachS: number; readonly needs: readonly string[] };

/** What else than its length matters for what is done with a task. */
export type TaskFacts = {
	/** Its ways, the first being its own; none where there is no choice. */
	readonly ways: readonly WayView[];
	readonly way: number;
	/** It has not started yet, so another way may be chosen. */
	readonly mayChoose: boolean;
	/** Seconds of play until it should be done, negative when it is late; undefined where it has no deadline. */
	readonly dueS: number | undefined;
	/** Where tasks differ in it; more is more urgent. */
	readonly priority: number | undefined;
	/** Probability that it takes its whole process with it. */
	readonly crashChance: number;
	/** What it sends to others. */
	readonly bytes: number;
	/** What its core must be able to do; "" if any will do. */
	readonly needs: string;
	/** Undefined where it is one piece. */
	readonly items: ItemsView | undefined;
	/** Names of the locks that it takes, in order. */
	readonly locks: readonly string[];
};

export function factsOf(chip: ReadonlyChip, thread: ReadonlyThread, way = thread.way): TaskFacts {
	const { scenario, nowNs } = chip;
	const original = originalOf(chip, thread);
	const { program } = way === 0 ? original : (original.ways[way - 1] ?? original);
	const dueNs = dueNsOf(thread);
	return {
		ways: waysOf(original, thread.scale),
		way,
		mayChoose: original.ways.length > 0 && thread.startNs === NEVER_NS,
		dueS: dueNs === NEVER_NS ? undefined : (dueNs - nowNs) / NS_PER_PLAY_S,
		priority: hasPriorities(scenario) ? thread.spec.priority : undefined,
		crashChance: crashChanceOf(program),
		bytes: bytesOf(program),
		needs: original.needs,
		items: itemsOf(scenario, original),
		locks: lockNames(scenario, program),
	};
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

/** At least one crash of those that it may come by. */
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

/** How often a phase is done: loops around it multiply. One without end counts once. */
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
