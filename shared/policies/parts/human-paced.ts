import { at } from "../../lib/assert.ts";
import { NEVER_NS } from "../../lib/units.ts";
import { NONE, type ReadonlyChip, type ReadonlyThread } from "../../sim/chip/chip.ts";
import type { Command } from "../../sim/chip/command.ts";
import { mayRun } from "../../sim/chip/may-run.ts";
import type { Chance, Policy } from "../../sim/chip/policy.ts";
import { mayCoreTake } from "../../sim/chip/undealt.ts";
import { type Act, actOf } from "./act.ts";
import { firstOf } from "./candidates.ts";
import { becauseOf } from "./human-paced-reasons.ts";
import { packetOf, waysOf } from "./observations.ts";

/**
 * How a player plays a lesson, as a few rules. Each depends on the chip alone. An omitted rule leaves things as
 * they are: packets wait, queues keep their order, tasks their way, modes their setting.
 */
export type DecisionRules = {
	/** The core that gets the packet (a job whose threads are in the shared queue), or -1 to let it wait. */
	readonly deal?: (chip: ReadonlyChip, packet: readonly ReadonlyThread[], chance: Chance) => number;
	/** The way that goes with the deal for all tasks of the packet; undefined: each stays as it is. */
	readonly dealtWay?: (
		chip: ReadonlyChip,
		core: number,
		packet: readonly ReadonlyThread[],
	) => number | undefined;
	/**
	 * Rank by which a core with room in its plan takes from the shared queue, least first; for lessons without
	 * dealing. Infinity: not at all.
	 */
	readonly take?: (chip: ReadonlyChip, core: number, thread: ReadonlyThread) => number;
	/** Number of tasks that a core takes ahead [1]. */
	readonly ahead?: number;
	/** Rank by which core `core` runs what waits in its queue, least first. */
	readonly rank?: (chip: ReadonlyChip, core: number, thread: ReadonlyThread) => number;
	/** The way in which the thread should be done on that core. */
	readonly way?: (chip: ReadonlyChip, core: number, thread: ReadonlyThread, chance: Chance) => number;
	/** The waiting task that the scheduler now moves to the end of another core's queue, if any. */
	readonly move?: (chip: ReadonlyChip, chance: Chance) => Move | undefined;
	/** The neighbour whose last waiting task the core now steals, or -1. */
	readonly steal?: (chip: ReadonlyChip, core: number, chance: Chance) => number;
	/** What the seat wants before anything else, most important first; each one may want nothing. */
	readonly modes?: readonly Wish[];
	/** Whether asking for batches is among what the seats want; otherwise cores without work ask by themselves. */
	readonly asks?: boolean;
	/** What the seat wants when there is nothing else to do, most important first. */
	readonly atLeisure?: readonly Wish[];
	/** Whether a core without work takes the thread from the shared queue by itself [always]. */
	readonly takesAlone?: (chip: ReadonlyChip, core: number, thread: ReadonlyThread) => boolean;
};

/** A command that the seat wants to give now, if any: of the same act whenever it wants something. */
export type Wish = (chip: ReadonlyChip, seat: number, chance: Chance) => Command | undefined;

/** A policy made of rules, which can be played without some of its acts. */
export type HumanPaced = Policy & { readonly rules: DecisionRules; readonly allows: Allows };

/** Whether the seat may do that at all. */
export type Allows = (act: Act, seat: number) => boolean;

/** A thread, and the core that gets it. */
export type Move = { readonly thread: number; readonly core: number };

/** Tasks at the head of its queue that a core considers. */
const LOOKS_AHEAD = 3;

/** Tasks that a core taking for itself plans ahead, by default. */
const PLANS_AHEAD = 1;

/**
 * A policy that plays like a person: one act per look; the scheduler deals packets, the cores order their
 * queues and choose ways. A core without work takes the first task of the shared queue. What a seat may not do
 * (`allows`) it does not wish for either, and does the next thing instead.
 */
export function createHumanPaced(id: string, rules: DecisionRules, allows: Allows = anything): HumanPaced {
	return { ...createPlayer(id, rules, allows), standIn: createPlayer(id, rules, handsOut) };
}

function createPlayer(id: string, rules: DecisionRules, allows: Allows): HumanPaced {
	const { takesAlone, asks = false, modes = [], atLeisure = [] } = rules;
	const schedulers = [...modes, ...schedulersWishes(rules), ...atLeisure];
	const cores = [...modes, ...coresWishes(rules), ...atLeisure];
	return {
		id,
		rules,
		allows,
		// Only a core without anything else takes what waits for the scheduler.
		pick: (chip, core, ahead) => {
			if (ahead && at(chip.cores, core).activity !== "idle") return NONE;
			const ids = takesAlone
				? chip.shared.filter((thread) => takesAlone(chip, core, at(chip.threads, thread)))
				: chip.shared;
			return firstOf(chip, core, ids, false);
		},
		place: () => NONE,
		asks,
		slices: true,
		reason: becauseOf(id),
		act: (chip, seat, chance) => {
			for (const wish of seat === 0 ? schedulers : cores) {
				const wanted = wish(chip, seat, chance);
				if (wanted !== undefined && allows(actOf(chip, seat, wanted), seat))
					return wanted.type === "deal" && !allows("choose", seat) ? withoutWay(wanted) : wanted;
			}
			return undefined;
		},
	};
}

/** The policy where seats may also do only what `allows` says. */
export function restricted({ id, rules, allows: before }: HumanPaced, allows: Allows): HumanPaced {
	return createHumanPaced(id, rules, (act, seat) => before(act, seat) && allows(act, seat));
}

/** Whether the policy is made of rules. */
export function isHumanPaced(policy: Policy): policy is HumanPaced {
	return "rules" in policy;
}

function anything(): boolean {
	return true;
}

/** All that a stand-in does: it deals what waits, and takes or asks for what its core then starts. */
function handsOut(act: Act): boolean {
	return act === "deal" || act === "take" || act === "ask";
}

function schedulersWishes(rules: DecisionRules): Wish[] {
	return [
		(chip, _seat, chance) => dealNext(chip, rules, chance),
		(chip, _seat, chance) => moveOne(chip, rules, chance),
	];
}

function coresWishes(rules: DecisionRules): Wish[] {
	return [
		(chip, seat, chance) => stealOne(chip, seat - 1, rules, chance),
		(chip, seat) => putInPlace(chip, seat - 1, rules, 0),
		(chip, seat, chance) => chooseWay(chip, seat - 1, at(chip.cores, seat - 1).queue, rules, chance),
		(chip, seat) => takeAhead(chip, seat - 1, at(chip.cores, seat - 1).queue, rules),
		// The next task is decided: a player that looks seldom plans further ahead.
		(chip, seat) => putLater(chip, seat - 1, rules),
	];
}

function moveOne(chip: ReadonlyChip, { move }: DecisionRules, chance: Chance): Command | undefined {
	const moved = move?.(chip, chance);
	return moved && { type: "plan", ...moved, position: at(chip.cores, moved.core).queue.length };
}

/** Deals the first packet for which the rule names a core. */
function dealNext(
	chip: ReadonlyChip,
	{ deal, dealtWay }: DecisionRules,
	chance: Chance,
): Command | undefined {
	if (deal === undefined) return undefined;
	let lastJob = NONE;
	for (const id of chip.shared) {
		const { job } = at(chip.threads, id);
		if (job === lastJob) continue;
		lastJob = job;
		const packet = packetOf(chip, job);
		const core = deal(chip, packet, chance);
		if (core < 0) continue;
		const way = dealtWay?.(chip, core, packet);
		return way === undefined ? { type: "deal", job, core } : { type: "deal", job, core, way };
	}
	return undefined;
}

/** Who may choose no way leaves the packet's tasks as they are. */
function withoutWay({ type, job, core }: Extract<Command, { readonly type: "deal" }>): Command {
	return { type, job, core };
}

function putLater(chip: ReadonlyChip, core: number, rules: DecisionRules): Command | undefined {
	for (let position = 1; position < LOOKS_AHEAD; position++) {
		const later = putInPlace(chip, core, rules, position);
		if (later !== undefined) return later;
	}
	return undefined;
}

function stealOne(
	chip: ReadonlyChip,
	core: number,
	{ steal }: DecisionRules,
	chance: Chance,
): Command | undefined {
	const from = steal?.(chip, core, chance) ?? NONE;
	return from < 0 ? undefined : { type: "steal", from };
}

function takeAhead(
	chip: ReadonlyChip,
	core: number,
	queue: readonly number[],
	{ take, ahead = PLANS_AHEAD }: DecisionRules,
): Command | undefined {
	if (take === undefined || queue.length >= ahead) return undefined;
	let best: ReadonlyThread | undefined;
	let least = Number.POSITIVE_INFINITY;
	for (const id of chip.shared) {
		const thread = at(chip.threads, id);
		const value = mayTake(chip, core, thread) ? take(chip, core, thread) : Number.POSITIVE_INFINITY;
		if (value >= least) continue;
		best = thread;
		least = value;
	}
	return best === undefined ? undefined : { type: "plan", thread: best.id, core, position: queue.length };
}

function mayTake(chip: ReadonlyChip, core: number, thread: ReadonlyThread): boolean {
	const runner = at(chip.cores, core);
	return mayRun(runner, thread) && mayCoreTake(chip, runner, thread);
}

/** Moves the thread that should run at that place of the core's queue there. */
function putInPlace(
	chip: ReadonlyChip,
	core: number,
	{ rank }: DecisionRules,
	position: number,
): Command | undefined {
	// With slices the queue keeps the order of turns: otherwise a spinner might be moved to the front again and
	// again.
	if (rank === undefined || chip.quantumNs > 0) return undefined;
	const { queue } = at(chip.cores, core);
	const thread = soonest(chip, core, queue.slice(position), rank);
	return thread === NONE || thread === queue[position] ? undefined : { type: "plan", thread, core, position };
}

/** The ready thread with the least rank; the first of equals; NONE if none is ready. */
function soonest(
	chip: ReadonlyChip,
	core: number,
	queue: readonly number[],
	rank: NonNullable<DecisionRules["rank"]>,
): number {
	let best = NONE;
	let least = Number.POSITIVE_INFINITY;
	for (const id of queue) {
		const thread = at(chip.threads, id);
		if (thread.state !== "ready") continue;
		const value = rank(chip, core, thread);
		if (value >= least) continue;
		best = id;
		least = value;
	}
	return best;
}

function chooseWay(
	chip: ReadonlyChip,
	core: number,
	queue: readonly number[],
	{ way }: DecisionRules,
	chance: Chance,
): Command | undefined {
	if (way === undefined) return undefined;
	for (const id of queue.slice(0, LOOKS_AHEAD)) {
		const thread = at(chip.threads, id);
		if (waysOf(thread) < 2 || thread.startNs !== NEVER_NS) continue;
		const wanted = way(chip, core, thread, chance);
		if (wanted !== thread.way) return { type: "choose", thread: id, way: wanted };
	}
	return undefined;
}
