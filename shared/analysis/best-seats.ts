import { at, numberAt } from "../lib/assert.ts";
import { createChance } from "../lib/random.ts";
import { advance } from "../sim/advance.ts";
import type { Chip, ReadonlyChip } from "../sim/chip/chip.ts";
import { cloneChip } from "../sim/chip/clone.ts";
import type { Command } from "../sim/chip/command.ts";
import type { Chance, Policy } from "../sim/chip/policy.ts";
import { isSameCommand } from "../sim/chip/same-command.ts";
import { createChip } from "../sim/create-chip.ts";
import type { Scenario } from "../sim/scenario/scenario.ts";
import { optionsOf } from "./options-of.ts";
import type { Actions } from "./plan.ts";

/** What a search at human pace looks for. */
export type SeatsSearch = {
	readonly scenario: Scenario;
	/** 32-bit unsigned. */
	readonly seed: number;
	/** Time to simulate; a scenario that ends earlier is over then. */
	readonly timeNs: number;
	/** Cost of a chip at its end, to be minimised. */
	readonly costOf: (chip: ReadonlyChip) => number;
	/** Kinds of command that the seats may give. */
	readonly actions: Actions;
	/** Plays the seats that are not held. */
	readonly others: Policy;
	/** Seats whose best play is sought: 0 the scheduler, k core k - 1. */
	readonly held: readonly number[];
	/** Where the search starts from. */
	readonly policies: readonly Policy[];
	/** Simulated rounds, parts of rounds counted as such. */
	readonly simulations: number;
};

/** The best play that a search has found. */
export type BestSeats = {
	readonly cost: number;
	/** Id of the policy in all held seats, or "plan" if something else is better. */
	readonly policy: string;
	/** The chip at its end. */
	readonly chip: Chip;
	/** The same chip at time 0, to be played once more. */
	readonly open: () => Chip;
};

/** How one seat is played: by which policy from when on, and what it does otherwise than that policy. */
type SeatScript = {
	readonly stretches: readonly { readonly sinceNs: number; readonly policy: Policy }[];
	/** By time of the look; undefined: nothing. */
	readonly acts: ReadonlyMap<number, Command | undefined>;
};
type Script = readonly SeatScript[];

/** Chips from which changed rounds branch off. */
const BRANCHES = 12;
/** Draws of a change that come to nothing are repeated this many times. */
const DRAWS_MAX = 8;

/**
 * Searches for the best play of the held seats at human pace: every seat decides at its looks, as bots do, the others by
 * their policy. It starts from the policies, in all held seats and mixed, and goes on from the best of these by changing
 * one thing at a time: another act at a look, of any kind that is allowed, none, or the policy's own again, or another
 * policy from some time on. A change is simulated from there on only. Deterministic in its arguments.
 */
export function findBestSeats(search: SeatsSearch): BestSeats {
	const { policies, others, held, costOf, timeNs, seed } = search;
	const chance = createChance(seed, PURPOSE);
	let left = search.simulations;
	let play: Script = Array.from({ length: search.scenario.machine.cores.length + 1 }, () => playedBy(others));
	const run = (tried: Script): { cost: number; chip: Chip } => {
		const chip = open(search, tried);
		advance(chip, timeNs);
		left--;
		return { cost: costOf(chip), chip };
	};
	let best = { ...run(play), policy: others.id };
	const consider = (tried: Script, policy: string): void => {
		const found = run(tried);
		if (found.cost >= best.cost) return;
		best = { ...found, policy };
		play = tried;
	};
	if (held.length > 0) {
		const able = policies.filter((policy) => policy !== others && mayPlay(policy, held));
		for (const policy of able) consider(withSeats(play, held, playedBy(policy)), policy.id);
		if (held.length > 1)
			for (const seat of held)
				for (const policy of [others, ...able])
					if (left > search.simulations / 2 && at(at(play, seat).stretches, 0).policy !== policy)
						consider(withSeats(play, [seat], playedBy(policy)), PLAN);
		improve();
	}
	const found = play;
	return { ...best, open: () => open(search, found) };

	function improve(): void {
		const lastedNs = Math.min(timeNs, best.chip.nowNs);
		let branches: Branch[] = [];
		const branchOff = (from: number): void => {
			const chip = from === 0 ? open(search, play) : rebased(at(branches, from).chip, play);
			branches = branches.slice(0, from);
			for (let branch = from; branch < BRANCHES; branch++) {
				advance(chip, Math.floor((branch * lastedNs) / BRANCHES));
				branches.push({ chip: cloneChip(chip) });
			}
		};
		branchOff(0);
		while (left > 0) {
			const from = chance(BRANCHES);
			left -= 1 - from / BRANCHES;
			const changed = change(search, at(branches, from).chip, play, lastedNs, chance);
			if (changed === undefined) continue;
			const { chip } = changed;
			advance(chip, timeNs);
			const cost = costOf(chip);
			if (cost >= best.cost) continue;
			best = { cost, chip, policy: PLAN };
			play = changed.play;
			left -= 1 - from / BRANCHES;
			branchOff(from);
		}
	}
}

type Branch = { readonly chip: Chip };

/** What the search calls a play that no policy has made. */
const PLAN = "plan";
const PURPOSE = 7;

/**
 * A random change of the play from the branch's time on, and the chip just before it takes effect; undefined if the
 * draws come to nothing.
 */
function change(
	search: SeatsSearch,
	branch: ReadonlyChip,
	play: Script,
	lastedNs: number,
	chance: Chance,
): { readonly play: Script; readonly chip: Chip } | undefined {
	const seat = numberAt(search.held, chance(search.held.length));
	const chip = cloneChip(branch);
	const own = at(chip.seats, seat);
	// The look at which something changes.
	const looks = Math.ceil(lastedNs / BRANCHES / own.lookMeanNs);
	for (let look = chance(looks); look > 0; look--) advance(chip, own.nextActNs);
	const atNs = own.nextActNs;
	if (chip.finished || atNs >= search.timeNs) return undefined;
	advance(chip, atNs - 1);
	const changed = changeSeat(search, chip, seat, at(play, seat), atNs, chance);
	if (changed === undefined) return undefined;
	const next = withSeats(play, [seat], changed);
	return { play: next, chip: rebased(chip, next) };
}

function changeSeat(
	{ actions, policies, held }: SeatsSearch,
	chip: ReadonlyChip,
	seat: number,
	{ stretches, acts }: SeatScript,
	atNs: number,
	chance: Chance,
): SeatScript | undefined {
	const present = at(
		stretches,
		stretches.length - 1 - stretches.toReversed().findIndex(({ sinceNs }) => sinceNs <= atNs),
	);
	for (let draw = 0; draw < DRAWS_MAX; draw++) {
		const kind = chance(4);
		if (kind === 0) {
			const policy = policies[chance(policies.length)];
			if (policy === undefined || policy === present.policy || !mayPlay(policy, held)) continue;
			const others = stretches.filter(({ sinceNs }) => sinceNs !== atNs);
			const changed = [...others, { sinceNs: atNs, policy }].sort(
				(one, other) => one.sinceNs - other.sinceNs,
			);
			return { stretches: changed, acts };
		}
		if (kind === 1 && acts.has(atNs)) {
			const without = new Map(acts);
			without.delete(atNs);
			return { stretches, acts: without };
		}
		const command = kind === 1 ? undefined : drawAct(chip, seat, actions, chance);
		if (kind > 1 && command === undefined) continue;
		const would = acts.has(atNs) ? acts.get(atNs) : present.policy.act?.(chip, seat, () => 0);
		if (would === command || (would !== undefined && command !== undefined && isSameCommand(would, command)))
			continue;
		return { stretches, acts: new Map(acts).set(atNs, command) };
	}
	return undefined;
}

/** A random one of the commands of a random kind that the seat may give now; undefined if there is none of that kind. */
function drawAct(chip: ReadonlyChip, seat: number, actions: Actions, chance: Chance): Command | undefined {
	const allowed = seat === 0 ? actions.scheduler : actions.core;
	const type = allowed[chance(allowed.length)];
	if (type === undefined) return undefined;
	const options = optionsOf(chip, seat, { ...actions, scheduler: [type], core: [type] });
	return options.length === 0 ? undefined : options[chance(options.length)];
}

/** At the scheduler's seat only a policy that acts keeps a person's pace: others place everything at once. */
function mayPlay(policy: Policy, held: readonly number[]): boolean {
	return policy.act !== undefined || !held.includes(0);
}

function playedBy(policy: Policy): SeatScript {
	return { stretches: [{ sinceNs: 0, policy }], acts: new Map() };
}

function withSeats(play: Script, seats: readonly number[], played: SeatScript): Script {
	return play.map((before, seat) => (seats.includes(seat) ? played : before));
}

function open({ scenario, seed }: SeatsSearch, play: Script): Chip {
	const seats = play.map((seat) => ({ driver: "bot" as const, policy: policyOf(seat) }));
	return createChip({ scenario, seed, seats, pace: "human" });
}

/** A copy of the chip that goes on by that play. */
function rebased(chip: ReadonlyChip, play: Script): Chip {
	const copy = cloneChip(chip);
	for (const seat of copy.seats) seat.policy = policyOf(at(play, seat.id));
	return copy;
}

function policyOf({ stretches, acts }: SeatScript): Policy {
	const first = at(stretches, 0).policy;
	if (stretches.length === 1 && acts.size === 0) return first;
	const present = (nowNs: number): Policy => {
		let policy = first;
		for (const stretch of stretches) if (stretch.sinceNs <= nowNs) policy = stretch.policy;
		return policy;
	};
	return {
		...first,
		id: PLAN,
		pick: (chip, core, ahead, chance) => present(chip.nowNs).pick(chip, core, ahead, chance),
		act: (chip, seat, chance) =>
			acts.has(chip.nowNs) ? acts.get(chip.nowNs) : present(chip.nowNs).act?.(chip, seat, chance),
	};
}
