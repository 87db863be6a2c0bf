import { numberAt } from "./assert.ts";

/**
 * The numbers in an array that holds doubles from the start, also where all of them are whole. An engine makes
 * its code for the kinds of arrays it has seen: one that turns from whole numbers to fractions makes code slow,
 * and then every number that is read from it takes memory.
 */
export function doubles(numbers: readonly number[]): number[] {
	const made: number[] = [];
	for (let index = 0; index < numbers.length; index++) {
		made.push(0.5);
		made[index] = numberAt(numbers, index);
	}
	return made;
}

/** `count` zeros in such an array. */
export function zeros(count: number): number[] {
	const made: number[] = [];
	for (let index = 0; index < count; index++) {
		made.push(0.5);
		made[index] = 0;
	}
	return made;
}
