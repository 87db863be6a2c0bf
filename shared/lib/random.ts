/** One step of a 32-bit mixing generator (Weyl sequence, multiply-xorshift). `state` is any integer. */
export function nextState(state: number): number {
	return (state + 0x6d2b79f5) | 0;
}

/** The uniform 32-bit number that belongs to `state`, 0 <= n < 2^32. */
export function randomOf(state: number): number {
	let mixed = Math.imul(state ^ (state >>> 15), state | 1);
	mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
	return (mixed ^ (mixed >>> 14)) >>> 0;
}

/** `random` (32-bit unsigned) mapped to an integer, 0 <= n < below <= 2^21. Exact: no rounding division. */
export function scaled(random: number, below: number): number {
	return Math.floor((random * below) / 4_294_967_296);
}

/** Start state of a random stream: the same `seed` and `purpose` give the same stream, others an unrelated one. */
export function streamOf(seed: number, purpose: number): number {
	return randomOf(nextState(Math.imul(seed, 0x9e3779b1) ^ Math.imul(purpose + 1, 0x85ebca6b)));
}

/** A random stream as a closure, for building scenarios. Inside a chip the state is part of the chip. */
export function createChance(seed: number, purpose: number): (below: number) => number {
	let state = streamOf(seed, purpose);
	return (below) => {
		state = nextState(state);
		return scaled(randomOf(state), below);
	};
}

/** `items` in a random order drawn from `chance`; the input is not changed. */
export function shuffled<Item>(items: readonly Item[], chance: (below: number) => number): Item[] {
	const result = [...items];
	for (let last = result.length - 1; last > 0; last--) {
		const other = chance(last + 1);
		const held = result[last] as Item;
		result[last] = result[other] as Item;
		result[other] = held;
	}
	return result;
}
