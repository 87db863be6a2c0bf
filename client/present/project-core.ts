import { LETTERS } from "#shared/lib/letters.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import type { CoreView } from "./chip-view.ts";
import { type DrawList, put, putNumber, tenths } from "./draw-list.ts";
import type { Rect } from "./geometry.ts";
import { borderOf } from "./kinds.ts";
import type { TileLayout } from "./layout-tile.ts";
import { tileNumbers } from "./sizes.ts";

/** Steps in which a ring fills and a countdown shrinks. */
export const RING_STEPS = 40;
export const COUNTDOWN_STEPS = 30;

/** Which baked set a tile is drawn from. The chip's tiles are all alike; the large own one is not. */
export type TileSet = "tile" | "mine";

const BREATH_NS = 0.26 * NS_PER_PLAY_S;

/** The tile that a core is drawn into, and how. */
export type TilePen = {
	readonly list: DrawList;
	readonly tile: TileLayout;
	readonly set: TileSet;
	readonly own: boolean;
	readonly nowNs: number;
	/** Suppresses the breathing of tiles. */
	readonly calm: boolean;
};

/** Draws everything of a tile that changes, except tokens. */
export function drawCore({ list, tile, set, own, nowNs, calm }: TilePen, core: CoreView): void {
	const { state, task } = core;
	const numbers = tileNumbers(tile);
	put(
		list,
		`${set}-${own ? "own" : "border"}-${borderOf(state)}`,
		tile.x,
		tile.y,
		calm ? 1 : breath(core, own, nowNs),
	);
	if (core.warm !== undefined && tile.cache !== undefined) drawCache(list, core, tile.cache, tile, set);
	if (task === undefined) put(list, `${set}-idle-${state}`, tile.socket.x, tile.socket.y);
	else if (core.progress > 0)
		put(list, `${set}-ring-${Math.round(core.progress * RING_STEPS)}`, tile.socket.x, tile.socket.y);
	if (core.decision !== undefined)
		put(list, `${set}-countdown-${Math.ceil(core.decision * COUNTDOWN_STEPS)}`, tile.socket.x, tile.socket.y);
	const asksMe = own && core.decision !== undefined;
	if (tile.pill !== undefined)
		put(list, asksMe ? `${set}-move` : `${set}-pill-${state}`, tile.pill.x, tile.pill.y);
	else put(list, `${set}-sign-${state}`, tile.sign.x, tile.sign.y);
	if (task !== undefined && tile.left !== undefined) {
		const { x, y } = tile.left;
		putNumber(list, `${tenths(core.secondsLeft)}s`, { size: numbers.medium, x, y, align: "left" });
		if (hasKind(tile)) put(list, `${set}-kind-${task.kind}`, x + numbers.medium * 3, y);
	}
	const rest = core.planned - tile.planSlots.length;
	if (rest > 0 && tile.planMore !== undefined)
		putNumber(list, `+${rest}`, {
			size: numbers.small,
			x: tile.planMore.x,
			y: tile.planMore.y,
			align: "middle",
		});
}

/** Whether there is room for the word for a task's kind. */
export function hasKind(tile: TileLayout): boolean {
	return tile.kindWidth >= 40;
}

/** Rows and columns of cells of a private cache, and the area that they fill. */
export function cacheCells(tile: TileLayout, cache: Rect): { area: Rect; columns: number; rows: number } {
	const { unit } = tile;
	if (!tile.headings) return { area: cache, columns: tile.detail === "full" ? 16 : 12, rows: 1 };
	const heading = cache.height > 44 * unit;
	// Beside the heading if the strip is low, under it if it is high.
	const area = heading
		? {
				x: cache.x + 8 * unit,
				y: cache.y + 19 * unit,
				width: cache.width - 16 * unit,
				height: cache.height - 26 * unit,
			}
		: {
				x: cache.x + cache.width * 0.46,
				y: cache.y + 6 * unit,
				width: cache.width * 0.54 - 8 * unit,
				height: cache.height - 12 * unit,
			};
	return { area, columns: 8, rows: heading ? 2 : 1 };
}

function drawCache(list: DrawList, core: CoreView, cache: Rect, tile: TileLayout, set: TileSet): void {
	const { area, columns, rows } = cacheCells(tile, cache);
	const cells = columns * rows;
	let cell = 0;
	let share = 0;
	for (const warm of core.warm ?? []) {
		share += warm.share;
		// Rounds running sums, so that the cells of all data add up.
		for (const end = Math.round(share * cells); cell < end && cell < cells; cell++)
			put(
				list,
				`${set}-cell-${warm.data % LETTERS}`,
				area.x + ((cell % columns) * area.width) / columns,
				area.y + (Math.floor(cell / columns) * area.height) / rows,
			);
	}
}

function breath({ state, core }: CoreView, own: boolean, nowNs: number): number {
	if (own) return 1;
	if (state === "run") return 0.86 + 0.14 * Math.sin(nowNs / BREATH_NS + core);
	return state === "workWaits" ? 0.75 + 0.25 * Math.sin(nowNs / BREATH_NS) : 1;
}
