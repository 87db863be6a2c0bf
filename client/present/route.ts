import { at } from "#shared/lib/assert.ts";
import type { TokenPlace } from "./chip-view.ts";
import { centreOf, clamp, type Point } from "./geometry.ts";
import type { ChipLayout } from "./layout.ts";
import type { TileLayout } from "./layout-tile.ts";

/** The tile in which a core's tasks are drawn. On a phone the player's own core uses the large one. */
export function tileOf(layout: ChipLayout, core: number, own: number | undefined): TileLayout {
	return core === own && layout.mine !== undefined ? layout.mine : at(layout.tiles, core);
}

/** Centre and diameter of a token at a place. `exit` is where finished ones go. */
export function anchorOf(
	layout: ChipLayout,
	place: TokenPlace,
	own: number | undefined,
	exit: Point,
): Point & { readonly size: number } {
	switch (place.zone) {
		case "shared":
			return queueAnchor(layout, place.index);
		case "planned": {
			const tile = tileOf(layout, place.core, own);
			const slot = tile.planSlots[place.index] ?? tile.planMore ?? tile.planSlots.at(-1) ?? tile.socket;
			return { ...slot, size: tile.planToken };
		}
		case "socket": {
			const tile = tileOf(layout, place.core, own);
			return { ...tile.socket, size: tile.socketRadius * 1.34 };
		}
		case "done":
			return { ...exit, size: layout.queue.token * 0.5 };
	}
}

/** Whether a place has a slot of its own. Tokens without one are only counted. */
export function hasSlot(layout: ChipLayout, place: TokenPlace, own: number | undefined): boolean {
	if (place.zone === "shared") return place.index < layout.queue.slots.length;
	if (place.zone === "planned") return place.index < tileOf(layout, place.core, own).planSlots.length;
	return true;
}

/** Corners of the route from place to place along the rails. */
export function routeBetween(
	layout: ChipLayout,
	from: TokenPlace,
	to: TokenPlace,
	own: number | undefined,
	exit: Point,
): Point[] {
	const a = anchorOf(layout, from, own, exit);
	const b = anchorOf(layout, to, own, exit);
	if (isWithinPanel(from, to) || layout.portrait)
		return layout.portrait && !isWithinPanel(from, to) ? bend(a, b) : [a, b];
	const railA = from.zone === "shared" ? undefined : at(layout.tiles, from.core).railY;
	const railB = to.zone === "shared" ? undefined : at(layout.tiles, to.core).railY;
	const points: Point[] = [a];
	if (to.zone === "done" && railA !== undefined)
		return [a, { x: a.x, y: railA }, { x: layout.collectorX, y: railA }, { x: layout.collectorX, y: b.y }, b];
	if (railA === undefined) points.push({ x: layout.spineX, y: a.y });
	else points.push({ x: a.x, y: railA });
	if (railA !== railB) {
		if (railA !== undefined) points.push({ x: layout.spineX, y: railA });
		points.push({ x: layout.spineX, y: railB ?? b.y });
	}
	if (railB !== undefined) points.push({ x: b.x, y: railB });
	points.push(b);
	return points;
}

/** The point at `share` of the route, 0 to 1. */
export function along(points: readonly Point[], share: number): Point {
	let length = 0;
	for (let index = 1; index < points.length; index++)
		length += distance(at(points, index - 1), at(points, index));
	let rest = length * share;
	for (let index = 1; index < points.length; index++) {
		const a = at(points, index - 1);
		const b = at(points, index);
		const step = distance(a, b);
		if (rest <= step && step > 0) {
			const part = clamp(rest / step, 0, 1);
			return { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part };
		}
		rest -= step;
	}
	return at(points, points.length - 1);
}

function queueAnchor(layout: ChipLayout, index: number): Point & { readonly size: number } {
	const { queue } = layout;
	const slot = queue.slots[index];
	if (slot === undefined) return { ...queue.more, size: queue.token };
	if (queue.style === "row")
		return {
			x: Math.round(slot.x + queue.token / 2 + slot.height * 0.12),
			y: Math.round(slot.y + slot.height / 2),
			size: queue.token,
		};
	return { x: Math.round(centreOf(slot).x), y: Math.round(slot.y + 3 + queue.token / 2), size: queue.token };
}

function isWithinPanel(from: TokenPlace, to: TokenPlace): boolean {
	if (from.zone === "shared" || to.zone === "shared") return from.zone === to.zone;
	return to.zone !== "done" && from.core === to.core;
}

function bend(a: Point, b: Point): Point[] {
	const middle = (a.y + b.y) / 2;
	return [a, { x: a.x, y: middle }, { x: b.x, y: middle }, b];
}

function distance(a: Point, b: Point): number {
	return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}
