import type { ChipLayout } from "./layout.ts";
import type { TileLayout } from "./layout-tile.ts";

/** Letter heights of numbers, in whole pixels. */
export type NumberSizes = { readonly small: number; readonly medium: number; readonly large: number };

export function numberSizes(layout: ChipLayout): NumberSizes {
	if (layout.compact) return { small: 10, medium: 12, large: 15 };
	const { unit } = layout;
	return {
		small: Math.round(Math.max(10.5, (layout.portrait ? 11.5 : 12) * unit)),
		medium: Math.round(Math.max(13, 16 * unit)),
		large: Math.round(Math.max(17, 25 * unit)),
	};
}

/** Letter heights inside a tile: seconds under planned tokens, and seconds left. */
export function tileNumbers({ unit }: TileLayout): { readonly small: number; readonly medium: number } {
	return { small: Math.round(Math.max(10, 11.5 * unit)), medium: Math.round(Math.max(12, 15.5 * unit)) };
}

/** All letter heights in which numbers are baked. */
export function allNumberSizes(layout: ChipLayout): ReadonlySet<number> {
	const sizes = new Set<number>(Object.values(numberSizes(layout)));
	for (const tile of [layout.tiles[0], layout.mine])
		if (tile !== undefined) for (const size of Object.values(tileNumbers(tile))) sizes.add(size);
	return sizes;
}

/** Diameters in which tokens are baked: all those in which they rest. */
export function tokenSizes(layout: ChipLayout): readonly number[] {
	const sizes = new Set<number>([Math.round(layout.queue.token), laneToken(layout)]);
	for (const tile of [layout.tiles[0], layout.mine])
		if (tile !== undefined) {
			sizes.add(Math.round(tile.planToken));
			sizes.add(Math.round(tile.socketRadius * 1.34));
		}
	return [...sizes].sort((a, b) => a - b);
}

/** Diameter of the token on a serial block of the program. */
export function laneToken(layout: ChipLayout): number {
	return Math.round(layout.lane.field.height * 0.5);
}

/** The baked size from which to draw a token of `size`: the smallest that is not smaller. */
export function bakedSize(sizes: readonly number[], size: number): number {
	return sizes.find((baked) => baked >= size - 0.5) ?? sizes.at(-1) ?? 1;
}
