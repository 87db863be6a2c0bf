import { clamp, type Rect, rectOf } from "./geometry.ts";
import { layNoQueue } from "./lay-no-queue.ts";
import { layTile } from "./lay-tile.ts";
import type { ChipLayout, LayoutOptions, QueueLayout } from "./layout.ts";
import { layLane } from "./layout-lane.ts";
import type { TileLayout } from "./layout-tile.ts";

/** Tiles look best a little wider than high. */
const TILE_ASPECT = 1.4;

/**
 * Shared queue at the left, die with rows of cores at the right, program at the foot of the die. Without a queue the
 * die takes its place, below the scheduler.
 */
export function layLandscape({ width, height, cores, caches, sharedQueue }: LayoutOptions): ChipLayout {
	const unit = clamp(Math.min(width / 1134, height / 700), 0.4, 2);
	const compact = unit < 0.62;
	const margin = compact ? 6 : 14 * unit;
	const queueWidth = compact ? Math.max(70, width * 0.15) : clamp(width * 0.13, 124, 250);
	const gap = compact ? 14 : 26 * unit;
	const queue = sharedQueue
		? layQueue(rectOf(margin, margin, queueWidth, height - 2 * margin), unit, compact)
		: layNoQueue(
				rectOf(margin + gap, margin, queueWidth, compact ? 13 : 28 * unit),
				"row",
				tokenSize(unit, compact),
			);
	const dieX = margin + gap + (sharedQueue ? queueWidth : 0);
	const dieY = margin + (sharedQueue ? 0 : queue.height + (compact ? 4 : 10 * unit));
	const die = rectOf(dieX, dieY, width - margin - dieX - (compact ? 2 : 5 * unit), height - margin - dieY);
	const pad = compact ? 8 : 18 * unit;
	const laneHeight = compact ? clamp(height * 0.17, 44, 66) : clamp(height * 0.165, 84, 170);
	const lane = layLane(
		rectOf(die.x + pad, die.y + die.height - pad - laneHeight, die.width - 2 * pad, laneHeight),
		unit,
		compact,
	);
	const field = rectOf(
		die.x + pad,
		die.y + pad * 0.4,
		die.width - 2 * pad - (compact ? 4 : 8 * unit),
		lane.y - die.y - pad * 0.4 - (compact ? 6 : 12 * unit),
	);
	const tiles = layGrid(field, cores, compact ? 10 : 20 * unit, compact ? 6 : 13 * unit, caches);
	return {
		width,
		height,
		unit,
		portrait: false,
		compact,
		queue,
		die,
		spineX: Math.round(die.x - gap / 2),
		collectorX: Math.round(die.x + die.width - pad * 0.55),
		rails: [...new Set(tiles.map((tile) => tile.railY))],
		tiles,
		mine: undefined,
		lane,
	};
}

function layQueue(rect: Rect, unit: number, compact: boolean): QueueLayout {
	const { x, y, width, height } = rect;
	const pad = compact ? 6 : 13 * unit;
	const top = compact ? 50 : 112 * unit;
	const foot = compact ? 18 : 30 * unit;
	const row = compact ? 25 : Math.max(34, 39 * unit);
	const count = Math.max(1, Math.floor((height - top - foot) / row));
	return {
		...rect,
		style: "row",
		title: { x: x + pad, y: Math.round(y + (compact ? 11 : 22 * unit)) },
		seat: rectOf(x + pad, y + (compact ? 19 : 40 * unit), width - 2 * pad, compact ? 13 : 28 * unit),
		order: { x: x + pad, y: Math.round(y + (compact ? 40 : 88 * unit)) },
		slots: Array.from({ length: count }, (_, index) =>
			rectOf(x + pad * 0.5, y + top + index * row, width - pad, row - 3),
		),
		token: tokenSize(unit, compact),
		more: { x: Math.round(x + width / 2), y: Math.round(y + height - foot / 2) },
	};
}

function tokenSize(unit: number, compact: boolean): number {
	return Math.round(compact ? 19 : Math.max(25, 29 * unit));
}

function layGrid(field: Rect, cores: number, rail: number, gap: number, caches: boolean): TileLayout[] {
	const columns = chooseColumns(field, cores, rail, gap);
	const rows = Math.ceil(cores / columns);
	const width = (field.width - gap * (columns - 1)) / columns;
	const pitch = field.height / rows;
	const height = pitch - rail - gap * 0.3;
	// A single core keeps the shape of a tile. The rest of the die stays bare silicon.
	const tileWidth = Math.min(width, height * 2.1);
	const left = field.x + (field.width - tileWidth * columns - gap * (columns - 1)) / 2;
	return Array.from({ length: cores }, (_, core) => {
		const row = Math.floor(core / columns);
		const y = field.y + row * pitch;
		const x = left + (core % columns) * (tileWidth + gap);
		const tile = {
			x: Math.round(x),
			y: Math.round(y + rail),
			width: Math.floor(tileWidth),
			height: Math.floor(height),
		};
		return layTile(tile, Math.round(y + rail / 2), caches);
	});
}

function chooseColumns(field: Rect, cores: number, rail: number, gap: number): number {
	let best = 1;
	let bestSize = 0;
	for (let columns = 1; columns <= cores; columns++) {
		const rows = Math.ceil(cores / columns);
		const width = (field.width - gap * (columns - 1)) / columns;
		const height = field.height / rows - rail - gap * 0.3;
		const size = Math.min(width / TILE_ASPECT, height) * (cores / (rows * columns));
		if (size > bestSize) {
			best = columns;
			bestSize = size;
		}
	}
	return best;
}
