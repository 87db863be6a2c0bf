import { clamp, type Point, type Rect, rectOf } from "./geometry.ts";

/** full: all parts with words; mid: short; mini: name, socket and sign only. */
export type Detail = "full" | "mid" | "mini";

/** One core's tile and the places of its parts. Absent parts have no room. */
export type TileLayout = Rect & {
	readonly detail: Detail;
	/** Scale of letters and lines inside. */
	readonly unit: number;
	/** y of the rail above its row. */
	readonly railY: number;
	readonly header: Rect;
	readonly socket: Point;
	readonly socketRadius: number;
	/** Room of the state's word; undefined: only its sign, at `sign`. */
	readonly pill: Rect | undefined;
	readonly sign: Point;
	/** Middle left of the seconds left; behind them the kind of task, if this much room is left for the word. */
	readonly left: Point | undefined;
	readonly kindWidth: number;
	readonly plan: Rect | undefined;
	/** Middles of planned tokens, next first. */
	readonly planSlots: readonly Point[];
	readonly planToken: number;
	/** Whether planned tokens show their seconds. */
	readonly planSeconds: boolean;
	/** Where the number of planned tasks without a slot stands. */
	readonly planMore: Point | undefined;
	readonly cache: Rect | undefined;
	/** Whether plan and cache have their headings. */
	readonly headings: boolean;
};

/** Width of the ring round a socket and its distance, as shares of the radius. */
export const RING_WIDTH = 0.12;
export const RING_RADIUS = 1.15;
/** Outermost radius of what is drawn round a socket. */
export const RING_OUTER = 1.38;

/** `caches`: whether private caches matter to what is played, so that they get room. */
export function layTile(rect: Rect, railY: number, caches: boolean): TileLayout {
	const { width, height } = rect;
	const tile = rectOf(rect.x, rect.y, width, height);
	if (width >= 160 && height >= 150)
		return width >= height * 1.35 ? layWide(tile, railY, caches) : layTall(tile, railY, caches);
	if (width >= 140 && height >= 66) return layMidWide(tile, railY, caches);
	if (width >= 62 && height >= 70) return layMidTall(tile, railY, caches);
	return layMini(tile, railY);
}

function layWide(tile: Rect, railY: number, caches: boolean): TileLayout {
	const { x, y, width, height } = tile;
	const unit = clamp(Math.min(width / 330, height / 200), 0.8, 2);
	const pad = 11 * unit;
	const header = rectOf(x + pad, y + pad * 0.7, width - 2 * pad, 28 * unit);
	const bandHeight = 62 * unit;
	const bandY = y + height - pad - bandHeight;
	const planWidth = caches ? (width - 3 * pad) * 0.6 : width - 2 * pad;
	const bodyY = header.y + header.height;
	const room = bandY - bodyY;
	const socketRadius = Math.min((room / 2 - 3 * unit) / RING_OUTER, 62 * unit);
	const socket = {
		x: Math.round(x + pad + width * 0.05 + socketRadius * RING_OUTER),
		y: Math.round(bodyY + room / 2),
	};
	const sideX = socket.x + socketRadius * RING_OUTER + 14 * unit;
	const pillWidth = Math.min(132 * unit, x + width - pad - sideX);
	const plan = rectOf(x + pad, bandY, planWidth, bandHeight);
	return {
		...tile,
		detail: "full",
		unit,
		railY,
		header,
		socket,
		socketRadius,
		pill: rectOf(sideX, socket.y - 28 * unit, pillWidth, 26 * unit),
		sign: { x: sideX, y: socket.y },
		left: { x: Math.round(sideX + 4 * unit), y: Math.round(socket.y + 18 * unit) },
		kindWidth: Math.floor(x + width - pad - sideX - 54 * unit),
		...layPlan(plan, 28 * unit, unit),
		cache: caches
			? rectOf(x + 2 * pad + planWidth, bandY, width - 3 * pad - planWidth, bandHeight)
			: undefined,
		headings: true,
	};
}

function layTall(tile: Rect, railY: number, caches: boolean): TileLayout {
	const { x, y, width, height } = tile;
	const unit = clamp(Math.min(width / 180, height / 225), 0.8, 2);
	const pad = 9 * unit;
	const header = rectOf(x + pad, y + pad * 0.7, width - 2 * pad, 26 * unit);
	const roomy = height >= 195 * unit;
	const cacheHeight = caches ? (roomy ? 30 : 14) * unit : 0;
	const planHeight = (roomy ? 56 : 40) * unit;
	const cacheY = y + height - pad - cacheHeight;
	const planY = cacheY - (caches ? 6 * unit : 0) - planHeight;
	const bodyY = header.y + header.height;
	const pillHeight = 23 * unit;
	const room = planY - 5 * unit - pillHeight - bodyY;
	const socketRadius = Math.min((room / 2 - unit) / RING_OUTER, 46 * unit, width * 0.24);
	const socket = { x: Math.round(x + width / 2), y: Math.round(bodyY + room / 2) };
	const pillWidth = Math.min(width - 2 * pad, 122 * unit);
	return {
		...tile,
		detail: "full",
		unit,
		railY,
		header,
		socket,
		socketRadius,
		pill: rectOf(socket.x - pillWidth / 2, bodyY + room + unit, pillWidth, pillHeight),
		sign: { x: socket.x, y: socket.y },
		left: { x: Math.round(socket.x + socketRadius * RING_OUTER + 4 * unit), y: socket.y },
		kindWidth: 0,
		...layPlan(rectOf(x + pad, planY, width - 2 * pad, planHeight), 25 * unit, unit, roomy),
		cache: caches ? rectOf(x + pad, cacheY, width - 2 * pad, cacheHeight) : undefined,
		headings: roomy,
	};
}

function layMidWide(tile: Rect, railY: number, caches: boolean): TileLayout {
	const { x, y, width, height } = tile;
	const unit = clamp(height / 104, 0.8, 1.5);
	const pad = 7 * unit;
	const header = rectOf(x + pad, y + pad * 0.5, width - 2 * pad, 19 * unit);
	const cacheHeight = caches ? 8 * unit : 0;
	const cacheY = y + height - pad * 0.8 - cacheHeight;
	const bodyY = header.y + header.height;
	const room = cacheY - 2 * unit - bodyY;
	const socketRadius = Math.min(room / 2 / RING_OUTER, width * 0.16);
	const socket = { x: Math.round(x + pad + socketRadius * RING_OUTER), y: Math.round(bodyY + room / 2) };
	const sideX = socket.x + socketRadius * RING_OUTER + 6 * unit;
	const sideWidth = x + width - pad - sideX;
	const pillHeight = 18 * unit;
	const plan = rectOf(sideX, bodyY + 3 * unit + pillHeight, sideWidth, room - pillHeight - 3 * unit);
	const token = Math.min(20 * unit, plan.height - 2);
	return {
		...tile,
		detail: "mid",
		unit,
		railY,
		header,
		socket,
		socketRadius,
		pill: rectOf(sideX, bodyY + 2 * unit, Math.min(sideWidth, 106 * unit), pillHeight),
		sign: { x: sideX, y: socket.y },
		left: undefined,
		kindWidth: 0,
		plan,
		planSlots: slotsAcross(plan, 3, token, plan.y + plan.height / 2),
		planToken: token,
		planSeconds: false,
		planMore: { x: Math.round(plan.x + plan.width - 8 * unit), y: Math.round(plan.y + plan.height / 2) },
		cache: caches ? rectOf(x + pad, cacheY, width - 2 * pad, cacheHeight) : undefined,
		headings: false,
	};
}

function layMidTall(tile: Rect, railY: number, caches: boolean): TileLayout {
	const { x, y, width, height } = tile;
	const unit = clamp(Math.min(width / 78, height / 84), 0.85, 1.5);
	const pad = 5 * unit;
	const header = rectOf(x + pad, y + pad * 0.6, width - 2 * pad, 16 * unit);
	const cacheHeight = caches ? 6 * unit : 0;
	const cacheY = y + height - pad - cacheHeight;
	const bodyY = header.y + header.height;
	const room = cacheY - bodyY;
	const socketRadius = Math.min((room / 2 - 1) / RING_OUTER, width * 0.24);
	const socket = { x: Math.round(x + pad + socketRadius * RING_OUTER), y: Math.round(bodyY + room / 2) };
	const planX = Math.max(x + width - pad - 7 * unit, socket.x + socketRadius * RING_OUTER + 7 * unit);
	const token = Math.min(13 * unit, room / 3.2);
	return {
		...tile,
		detail: "mid",
		unit,
		railY,
		header,
		socket,
		socketRadius,
		pill: undefined,
		sign: { x: Math.round(x + width - pad - 6 * unit), y: Math.round(header.y + header.height / 2) },
		left: undefined,
		kindWidth: 0,
		plan: undefined,
		planSlots: [0, 1, 2].map((index) => ({
			x: Math.round(planX),
			y: Math.round(socket.y + (index - 1) * (token + 1.5 * unit)),
		})),
		planToken: token,
		planSeconds: false,
		planMore: undefined,
		cache: caches ? rectOf(x + pad, cacheY, width - 2 * pad, cacheHeight) : undefined,
		headings: false,
	};
}

function layMini(tile: Rect, railY: number): TileLayout {
	const { x, y, width, height } = tile;
	const unit = clamp(height / 52, 0.8, 1.3);
	const pad = 4 * unit;
	const beside = width >= height * 1.7;
	const header = rectOf(x + pad, y + pad * 0.6, width - 2 * pad, 13 * unit);
	const bodyY = header.y + header.height;
	const room = y + height - pad - bodyY;
	const socketRadius = Math.max(4, Math.min(room / 2 / RING_OUTER, width * 0.3));
	const token = Math.min(13 * unit, room * 0.6);
	const socketX = beside ? x + pad + socketRadius * RING_OUTER : x + width / 2;
	const socket = { x: Math.round(socketX), y: Math.round(bodyY + room / 2) };
	const planX = socket.x + socketRadius * RING_OUTER + token / 2 + 3;
	return {
		...tile,
		detail: "mini",
		unit,
		railY,
		header,
		socket,
		socketRadius,
		pill: undefined,
		sign: { x: Math.round(x + width - pad - 5 * unit), y: Math.round(header.y + header.height / 2) },
		left: undefined,
		kindWidth: 0,
		plan: undefined,
		planSlots: beside
			? [0, 1, 2].map((index) => ({ x: Math.round(planX + index * (token + 1)), y: socket.y }))
			: [],
		planToken: token,
		planSeconds: false,
		planMore: undefined,
		cache: undefined,
		headings: false,
	};
}

function layPlan(plan: Rect, token: number, unit: number, headings = true) {
	const slots = clamp(Math.floor((plan.width - token * 0.6) / (token * 1.5)), 3, MOST_SLOTS);
	const top = plan.y + (headings ? 15 * unit : 3 * unit);
	const middle = top + token / 2;
	return {
		plan,
		planSlots: slotsAcross(plan, slots, token, middle),
		planToken: token,
		planSeconds: true,
		planMore: { x: Math.round(plan.x + plan.width - 13 * unit), y: Math.round(middle) },
	};
}

/** As many as a run queue takes from players. */
const MOST_SLOTS = 8;

/** Slots side by side with room for the number of the rest at the right. */
function slotsAcross(plan: Rect, slots: number, token: number, y: number): Point[] {
	const pitch = Math.min((plan.width - token * 0.6) / slots, token * 1.75);
	return Array.from({ length: slots }, (_, index) => ({
		x: Math.round(plan.x + token * 0.2 + pitch * (index + 0.5)),
		y: Math.round(y),
	}));
}
