import { type Rect, rectOf } from "./geometry.ts";
import { layTall, layWide } from "./lay-large-tile.ts";
import { layMidHigh, layMidTall, layMidWide, layMini } from "./lay-small-tile.ts";
import type { TileLayout } from "./layout-tile.ts";

/** Lays out a tile. `caches`: whether private caches matter in this scenario, so that they get room. */
export function layTile(rect: Rect, railY: number, caches: boolean): TileLayout {
	const { width, height } = rect;
	const tile = rectOf(rect.x, rect.y, width, height);
	if (width >= 160 && height >= 150)
		return width >= height * 1.35 ? layWide(tile, railY, caches) : layTall(tile, railY, caches);
	if (width >= 140 && height >= 66) return layMidWide(tile, railY, caches);
	if (width >= 62 && height >= 112) return layMidHigh(tile, railY, caches);
	if (width >= 62 && height >= 70) return layMidTall(tile, railY, caches);
	return layMini(tile, railY);
}
