/**
 * The numbers in an array that holds doubles from the start, also where all of them are whole. An engine makes
 * its code for the kinds of arrays it has seen: one that turns from whole numbers to fractions makes code slow,
 * and then every number that is read from it takes memory.
 */
export function doubles(numbers: readonly number[]): number[] {
	const made: number[] = [];
	for (const [index, number] of numbers.entries()) {
		made.push(0.5);
		made[index] = number;
	}
	return made;
}

/** `count` zeros in such an array. */
export function zeros(count: number): number[] {
	return doubles(Array.from({ length: count }, () => 0));
}
