import { createChance } from "../sim/random.ts";

/** An order of `count` things, and what it costs; less is better. */
export type Found = { readonly order: readonly number[]; readonly cost: number };

/**
 * Local search over list orders (Graham: some list gives the best schedule that never idles a core on
 * purpose): moves one thing or swaps two, keeps what is no worse, for `tries` evaluations of `cost`. The
 * same seed finds the same order.
 */
export function searchOrder(
	first: readonly number[],
	tries: number,
	seed: number,
	cost: (order: readonly number[]) => number,
): Found {
	const chance = createChance(seed, 0);
	let best: Found = { order: first, cost: cost(first) };
	for (let attempt = 1; attempt < tries && first.length > 1; attempt++) {
		const order = [...best.order];
		const from = chance(order.length);
		const to = chance(order.length);
		const [moved = 0] = order.splice(from, 1);
		order.splice(to, 0, moved);
		if (chance(2) === 0) swap(order, chance(order.length), chance(order.length));
		const found = cost(order);
		if (found <= best.cost) best = { order, cost: found };
	}
	return best;
}

function swap(order: number[], left: number, right: number): void {
	const held = order[left] ?? 0;
	order[left] = order[right] ?? 0;
	order[right] = held;
}
