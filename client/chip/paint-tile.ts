import type { Rect } from "../present/geometry.ts";
import type { ChipLabels } from "../present/labels.ts";
import { RING_RADIUS, RING_WIDTH, type TileLayout } from "../present/layout-tile.ts";
import { cacheCells } from "../present/project-core.ts";
import { type Context, circle, panel, roundRect, well, write } from "./paint.ts";
import { paintHeader, type TileOwner } from "./paint-tile-header.ts";
import { COLOUR } from "./palette.ts";

export function tileRadius(tile: TileLayout): number {
	return tile.detail === "full" ? 12 : tile.detail === "mid" ? 8 : 5;
}

/** A tile without what changes: plate, name, empty socket, plan and cache. */
export function paintTile(context: Context, tile: TileLayout, owner: TileOwner, labels: ChipLabels): void {
	panel(context, tile, tileRadius(tile), COLOUR.tileTop, COLOUR.tileBottom, COLOUR.tileEdge, 1);
	paintHeader(context, tile, owner, labels);
	paintSocket(context, tile);
	if (tile.plan !== undefined && tile.detail === "full") paintPlan(context, tile, tile.plan, labels);
	else paintSlots(context, tile);
	if (tile.cache !== undefined) paintCache(context, tile, tile.cache, owner.seesCache, labels);
}

function paintSocket(context: Context, { socket, socketRadius }: TileLayout): void {
	const gradient = context.createRadialGradient(
		socket.x,
		socket.y - socketRadius * 0.3,
		1,
		socket.x,
		socket.y,
		socketRadius * 1.2,
	);
	gradient.addColorStop(0, "#141d36");
	gradient.addColorStop(1, COLOUR.well);
	circle(context, socket.x, socket.y, socketRadius * RING_RADIUS);
	context.fillStyle = gradient;
	context.fill();
	context.strokeStyle = COLOUR.line;
	context.lineWidth = Math.max(2, socketRadius * RING_WIDTH);
	context.stroke();
}

function paintPlan(context: Context, tile: TileLayout, plan: Rect, labels: ChipLabels): void {
	const { unit } = tile;
	well(context, plan, 7, "rgb(12 19 36 / 70%)", COLOUR.line);
	if (tile.headings)
		write(context, labels.next, plan.x + 8 * unit, plan.y + 9.5 * unit, {
			size: 10.5 * unit,
			colour: COLOUR.muted,
			weight: 600,
		});
	paintSlots(context, tile);
}

function paintSlots(context: Context, tile: TileLayout): void {
	context.save();
	context.strokeStyle = "#33446f";
	context.lineWidth = 1;
	context.setLineDash([2.5, 3]);
	for (const slot of tile.planSlots) {
		circle(context, slot.x, slot.y, tile.planToken * 0.42);
		context.stroke();
	}
	context.restore();
}

function paintCache(
	context: Context,
	tile: TileLayout,
	cache: Rect,
	seen: boolean,
	labels: ChipLabels,
): void {
	const { unit } = tile;
	well(context, cache, tile.headings ? 7 : 3, "rgb(12 19 36 / 70%)", COLOUR.line);
	const { area, columns, rows } = cacheCells(tile, cache);
	if (tile.headings) {
		const high = area.x - cache.x < cache.width * 0.3;
		write(
			context,
			labels.privateCache,
			cache.x + 8 * unit,
			high ? cache.y + 9.5 * unit : cache.y + cache.height / 2,
			{
				size: 10.5 * unit,
				colour: COLOUR.muted,
				weight: 600,
				maxWidth: high ? cache.width - 14 * unit : cache.width * 0.46 - 12 * unit,
			},
		);
	}
	if (!seen) {
		paintHidden(context, area);
		return;
	}
	context.fillStyle = "rgb(90 115 175 / 20%)";
	for (let cell = 0; cell < columns * rows; cell++) {
		const rect = cellRect(area, columns, rows, cell);
		roundRect(context, rect, Math.min(2.5, rect.width / 4));
		context.fill();
	}
}

/** What the looker may not see is hatched, so that it is not taken for empty. */
function paintHidden(context: Context, area: Rect): void {
	context.save();
	roundRect(context, area, 3);
	context.clip();
	context.strokeStyle = "rgb(120 145 205 / 26%)";
	context.lineWidth = 1;
	for (let x = -area.height; x < area.width; x += 5) {
		context.beginPath();
		context.moveTo(area.x + x, area.y + area.height);
		context.lineTo(area.x + x + area.height, area.y);
		context.stroke();
	}
	context.restore();
}

/** One cell of a cache, with the gap to its neighbours taken off. */
export function cellRect(area: Rect, columns: number, rows: number, cell: number): Rect {
	const width = area.width / columns;
	const height = area.height / rows;
	const gap = Math.min(2.5, width * 0.16);
	return {
		x: area.x + (cell % columns) * width + gap / 2,
		y: area.y + Math.floor(cell / columns) * height + gap / 2,
		width: width - gap,
		height: height - gap,
	};
}
