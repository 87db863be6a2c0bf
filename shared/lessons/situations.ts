import { at, numberAt } from "../lib/assert.ts";
import { NEVER_NS, NS_PER_PLAY_S } from "../lib/units.ts";
import { backlogNs } from "../policies/parts/observations.ts";
import {
	NOWHERE,
	type ReadonlyChip,
	type ReadonlyCore,
	type ReadonlyThread,
	SHARED,
} from "../sim/chip/chip.ts";
import type { ChipEvent } from "../sim/chip/event.ts";
import { mayRun } from "../sim/chip/may-run.ts";
import type { Occasion, Situation } from "./concept.ts";

/** Situations that concepts are built from. If all options are equally good, there is no situation. */

/** Key by which two tasks are alike: the name of their data, or their process. */
export type Likeness = (thread: ReadonlyThread) => string | number;
/** Tasks are alike if they work on data of the same name. */
export const byName: Likeness = ({ spec }) => spec.name;
/** Tasks are alike if they belong to the same process. */
export const byProcess: Likeness = ({ spec }) => spec.process;

/** Backlogs that differ by less count as equal. */
export const EVEN_NS = 0.5 * NS_PER_PLAY_S;

/**
 * The scheduler deals a packet when some cores already have something alike: good if dealt to one of them,
 * unless it would wait more than `worthNs` longer there than elsewhere.
 */
export function dealtTogether(alike: Likeness, worthNs: number): Situation {
	return (chip, event) => {
		const waits = waitsBefore(chip, event);
		return dealing(
			chip,
			event,
			(packet, core) => numberAt(waits, core.id) <= worthNs && holdsAlike(chip, core, packet, alike),
		);
	};
}

/** The scheduler deals a packet: good if it waits at most `evenNs` longer there than on the least loaded core. */
export function dealtEvenly(evenNs: number = EVEN_NS): Situation {
	return (chip, event) => {
		const waits = waitsBefore(chip, event);
		return dealing(chip, event, (_, core) => numberAt(waits, core.id) <= evenNs);
	};
}

/** Whichever of two situations the event settles: one of the scheduler and one of a core, for example. */
export function eitherOf(one: Situation, other: Situation): Situation {
	return (chip, event) => one(chip, event) ?? other(chip, event);
}

/** A core starts a task and had a choice: good if it is like the core's last one. */
export function startedAlike(alike: Likeness): Situation {
	return (chip, event) =>
		starting(chip, event, (thread, core) => {
			const last = chip.threads[core.lastThread];
			return last !== undefined && alike(last) === alike(thread);
		});
}

/** A core starts a task and had a choice: good if no other core works on something alike. */
export function startedApart(alike: Likeness): Situation {
	return (chip, event) => starting(chip, event, (thread, core) => !isElsewhere(chip, core.id, thread, alike));
}

/** A core starts a task and had a choice: good if `rank` is least for it. */
export function startedBy(rank: (thread: ReadonlyThread, chip: ReadonlyChip) => number): Situation {
	return (chip, event) => {
		const options = optionsOf(chip, event);
		if (options === undefined) return undefined;
		const least = Math.min(...options.threads.map((thread) => rank(thread, chip)));
		return starting(chip, event, (thread) => rank(thread, chip) <= least);
	};
}

/**
 * Somebody takes a task out of the shared queue for a core and had a choice: good if `rank` is least for it
 * among those the core may run; it may depend on the core.
 */
export function takenBy(
	rank: (thread: ReadonlyThread, chip: ReadonlyChip, core: ReadonlyCore) => number,
): Situation {
	return (chip, event) => {
		const taken = takenFrom(chip, event);
		if (taken === undefined) return undefined;
		const core = at(chip.cores, taken.core);
		const others = chip.shared.map((id) => at(chip.threads, id)).filter((thread) => mayRun(core, thread));
		const ranks = [...others, taken.thread].map((thread) => rank(thread, chip, core));
		const least = Math.min(...ranks);
		const good = ranks.filter((value) => value === least).length;
		if (good === ranks.length) return undefined;
		return { seat: taken.seat, took: rank(taken.thread, chip, core) === least, chance: good / ranks.length };
	};
}

/** Ways by number: those to choose among, and those of them that suit the task now. */
export type Ways = { readonly among: readonly number[]; readonly good: readonly number[] };

/**
 * A core starts a task that has several ways. `waysFor` returns which suit it now, or undefined if it cannot be
 * said.
 */
export function startedInWay(
	waysFor: (chip: ReadonlyChip, core: number, thread: ReadonlyThread) => Ways | undefined,
): Situation {
	return (chip, event) => {
		const thread = firstStart(chip, event);
		if (thread === undefined || thread.spec.ways.length === 0) return undefined;
		const ways = waysFor(chip, thread.core, thread);
		if (ways === undefined || !ways.among.includes(thread.way)) return undefined;
		const { among, good } = ways;
		if (good.length === 0 || good.length >= among.length) return undefined;
		const share = good.length / among.length;
		// The first way is also the default, so a player who chooses only half of the time ends up with it more
		// often.
		const chance = good.includes(0) ? (1 + share) / 2 : share;
		return { seat: thread.core + 1, took: good.includes(thread.way), chance };
	};
}

/** All ways of the thread; good are those for which `suits` holds. */
export function waysThat(thread: ReadonlyThread, suits: (way: number) => boolean): Ways {
	const among = [0, ...thread.spec.ways.map((_, index) => index + 1)];
	return { among, good: among.filter(suits) };
}

/** Whether another core runs something alike. */
export function isElsewhere(
	chip: ReadonlyChip,
	core: number,
	thread: ReadonlyThread,
	alike: Likeness,
): boolean {
	return chip.cores.some((other) => {
		const rival = chip.threads[other.thread];
		return other.id !== core && rival !== undefined && alike(rival) === alike(thread);
	});
}

/** The task taken out of the shared queue, by planning it or by starting it unplanned. */
function takenFrom(chip: ReadonlyChip, event: ChipEvent): Taken | undefined {
	if (event.type === "planned" && event.from === SHARED)
		return { seat: event.seat, core: event.core, thread: at(chip.threads, event.thread) };
	if (event.type !== "started") return undefined;
	const thread = at(chip.threads, event.thread);
	return thread.from === SHARED ? { seat: event.core + 1, core: event.core, thread } : undefined;
}

type Taken = { readonly seat: number; readonly core: number; readonly thread: ReadonlyThread };

type Dealt = { readonly core: number; readonly packet: ReadonlyThread };

/** The packet of which the scheduler has just moved the first task out of the shared queue. */
function dealtPacket(chip: ReadonlyChip, event: ChipEvent): Dealt | undefined {
	if (event.type !== "planned" || event.seat !== 0 || event.from !== SHARED) return undefined;
	const packet = at(chip.threads, event.thread);
	const others = at(chip.jobs, packet.job).threads.filter((id) => id !== packet.id);
	if (others.some((id) => ![SHARED, NOWHERE].includes(at(chip.threads, id).queue))) return undefined;
	return { core: event.core, packet };
}

/** How much longer a packet would wait on each core than on the least loaded one, before it was dealt. */
function waitsBefore(chip: ReadonlyChip, event: ChipEvent): readonly number[] {
	const dealt = dealtPacket(chip, event);
	if (dealt === undefined) return [];
	const loads = chip.cores.map(
		({ id }) => backlogNs(chip, id) - (id === dealt.core ? dealt.packet.workNs : 0),
	);
	const least = Math.min(...loads);
	return loads.map((load) => load - least);
}

function holdsAlike(
	chip: ReadonlyChip,
	core: ReadonlyCore,
	packet: ReadonlyThread,
	alike: Likeness,
): boolean {
	return [core.thread, ...core.queue].some((id) => {
		const thread = chip.threads[id];
		return thread !== undefined && thread.job !== packet.job && alike(thread) === alike(packet);
	});
}

function dealing(
	chip: ReadonlyChip,
	event: ChipEvent,
	isGood: (packet: ReadonlyThread, core: ReadonlyCore) => boolean,
): Occasion | undefined {
	const dealt = dealtPacket(chip, event);
	if (dealt === undefined) return undefined;
	const size = 1 + chip.shared.filter((id) => at(chip.threads, id).job === dealt.packet.job).length;
	const cores = chip.cores.filter(
		(core) =>
			mayRun(core, dealt.packet) &&
			(core.id === dealt.core || core.queue.length + size <= chip.scenario.runQueueMax),
	);
	const good = cores.filter((core) => isGood(dealt.packet, core));
	if (good.length === 0 || good.length === cores.length) return undefined;
	return { seat: 0, took: good.some(({ id }) => id === dealt.core), chance: good.length / cores.length };
}

/** The task, if the event is its first start. */
function firstStart(chip: ReadonlyChip, event: ChipEvent): ReadonlyThread | undefined {
	if (event.type !== "started") return undefined;
	const thread = at(chip.threads, event.thread);
	return thread.startNs === NEVER_NS ? thread : undefined;
}

/** What the core could have started: the task it started, first, and those ready in the same queue. */
function optionsOf(
	chip: ReadonlyChip,
	event: ChipEvent,
): { core: ReadonlyCore; threads: ReadonlyThread[] } | undefined {
	const started = firstStart(chip, event);
	if (started === undefined || event.type !== "started") return undefined;
	const core = at(chip.cores, event.core);
	const waiting = started.from === SHARED ? chip.shared : core.queue;
	const others = waiting.map((id) => at(chip.threads, id)).filter(({ state }) => state === "ready");
	return { core, threads: [started, ...others] };
}

function starting(
	chip: ReadonlyChip,
	event: ChipEvent,
	isGood: (thread: ReadonlyThread, core: ReadonlyCore) => boolean,
): Occasion | undefined {
	const options = optionsOf(chip, event);
	const started = options?.threads[0];
	if (options === undefined || started === undefined) return undefined;
	const good = options.threads.filter((thread) => isGood(thread, options.core));
	if (good.length === 0 || good.length === options.threads.length) return undefined;
	return {
		seat: options.core.id + 1,
		took: good.includes(started),
		chance: good.length / options.threads.length,
	};
}
