import { clamp, type Rect, rectOf } from "./geometry.ts";
import { layNoQueue } from "./lay-no-queue.ts";
import { layTile } from "./lay-tile.ts";
import type { ChipLayout, LayoutOptions, QueueLayout } from "./layout.ts";
import { layLane } from "./layout-lane.ts";
import type { TileLayout } from "./layout-tile.ts";

const COLUMNS = 4;
/** Minimum width and height of a touch target. */
const TOUCH = 44;
/** Height of the scheduler's badge, and diameter of a token in the queue; multiplied by the unit. */
const SEAT_HEIGHT = 24;
const TOKEN = 30;

/**
 * A phone held upright: all cores small, the program, the player's own core large, the queue within the thumb's
 * reach.
 */
export function layPortrait({ width, height, cores, own, caches, sharedQueue }: LayoutOptions): ChipLayout {
	const unit = clamp(width / 360, 0.85, 1.7);
	const margin = 8 * unit;
	const pad = 8 * unit;
	const gap = 6 * unit;
	// Without an own core the chip is all there is, so that its tiles are larger.
	const columns = Math.min(cores, own === undefined && cores <= COLUMNS ? 2 : COLUMNS);
	const rows = Math.ceil(cores / columns);
	const laneHeight = (height < 560 * unit ? 50 : 62) * unit;
	// Without a queue its room goes to the player's own core.
	const mineShare = sharedQueue ? 0.31 : 0.42;
	const mineHeight = own === undefined ? 0 : clamp(height * mineShare, 150 * unit, 240 * unit);
	const queueHeight = sharedQueue
		? Math.max(104 * unit, own === undefined ? height * 0.34 : height * 0.2)
		: SEAT_HEIGHT * unit;
	const between = (own === undefined ? 3 : 4) * margin;
	const dieRoom = height - between - queueHeight - mineHeight;
	const chrome = 2 * pad + laneHeight + rows * gap;
	const tileHeight = Math.floor(clamp((dieRoom - chrome) / rows, 40, (own === undefined ? 190 : 110) * unit));
	const die = rectOf(margin, margin, width - 2 * margin, chrome + rows * tileHeight);
	const tileWidth = Math.floor((die.width - 2 * pad - gap * (columns - 1)) / columns);
	const tiles = Array.from({ length: cores }, (_, core) => {
		const y = Math.round(die.y + pad + Math.floor(core / columns) * (tileHeight + gap));
		const x = Math.round(die.x + pad + (core % columns) * (tileWidth + gap));
		return layTile({ x, y, width: tileWidth, height: tileHeight }, Math.round(y - gap / 2), caches);
	});
	const lane = layLane(
		rectOf(die.x + pad, die.y + die.height - pad - laneHeight, die.width - 2 * pad, laneHeight),
		unit * 0.72,
		false,
	);
	const mineY = die.y + die.height + margin;
	const mine =
		own === undefined ? undefined : layMine(rectOf(margin, mineY, width - 2 * margin, mineHeight), caches);
	const queueY = mine === undefined ? mineY : mine.y + mine.height + margin;
	return {
		width,
		height,
		unit,
		portrait: true,
		compact: false,
		queue: sharedQueue
			? layQueue(rectOf(margin, queueY, width - 2 * margin, height - margin - queueY), unit)
			: layNoQueue(rectOf(margin, queueY, width * 0.5, SEAT_HEIGHT * unit), "cell", Math.round(TOKEN * unit)),
		die,
		spineX: Math.round(width / 2),
		collectorX: Math.round(die.x + die.width - pad * 0.5),
		rails: [],
		tiles,
		mine,
		lane,
	};
}

/** Like a full tile, but with planned tasks as far apart as fingers need. */
function layMine(rect: Rect, caches: boolean): TileLayout {
	const tile = layTile(rect, rect.y, caches);
	if (tile.plan === undefined) return tile;
	const { plan } = tile;
	const pitch = Math.max(TOUCH, (plan.width - tile.planToken) / tile.planSlots.length);
	const count = Math.max(1, Math.min(tile.planSlots.length, Math.floor(plan.width / pitch)));
	return {
		...tile,
		planSlots: tile.planSlots.slice(0, count).map((slot, index) => ({
			x: Math.round(plan.x + pitch * (index + 0.5)),
			y: slot.y,
		})),
	};
}

function layQueue(rect: Rect, unit: number): QueueLayout {
	const { x, y, width, height } = rect;
	const pad = 10 * unit;
	const top = 34 * unit;
	const columns = Math.floor((width - pad) / (52 * unit));
	const rows = Math.max(1, Math.floor((height - top - 4) / (56 * unit)));
	const cellWidth = (width - pad) / columns;
	const cellHeight = Math.min((height - top - 4) / rows, 66 * unit);
	return {
		...rect,
		style: "cell",
		title: { x: Math.round(x + pad), y: Math.round(y + 17 * unit) },
		seat: rectOf(x + width * 0.64, y + 5 * unit, width * 0.36 - pad, SEAT_HEIGHT * unit),
		order: { x: Math.round(x + pad + 98 * unit), y: Math.round(y + 17 * unit) },
		slots: Array.from({ length: columns * rows - 1 }, (_, index) =>
			rectOf(
				x + pad / 2 + (index % columns) * cellWidth,
				y + top + Math.floor(index / columns) * cellHeight,
				cellWidth,
				cellHeight,
			),
		),
		token: Math.round(TOKEN * unit),
		more: {
			x: Math.round(x + pad / 2 + (columns - 0.5) * cellWidth),
			y: Math.round(y + top + (rows - 0.62) * cellHeight),
		},
	};
}
