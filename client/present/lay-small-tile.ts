import { clamp, type Rect, rectOf } from "./geometry.ts";
import { RING_OUTER, type TileLayout } from "./layout-tile.ts";
import { slotsAcross } from "./plan-slots.ts";

export function layMidWide(tile: Rect, railY: number, caches: boolean): TileLayout {
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
	// If the tile is too narrow for a word, the header shows a sign instead.
	const hasPill = sideWidth >= 80 * unit;
	const pillHeight = hasPill ? 18 * unit : 0;
	const plan = rectOf(sideX, bodyY + 3 * unit + pillHeight, sideWidth, room - pillHeight - 3 * unit);
	// Two or three tasks must fit beside the socket.
	const token = Math.min(20 * unit, plan.height - 2, plan.width / (hasPill ? 3.8 : 2.8));
	const planSeconds = plan.height >= token + 18 * unit;
	const slots = clamp(Math.floor((plan.width - token * 0.6) / (token * 1.06)), 1, 3);
	return {
		...tile,
		detail: "mid",
		unit,
		railY,
		header,
		socket,
		socketRadius,
		pill: hasPill ? rectOf(sideX, bodyY + 2 * unit, Math.min(sideWidth, 106 * unit), pillHeight) : undefined,
		sign: { x: Math.round(x + width - pad - 6 * unit), y: Math.round(header.y + header.height / 2) },
		left: undefined,
		kindWidth: 0,
		plan,
		planSlots: slotsAcross(plan, slots, token, plan.y + plan.height / 2 - (planSeconds ? 7 * unit : 0)),
		planToken: token,
		planSeconds,
		planMore: { x: Math.round(plan.x + plan.width - 8 * unit), y: Math.round(plan.y + plan.height / 2) },
		cache: caches ? rectOf(x + pad, cacheY, width - 2 * pad, cacheHeight) : undefined,
		headings: false,
	};
}

export function layMidTall(tile: Rect, railY: number, caches: boolean): TileLayout {
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

/** Lays out a narrow, high tile, as on a scheduler's phone: the plan stands under the socket. */
export function layMidHigh(tile: Rect, railY: number, caches: boolean): TileLayout {
	const { x, y, width, height } = tile;
	const unit = clamp(width / 78, 0.85, 1.4);
	const pad = 5 * unit;
	const header = rectOf(x + pad, y + pad * 0.6, width - 2 * pad, 16 * unit);
	const cacheHeight = caches ? 6 * unit : 0;
	const cacheY = y + height - pad - cacheHeight;
	const token = 20 * unit;
	const planHeight = token + 17 * unit;
	const planY = cacheY - 2 * unit - planHeight;
	const bodyY = header.y + header.height;
	const room = planY - bodyY;
	const socketRadius = Math.min((room / 2 - 1) / RING_OUTER, width * 0.3);
	const plan = rectOf(x + pad * 0.5, planY, width - pad, planHeight);
	return {
		...tile,
		detail: "mid",
		unit,
		railY,
		header,
		socket: { x: Math.round(x + width / 2), y: Math.round(bodyY + room / 2) },
		socketRadius,
		pill: undefined,
		sign: { x: Math.round(x + width - pad - 6 * unit), y: Math.round(header.y + header.height / 2) },
		left: undefined,
		kindWidth: 0,
		plan,
		planSlots: [0, 1, 2].map((index) => ({
			x: Math.round(plan.x + (plan.width * (index + 0.5)) / 3),
			y: Math.round(planY + 2 * unit + token / 2),
		})),
		planToken: token,
		planSeconds: true,
		planMore: undefined,
		cache: caches ? rectOf(x + pad, cacheY, width - 2 * pad, cacheHeight) : undefined,
		headings: false,
	};
}

export function layMini(tile: Rect, railY: number): TileLayout {
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
