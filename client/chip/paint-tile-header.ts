import type { Rect } from "../present/geometry.ts";
import type { ChipLabels } from "../present/labels.ts";
import type { TileLayout } from "../present/layout-tile.ts";
import { type Context, circle, roundRect, write } from "./paint.ts";
import { COLOUR } from "./palette.ts";
import { shownName } from "./seat-name.ts";

/** Whose tile it is, and for whom it is painted. */
export type TileOwner = {
	readonly name: string;
	readonly bot: boolean;
	readonly core: number;
	/** Letter of its kind; "" where all cores are of one. */
	readonly kind: string;
	readonly own: boolean;
	readonly large: boolean;
	/** Whether the looker may see what its cache holds. */
	readonly seesCache: boolean;
};

/** Who the core is and its number: with a badge where there is room. */
export function paintHeader(context: Context, tile: TileLayout, owner: TileOwner, labels: ChipLabels): void {
	if (tile.detail === "full") paintFullHeader(context, tile, owner, labels);
	else paintShortHeader(context, tile, owner, labels);
}

function paintFullHeader(context: Context, tile: TileLayout, owner: TileOwner, labels: ChipLabels): void {
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
	write(context, headOf(owner, labels), left, middle, {
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
	write(context, headOf(owner, labels), header.x, middle, {
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

/** Whose core it is, and which kind of core where that is not the same for all. */
function headOf(owner: TileOwner, labels: ChipLabels): string {
	return [owner.kind, shownName(owner, labels)].filter(Boolean).join(" · ");
}
