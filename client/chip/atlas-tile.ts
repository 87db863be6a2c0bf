import { LETTERS, letterOf } from "#shared/lib/letters.ts";
import { borderOf, CORE_STATES, TOKEN_KINDS } from "../present/kinds.ts";
import type { ChipLabels } from "../present/labels.ts";
import { RING_OUTER, RING_RADIUS, RING_WIDTH, type TileLayout } from "../present/layout-tile.ts";
import { COUNTDOWN_STEPS, cacheCells, hasKind, RING_STEPS, type TileSet } from "../present/project-core.ts";
import { shadeOf } from "../present/shade.ts";
import { centred, type FramePlan } from "./frame-plan.ts";
import { type Context, roundRect, write } from "./paint.ts";
import { paintSign } from "./paint-sign.ts";
import { paintBorder, paintMove, paintPill } from "./paint-state.ts";
import { cellRect, tileRadius } from "./paint-tile.ts";
import { COLOUR, FONT, STATE_COLOUR } from "./palette.ts";

/** Pictures of one size of tile: borders, pills, signs, rings and cells of its cache. */
export function planTile(
	plans: FramePlan[],
	set: TileSet,
	tile: TileLayout,
	labels: ChipLabels,
	withOwn: boolean,
): void {
	planBorders(plans, set, tile, withOwn);
	planSigns(plans, set, tile, labels);
	planRings(plans, set, tile);
	planCells(plans, set, tile);
}

/** What a border and a step of a ring may take of the atlas: there are many of both. */
const BORDER_PIXELS = 140_000;
const RING_PIXELS = 64_000;

function planBorders(plans: FramePlan[], set: TileSet, tile: TileLayout, withOwn: boolean): void {
	const glow = tile.detail === "full" ? 12 : 6;
	const rect = { x: glow, y: glow, width: tile.width, height: tile.height };
	for (const state of new Set(CORE_STATES.map(borderOf)))
		for (const own of withOwn ? [false, true] : [false]) {
			if (set === "mine" && !own) continue;
			plans.push({
				name: `${set}-${own ? "own" : "border"}-${state}`,
				width: tile.width + 2 * glow,
				height: tile.height + 2 * glow,
				originX: glow,
				originY: glow,
				mostPixels: BORDER_PIXELS,
				paint: (context) =>
					paintBorder(context, state, rect, tileRadius(tile), own, tile.detail === "full" ? tile.unit : 0.7),
			});
		}
}

function planSigns(plans: FramePlan[], set: TileSet, tile: TileLayout, labels: ChipLabels): void {
	const { pill, unit, socketRadius } = tile;
	if (pill !== undefined) {
		const rect = { x: 0, y: 0, width: pill.width, height: pill.height };
		const sized = { width: pill.width, height: pill.height, originX: 0, originY: 0 };
		for (const state of CORE_STATES)
			plans.push({
				name: `${set}-pill-${state}`,
				...sized,
				paint: (context) => paintPill(context, state, labels.states[state], rect),
			});
		plans.push({
			name: `${set}-move`,
			...sized,
			paint: (context) => paintMove(context, labels.yourMove, rect),
		});
	}
	if (hasKind(tile)) planKinds(plans, set, tile, labels);
	const side = Math.ceil(18 * unit);
	const large = Math.ceil(socketRadius * 1.3);
	for (const state of CORE_STATES) {
		plans.push(
			centred(`${set}-sign-${state}`, side, side, (context) =>
				paintSign(context, state, side / 2, side / 2, 5.5 * unit, STATE_COLOUR[state]),
			),
			centred(`${set}-idle-${state}`, large, large, (context) => {
				context.globalAlpha = state === "workWaits" ? 1 : 0.75;
				paintSign(context, state, large / 2, large / 2, socketRadius * 0.46, STATE_COLOUR[state]);
			}),
		);
	}
}

function planKinds(
	plans: FramePlan[],
	set: TileSet,
	{ kindWidth, unit }: TileLayout,
	labels: ChipLabels,
): void {
	const size = 13 * unit;
	for (const kind of TOKEN_KINDS)
		plans.push({
			name: `${set}-kind-${kind}`,
			width: kindWidth,
			height: Math.ceil(size * 1.5),
			originX: 0,
			originY: size * 0.75,
			paint: (context) =>
				write(context, labels.kinds[kind], 0, size * 0.75, {
					size,
					colour: COLOUR.muted,
					maxWidth: kindWidth - 1,
				}),
		});
}

function planRings(plans: FramePlan[], set: TileSet, { socketRadius }: TileLayout): void {
	const lineWidth = Math.max(2, socketRadius * RING_WIDTH);
	const radius = socketRadius * RING_RADIUS;
	const side = Math.ceil(2 * (radius + lineWidth)) + 2;
	for (let step = 0; step <= RING_STEPS; step++)
		plans.push({
			...centred(`${set}-ring-${step}`, side, side, (context) =>
				paintArc(context, side / 2, radius, step / RING_STEPS, lineWidth, "#f4f7ff"),
			),
			mostPixels: RING_PIXELS,
		});
	const outer = socketRadius * RING_OUTER - lineWidth * 0.45;
	const outerSide = Math.ceil(2 * (outer + lineWidth)) + 2;
	for (let step = 0; step <= COUNTDOWN_STEPS; step++)
		plans.push({
			...centred(`${set}-countdown-${step}`, outerSide, outerSide, (context) =>
				paintArc(context, outerSide / 2, outer, step / COUNTDOWN_STEPS, lineWidth * 0.75, COLOUR.yellow),
			),
			mostPixels: RING_PIXELS,
		});
}

function paintArc(
	context: Context,
	middle: number,
	radius: number,
	share: number,
	lineWidth: number,
	colour: string,
): void {
	if (share === 0) return;
	context.beginPath();
	context.arc(middle, middle, radius, -Math.PI / 2, -Math.PI / 2 + Math.PI * 2 * share);
	context.strokeStyle = colour;
	context.lineWidth = lineWidth;
	context.lineCap = lineWidth > 3 ? "round" : "butt";
	context.stroke();
}

/** Data are told apart by their letter, and where a cell is too small for it by shade. */
const CELL_SHADES = ["#56b4e9", "#86a9f5", "#9be0e8", "#5f9ae8"];

function planCells(plans: FramePlan[], set: TileSet, tile: TileLayout): void {
	if (tile.cache === undefined) return;
	const { area, columns, rows } = cacheCells(tile, tile.cache);
	const rect = cellRect({ ...area, x: 0, y: 0 }, columns, rows, 0);
	for (let data = 0; data < LETTERS; data++)
		plans.push({
			name: `${set}-cell-${data}`,
			width: Math.ceil(area.width / columns),
			height: Math.ceil(area.height / rows),
			originX: 0,
			originY: 0,
			paint: (context) => {
				roundRect(context, rect, Math.min(2.5, rect.width / 4));
				context.fillStyle = CELL_SHADES[shadeOf(data)] ?? COLOUR.sky;
				context.fill();
				const size = Math.min(rect.height * 0.86, rect.width * 0.95);
				if (size < 8) return;
				context.font = `700 ${size}px ${FONT}`;
				context.textAlign = "center";
				context.textBaseline = "middle";
				context.fillStyle = COLOUR.ink;
				context.fillText(letterOf(data), rect.x + rect.width / 2, rect.y + rect.height / 2 + size * 0.06);
			},
		});
}
