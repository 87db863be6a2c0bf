import { LETTERS } from "#shared/lib/letters.ts";
import type { ChipView, TokenView } from "./chip-view.ts";
import { type DrawList, put, putBar, putNumber, tenths } from "./draw-list.ts";
import { ease, type Point } from "./geometry.ts";
import type { LanePicture } from "./lane.ts";
import type { ChipLayout } from "./layout.ts";
import { arrival, type Motion, type Track } from "./motion.ts";
import type { Prefs } from "./prefs.ts";
import { along, anchorOf, hasSlot, routeBetween, tileOf } from "./route.ts";
import { bakedSize, type NumberSizes, tileNumbers, tokenSizes } from "./sizes.ts";

/** Work that fills the bar of a row, in seconds of play. Longer tasks fill it too. */
const BAR_SECONDS = 4;

/** Side at which the letters of data are baked, which is also the largest size of a badge. */
export const BADGE_SIDE = 22;
/** Most tasks behind a token that its badge counts. */
export const FOLLOWERS_MAX = 3;

function badgeScale(tokenSize: number): number {
	return Math.min(1, Math.max(11, tokenSize * 0.48) / BADGE_SIDE);
}

type Pen = {
	readonly list: DrawList;
	readonly layout: ChipLayout;
	readonly prefs: Prefs;
	readonly numbers: NumberSizes;
	readonly sizes: readonly number[];
	readonly lane: LanePicture;
};

/** Draws resting tokens first, so that moving ones pass above them. */
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
		const share = track === undefined || prefs.isOver ? 1 : arrival(track, view.nowNs);
		if (share >= 1) drawResting(pen, token, 1);
		else if (track?.from === undefined || prefs.reducedMotion) drawResting(pen, token, 0.2 + 0.8 * share);
		else if (track !== undefined) moving.push({ token, track, share });
	}
	for (const { token, track, share } of moving) drawMoving(pen, token, track, ease(share));
}

function drawResting(pen: Pen, token: TokenView, alpha: number): void {
	const { layout, prefs } = pen;
	const { place } = token;
	if (place.zone === "done" || !hasSlot(layout, place, prefs.own)) return;
	const anchor = anchorOf(layout, place, prefs.own, { x: 0, y: 0 });
	drawToken(pen, token, anchor, anchor.size, alpha);
	drawWords(pen, token, anchor, alpha);
	if (place.zone === "socket" && place.core === prefs.own && layout.mine !== undefined) {
		// On a phone the player's own core appears twice. The small one shows its task as well.
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
	// Finished tokens are small at once, because there are many of them on the rails.
	const start = track.to.zone === "done" ? Math.min(from.size, layout.queue.token) : from.size;
	const size = start + (to.size - start) * share;
	drawToken(pen, token, point, size, token.place.zone === "done" ? 1 - share * 0.5 : 1);
	// A token that moves up in its own queue keeps its words.
	if (track.from.zone === track.to.zone && hasSlot(layout, track.to, prefs.own))
		drawWords(pen, token, { ...point, size }, 1);
}

/** Where a finished task flies to: its own bar in the program, or the end of the lane. */
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
		put(list, `data-${token.data % LETTERS}`, at.x + size * 0.4, at.y + size * 0.36, alpha, badgeScale(size));
	if (size >= 17) {
		const marks = badgeScale(size);
		if (token.alarm !== undefined)
			put(list, `alarm-${token.alarm}`, at.x + size * 0.4, at.y - size * 0.36, alpha, marks);
		const mark = token.risky ? "risk" : token.rare ? "rare" : followersMark(token);
		if (mark !== undefined) put(list, mark, at.x - size * 0.42, at.y - size * 0.34, alpha, marks);
	}
	if (prefs.pending.has(token.thread)) put(list, `pending-${baked}`, at.x, at.y, 1, scale);
	if (prefs.selected.has(token.thread)) put(list, `selected-${baked}`, at.x, at.y, 1, scale);
}

function followersMark({ followers }: TokenView): string | undefined {
	return followers > 0 ? `followers-${Math.min(followers, FOLLOWERS_MAX)}` : undefined;
}

/** Draws what a token in a slot says about itself: its seconds and, in rows, a bar of that length. */
function drawWords(pen: Pen, token: TokenView, anchor: Point & { size: number }, alpha: number): void {
	const { list, layout, prefs, numbers } = pen;
	const { place } = token;
	if (place.zone === "shared" && layout.queue.style === "row") {
		drawRow(pen, token, anchor, alpha);
		return;
	}
	let size = numbers.small;
	if (place.zone === "planned") {
		const tile = tileOf(layout, place.core, prefs.own);
		if (!tile.planSeconds) return;
		size = tileNumbers(tile).small;
	} else if (place.zone !== "shared") return;
	const y = anchor.y + anchor.size / 2 + size * 0.76;
	const strength = token.ready ? alpha : alpha * 0.85;
	putNumber(list, tenths(token.seconds), { size, x: anchor.x, y, align: "middle", alpha: strength });
}

function drawRow(
	{ list, layout, numbers }: Pen,
	token: TokenView,
	anchor: Point & { size: number },
	alpha: number,
): void {
	const { queue, compact, unit } = layout;
	const x = anchor.x + anchor.size * 0.5 + (compact ? 7 : 12 * unit);
	const strength = token.ready ? alpha : alpha * 0.85;
	const text = tenths(token.seconds);
	if (compact) {
		putNumber(list, text, { size: numbers.medium, x, y: anchor.y, align: "left", alpha: strength });
		return;
	}
	putNumber(list, text, { size: numbers.medium, x, y: anchor.y - 5 * unit, align: "left", alpha: strength });
	const width = queue.x + queue.width - 13 * unit - x;
	const height = Math.max(3, 4 * unit);
	const y = anchor.y + 8 * unit;
	const filled = width * Math.min(1, token.seconds / BAR_SECONDS);
	putBar(list, "track", x, y, width, height, alpha);
	putBar(list, token.kind, x, y, filled, height, token.ready ? alpha : alpha * 0.45);
}
