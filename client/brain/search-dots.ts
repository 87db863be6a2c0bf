import type { SearchSpec } from "#shared/brain/trial-order.ts";
import { createChance, shuffled } from "#shared/lib/random.ts";

export type SearchDot = { readonly x: number; readonly y: number; readonly odd: boolean };

/** Places on a field of 100 by 70: a grid with every dot a little off its middle. */
const COLUMNS = 8;
const ROWS = 5;
const WIDTH = 100;
const HEIGHT = 70;
/** How far off, in tenths of the field's units. */
const OFF = 30;
/** The purpose of the places' stream of chance. */
const STREAM = 900;

/** The dots of one display; the same seed and index give the same places. */
export function searchDots(spec: SearchSpec, seed: number, index: number): SearchDot[] {
	const chance = createChance(seed, STREAM + index);
	const cells = shuffled(
		Array.from({ length: COLUMNS * ROWS }, (_, cell) => cell),
		chance,
	).slice(0, spec.items);
	return cells.map((cell, dot) => ({
		x: ((cell % COLUMNS) + 0.5) * (WIDTH / COLUMNS) + (chance(2 * OFF + 1) - OFF) / 10,
		y: (Math.floor(cell / COLUMNS) + 0.5) * (HEIGHT / ROWS) + (chance(2 * OFF + 1) - OFF) / 10,
		odd: spec.present && dot === 0,
	}));
}
