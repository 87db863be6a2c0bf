import type { Rect } from "../present/geometry.ts";
import type { ChipLabels } from "../present/labels.ts";
import { RING_RADIUS, RING_WIDTH, type TileLayout } from "../present/layout-tile.ts";
import { cacheCells } from "../present/project-core.ts";
import { type Context, circle, panel, roundRect, well, write } from "./paint.ts";
import { COLOUR } from "./palette.ts";
import { shownName } from "./seat-name.ts";

export type TileOwner = {
	readonly name: string;
	readonly bot: boolean;
	readonly core: number;
	readonly own: boolean;
	readonly large: boolean;
	/** Whether the looker may see what its cache holds. */
	readonly seesCache: boolean;
};

export function tileRadius(tile: TileLayout): number {
	return tile.detail === "full" ? 12 : tile.detail === "mid" ? 8 : 5;
}

/** A tile without what changes: plate, name, empty socket, plan and cache. */
export function paintTile(context: Context, tile: TileLayout, owner: TileOwner, labels: ChipLabels): void {
	panel(context, tile, tileRadius(tile), COLOUR.tileTop, COLOUR.tileBottom, COLOUR.tileEdge, 1);
	if (tile.detail === "full") paintHeader(context, tile, owner, labels);
	else paintShortHeader(context, tile, owner, labels);
	paintSocket(context, tile);
	if (tile.plan !== undefined && tile.detail === "full") paintPlan(context, tile, tile.plan, labels);
	else paintSlots(context, tile);
	if (tile.cache !== undefined) paintCache(context, tile, tile.cache, owner.seesCache, labels);
}

function paintHeader(context: Context, tile: TileLayout, owner: TileOwner, labels: ChipLabels): void {
	const { header, unit } = tile;
	const side = header.height * 0.86;
	const middle = header.y + header.height / 2;
	const badge = { x: header.x, y: middle - side / 2, width: side, height: side };
	paintBadge(context, badge, owner);
	const tagWidth = owner.own ? 42 * unit : 26 * unit;
	const tag = {
		x: header.x + header.width - tagWidth,
		y: middle - 10 * unit,
		width: tagWidth,
		height: 20 * unit,
	};
	const left = badge.x + side + 8 * unit;
	write(context, shownName(owner, labels), left, middle, {
		size: (owner.large ? 17 : 15) * unit,
		colour: owner.bot ? COLOUR.dim : COLOUR.text,
		weight: 600,
		maxWidth: tag.x - left - 6 * unit,
	});
	if (owner.own) {
		roundRect(context, tag, tag.height / 2);
		context.fillStyle = COLOUR.white;
		context.fill();
		write(context, labels.you, tag.x + tag.width / 2, middle, {
			size: 11.5 * unit,
			colour: COLOUR.ink,
			weight: 700,
			align: "center",
			maxWidth: tag.width - 8,
		});
	} else {
		write(context, labels.coreShort(owner.core + 1), header.x + header.width, middle, {
			size: 12.5 * unit,
			colour: COLOUR.muted,
			weight: 600,
			align: "right",
		});
	}
}

function paintShortHeader(context: Context, tile: TileLayout, owner: TileOwner, labels: ChipLabels): void {
	const { header, unit } = tile;
	const middle = header.y + header.height / 2;
	const size = (tile.detail === "mid" ? 11.5 : 9.5) * unit;
	const sign = tile.pill === undefined ? 15 * unit : 0;
	const tag = owner.own && tile.pill !== undefined ? 32 * unit : tile.pill === undefined ? 0 : 20 * unit;
	write(context, shownName(owner, labels), header.x, middle, {
		size,
		colour: owner.own ? COLOUR.white : owner.bot ? COLOUR.dim : COLOUR.muted,
		weight: owner.own ? 700 : 500,
		maxWidth: header.width - sign - tag - 2,
	});
	if (tile.pill === undefined) return;
	const right = header.x + header.width;
	if (owner.own) {
		roundRect(
			context,
			{ x: right - 32 * unit, y: middle - 8 * unit, width: 32 * unit, height: 16 * unit },
			8 * unit,
		);
		context.fillStyle = COLOUR.white;
		context.fill();
		write(context, labels.you, right - 16 * unit, middle, {
			size: 9.5 * unit,
			colour: COLOUR.ink,
			weight: 700,
			align: "center",
			maxWidth: 28 * unit,
		});
	} else {
		write(context, labels.coreShort(owner.core + 1), right, middle, {
			size: 10 * unit,
			colour: COLOUR.dim,
			weight: 600,
			align: "right",
		});
	}
}

function paintBadge(context: Context, badge: Rect, { name, bot, own }: TileOwner): void {
	roundRect(context, badge, badge.width * 0.3);
	context.fillStyle = bot ? "#46568a" : own ? COLOUR.white : "#b9c7ee";
	context.fill();
	const x = badge.x + badge.width / 2;
	const y = badge.y + badge.height / 2;
	if (bot) {
		paintGear(context, x, y, badge.width * 0.3);
		return;
	}
	const letter = [...name.trim()][0]?.toLocaleUpperCase() ?? "?";
	write(context, letter, x, y, {
		size: badge.width * 0.56,
		colour: COLOUR.ink,
		weight: 700,
		align: "center",
	});
}

function paintGear(context: Context, x: number, y: number, radius: number): void {
	context.save();
	context.strokeStyle = "#0d1321";
	context.lineWidth = radius * 0.42;
	for (let tooth = 0; tooth < 8; tooth++) {
		const angle = (Math.PI / 4) * tooth;
		context.beginPath();
		context.moveTo(x + Math.cos(angle) * radius * 0.6, y + Math.sin(angle) * radius * 0.6);
		context.lineTo(x + Math.cos(angle) * radius, y + Math.sin(angle) * radius);
		context.stroke();
	}
	circle(context, x, y, radius * 0.56);
	context.stroke();
	context.restore();
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
