import { at, numberAt } from "../lib/assert.ts";
import { createChance } from "../lib/random.ts";
import type { Chance } from "../sim/chip/policy.ts";

/** A random change of a thing; undefined if the draw changes nothing. */
export type Change<Thing> = (thing: Thing, chance: Chance) => Thing | undefined;

/**
 * Local search: applies one random change per try and keeps the result if it costs no more, for `tries`
 * evaluations of `costOf`. Tells `keep` what it keeps, the first included, right after that was evaluated.
 * Deterministic in `seed`.
 */
export function searchLocally<Thing>(
	first: Thing,
	changes: readonly Change<Thing>[],
	tries: number,
	seed: number,
	costOf: (thing: Thing) => number,
	keep: (thing: Thing, cost: number) => void = () => {},
): { readonly found: Thing; readonly cost: number } {
	const chance = createChance(seed, 0);
	let best = { found: first, cost: costOf(first) };
	keep(first, best.cost);
	for (let attempt = 1; attempt < tries && changes.length > 0; attempt++) {
		const found = at(changes, chance(changes.length))(best.found, chance);
		if (found === undefined) continue;
		const cost = costOf(found);
		if (cost > best.cost) continue;
		best = { found, cost };
		keep(found, cost);
	}
	return best;
}

/**
 * Changes of an order of threads. Some order gives a schedule that is best among those that never idle a core
 * on purpose (Graham 1969).
 */
export const ORDER_CHANGES: readonly Change<readonly number[]>[] = [moveOne, swapTwo];

function moveOne(order: readonly number[], chance: Chance): readonly number[] | undefined {
	if (order.length < 2) return undefined;
	const changed = [...order];
	const moved = changed.splice(chance(order.length), 1);
	changed.splice(chance(order.length), 0, ...moved);
	return changed;
}

function swapTwo(order: readonly number[], chance: Chance): readonly number[] | undefined {
	if (order.length < 2) return undefined;
	const changed = [...order];
	const [left, right] = [chance(order.length), chance(order.length)];
	changed[left] = numberAt(order, right);
	changed[right] = numberAt(order, left);
	return changed;
}
