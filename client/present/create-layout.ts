import type { ChipLayout, LayoutOptions } from "./layout.ts";
import { layLandscape } from "./layout-landscape.ts";
import { layPortrait } from "./layout-portrait.ts";
import type { TileLayout } from "./layout-tile.ts";

/** The smallest stage that is drawn properly. Smaller ones are laid out as if they had this size. */
const WIDTH_MIN = 300;
const HEIGHT_MIN = 220;

export function createLayout(options: LayoutOptions): ChipLayout {
	const width = Math.max(WIDTH_MIN, Math.round(options.width));
	const height = Math.max(HEIGHT_MIN, Math.round(options.height));
	const portrait = height > width * 1.05;
	const layout = (portrait ? layPortrait : layLandscape)({ ...options, width, height });
	const bounded = (tile: TileLayout): TileLayout => ({
		...tile,
		planSlots: tile.planSlots.slice(0, options.runQueueMax),
	});
	return { ...layout, tiles: layout.tiles.map(bounded), mine: layout.mine && bounded(layout.mine) };
}
