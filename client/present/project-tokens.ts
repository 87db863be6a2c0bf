import type { ChipView, TokenView } from "./chip-view.ts";
import { type DrawList, put, putBar, putNumber, tenths } from "./draw-list.ts";
import { ease, type Point } from "./geometry.ts";
import type { LanePicture } from "./lane.ts";
import type { ChipLayout } from "./layout.ts";
import { arrival, type Motion, type Track } from "./motion.ts";
import type { Prefs } from "./prefs.ts";
import { CELL_LETTERS } from "./project-core.ts";
import { along, anchorOf, hasSlot, routeBetween, tileOf } from "./route.ts";
import { bakedSize, type NumberSizes, tokenSizes } from "./sizes.ts";

/** Work that fills the bar of a row; longer tasks fill it too. */
const BAR_SECONDS = 4;

type Pen = {
	readonly list: DrawList;
	readonly layout: ChipLayout;
	readonly prefs: Prefs;
	readonly numbers: NumberSizes;
	readonly sizes: readonly number[];
	readonly lane: LanePicture;
};

/** Resting tokens first, so that those on their way pass above them. */
export function drawTokens(
	list: DrawList,
	view: ChipView,
	motion: Motion,
	layout: ChipLayout,
	lane: LanePicture,
	prefs: Prefs,
	numbers: NumberSizes,
): void {
	const pen: Pen = { list, layout, prefs, numbers, sizes: tokenSizes(layout), lane };
	const moving: { token: TokenView; track: Track; share: number }[] = [];
	for (const token of view.tokens) {
		const track = motion.tracks.get(token.thread);
		const share = track === undefined ? 1 : arrival(track, view.nowNs);
		if (share >= 1) drawResting(pen, token, 1);
		else if (track?.from === undefined || prefs.reducedMotion) drawResting(pen, token, 0.2 + 0.8 * share);
		else if (track !== undefined) moving.push({ token, track, share });
	}
	for (const { token, track, share } of moving) drawMoving(pen, token, track, ease(share));
}

function drawResting(pen: Pen, token: TokenView, alpha: number): void {
	const { layout, prefs, numbers, list } = pen;
	const { place } = token;
	if (place.zone === "done" || !hasSlot(layout, place, prefs.own)) return;
	const anchor = anchorOf(layout, place, prefs.own, { x: 0, y: 0 });
	drawToken(pen, token, anchor, anchor.size, alpha);
	if (place.zone === "shared") drawSlotWords(pen, token, anchor, alpha);
	if (place.zone === "planned" && tileOf(layout, place.core, prefs.own).planSeconds)
		putNumber(
			list,
			tenths(token.seconds),
			numbers.small,
			anchor.x,
			anchor.y + anchor.size / 2 + numbers.small * 0.72,
			"middle",
			alpha,
		);
	if (place.zone === "socket" && place.core === prefs.own && layout.mine !== undefined) {
		// On a phone the own core is there twice; the small one shows its task as well.
		const small = layout.tiles[place.core];
		if (small !== undefined) drawToken(pen, token, small.socket, small.socketRadius * 1.34, alpha);
	}
}

function drawMoving(pen: Pen, token: TokenView, track: Track, share: number): void {
	const { layout, prefs } = pen;
	if (track.from === undefined) return;
	const exit = exitOf(pen, token);
	const from = anchorOf(layout, track.from, prefs.own, exit);
	const to = anchorOf(layout, track.to, prefs.own, exit);
	const point = along(routeBetween(layout, track.from, track.to, prefs.own, exit), share);
	const size = from.size + (to.size - from.size) * share;
	drawToken(pen, token, point, size, token.place.zone === "done" ? 1 - share * 0.5 : 1);
}

/** A finished task flies to its own bar in the program, or to the end of the lane. */
function exitOf({ layout, lane }: Pen, token: TokenView): Point {
	const bar = lane.bars.find(({ part }) => part.thread === token.thread);
	if (bar !== undefined) return { x: bar.x + bar.width / 2, y: bar.y + bar.height / 2 };
	return { x: layout.lane.head.x + layout.lane.head.width / 2, y: layout.lane.y + layout.lane.height / 2 };
}

function drawToken(
	{ list, prefs, sizes }: Pen,
	token: TokenView,
	at: Point,
	size: number,
	alpha: number,
): void {
	const baked = bakedSize(sizes, size);
	const scale = Math.abs(size - baked) < 0.6 ? 1 : size / baked;
	put(list, `token-${baked}-${token.kind}${token.ready ? "" : "-waiting"}`, at.x, at.y, alpha, scale);
	if (token.data !== undefined && size >= 17)
		put(
			list,
			`data-${token.data % CELL_LETTERS}`,
			at.x + size * 0.4,
			at.y + size * 0.36,
			alpha,
			Math.min(1.5, size / 30),
		);
	if (prefs.pending.has(token.thread)) put(list, `pending-${baked}`, at.x, at.y, 1, scale);
	if (prefs.selected === token.thread) put(list, `selected-${baked}`, at.x, at.y, 1, scale);
}

function drawSlotWords(
	{ list, layout, numbers }: Pen,
	token: TokenView,
	anchor: Point & { size: number },
	alpha: number,
): void {
	const { queue } = layout;
	const text = tenths(token.seconds);
	const strength = token.ready ? alpha : alpha * 0.8;
	if (queue.style === "cell") {
		putNumber(
			list,
			text,
			numbers.small,
			anchor.x,
			anchor.y + anchor.size / 2 + numbers.small * 0.8,
			"middle",
			strength,
		);
		return;
	}
	const left = anchor.x + anchor.size * 0.5 + (layout.compact ? 7 : 12 * layout.unit);
	if (layout.compact) {
		putNumber(list, text, numbers.medium, left, anchor.y, "left", strength);
		return;
	}
	const right = queue.x + queue.width - 13 * layout.unit;
	putNumber(list, text, numbers.medium, left, anchor.y - 5 * layout.unit, "left", strength);
	const width = right - left;
	const height = Math.max(3, 4 * layout.unit);
	const y = anchor.y + 8 * layout.unit;
	putBar(list, "track", left, y, width, height, alpha);
	putBar(
		list,
		token.ready ? token.kind : `${token.kind}-dark`,
		left,
		y,
		width * Math.min(1, token.seconds / BAR_SECONDS),
		height,
		alpha,
	);
}
