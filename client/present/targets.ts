import type { ChipView, TokenView } from "./chip-view.ts";
import { centreOf, type Point, type Rect, rectOf } from "./geometry.ts";
import type { ChipLayout } from "./layout.ts";
import type { TileLayout } from "./layout-tile.ts";
import { hasSlot, tileOf } from "./route.ts";

/** What one can point at: a core's tile, or a token in its slot. */
export type PointTarget = Rect &
	({ readonly type: "core"; readonly core: number } | { readonly type: "token"; readonly token: TokenView });

export type Direction = "left" | "right" | "up" | "down";

/** Whose planned tokens can be pointed at: those of one core (by index), of all, or of none. */
export type Reach = number | "all" | "none";

/** All targets: cores first, then tokens in the order of their queues. */
export function listTargets(
	view: ChipView,
	layout: ChipLayout,
	own: number | undefined,
	reach: Reach,
): PointTarget[] {
	const targets: PointTarget[] = view.cores.map(({ core }) => {
		const { x, y, width, height } = tileOf(layout, core, own);
		return { type: "core", core, x, y, width, height };
	});
	// Where the scheduler deals, what waits undealt is nothing that a core could pick up.
	const isOthers = own !== undefined && !view.scenario.coresTake;
	for (const token of view.tokens) {
		if (isOthers && token.place.zone === "shared") continue;
		const rect = tokenRect(token, layout, own, reach);
		if (rect !== undefined) targets.push({ type: "token", token, ...rect });
	}
	return targets;
}

/** A key that stays the same as long as the target does. */
export function targetKey(target: PointTarget): string {
	return target.type === "core" ? `core-${target.core}` : `token-${target.token.thread}`;
}

/** The nearest target in this direction, preferring straight ahead; undefined if there is none. */
export function neighbourOf(
	targets: readonly PointTarget[],
	from: Rect,
	direction: Direction,
): PointTarget | undefined {
	const start = centreOf(from);
	let best: PointTarget | undefined;
	let bestCost = Number.POSITIVE_INFINITY;
	for (const target of targets) {
		const end = centreOf(target);
		const [ahead, aside] = offsets(start, end, direction);
		if (ahead <= 2 || aside > ahead * 3 + target.height / 2) continue;
		const cost = ahead + aside * 2;
		if (cost < bestCost) {
			best = target;
			bestCost = cost;
		}
	}
	return best;
}

/**
 * The core under a point and the position in its queue that the point means, "shared" for the shared queue, or
 * undefined.
 */
export function dropAt(
	view: ChipView,
	layout: ChipLayout,
	own: number | undefined,
	point: Point,
): { core: number; position: number } | "shared" | undefined {
	if (layout.queue.slots.length > 0 && isInside(layout.queue, point)) return "shared";
	const tiles = layout.mine === undefined || own === undefined ? [] : [{ tile: layout.mine, core: own }];
	layout.tiles.forEach((tile, core) => {
		tiles.push({ tile, core });
	});
	for (const { tile, core } of tiles)
		if (isInside(tile, point))
			return { core, position: positionAt(tile, view.cores[core]?.planned ?? 0, point) };
	return undefined;
}

/** On the socket: first. On the plan: before the first slot whose centre lies right of the point. Elsewhere: last. */
function positionAt(tile: TileLayout, planned: number, point: Point): number {
	const { socket, socketRadius, plan, planSlots } = tile;
	if ((point.x - socket.x) ** 2 + (point.y - socket.y) ** 2 < socketRadius ** 2) return 0;
	if (plan === undefined || !isInside(plan, point)) return planned;
	return Math.min(planned, planSlots.filter((slot) => slot.x < point.x).length);
}

function tokenRect(
	{ place }: TokenView,
	layout: ChipLayout,
	own: number | undefined,
	reach: Reach,
): Rect | undefined {
	if (!hasSlot(layout, place, own)) return undefined;
	if (place.zone === "shared") return layout.queue.slots[place.index];
	if (place.zone !== "planned" || reach === "none" || (reach !== "all" && reach !== place.core))
		return undefined;
	const tile = tileOf(layout, place.core, own);
	const slot = tile.planSlots[place.index];
	if (slot === undefined) return undefined;
	const next = tile.planSlots[1];
	const first = tile.planSlots[0];
	const across = next === undefined || first === undefined || next.x !== first.x;
	const pitch =
		next === undefined || first === undefined ? tile.planToken * 1.5 : next.x - first.x + next.y - first.y;
	const width = across ? pitch : tile.planToken + 4;
	if (tile.plan === undefined || !across) {
		const height = across ? tile.planToken + 4 : pitch;
		return rectOf(slot.x - width / 2, slot.y - height / 2, width, height);
	}
	return rectOf(slot.x - width / 2, tile.plan.y, width, tile.plan.height);
}

function offsets(start: Point, end: Point, direction: Direction): [ahead: number, aside: number] {
	const x = end.x - start.x;
	const y = end.y - start.y;
	if (direction === "left") return [-x, Math.abs(y)];
	if (direction === "right") return [x, Math.abs(y)];
	return [direction === "up" ? -y : y, Math.abs(x)];
}

function isInside(rect: Rect, point: Point): boolean {
	return (
		point.x >= rect.x && point.y >= rect.y && point.x < rect.x + rect.width && point.y < rect.y + rect.height
	);
}
