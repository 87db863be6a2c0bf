import { clamp, type Rect, rectOf } from "./geometry.ts";
import { RING_OUTER, type TileLayout } from "./layout-tile.ts";
import { slotsAcross } from "./plan-slots.ts";

export function layWide(tile: Rect, railY: number, caches: boolean): TileLayout {
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

export function layTall(tile: Rect, railY: number, caches: boolean): TileLayout {
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
	// In the middle, or as far left as needed to leave room for "10.0 s" or more beside it.
	const radius = socketRadius * RING_OUTER;
	const socketX = Math.max(x + pad + radius, Math.min(x + width / 2, x + width - radius - 56 * unit));
	const socket = { x: Math.round(socketX), y: Math.round(bodyY + room / 2) };
	const pillWidth = Math.min(width - 2 * pad, 122 * unit);
	return {
		...tile,
		detail: "full",
		unit,
		railY,
		header,
		socket,
		socketRadius,
		pill: rectOf(x + width / 2 - pillWidth / 2, bodyY + room + unit, pillWidth, pillHeight),
		sign: { x: socket.x, y: socket.y },
		left: { x: Math.round(socket.x + radius + 4 * unit), y: socket.y },
		kindWidth: 0,
		...layPlan(rectOf(x + pad, planY, width - 2 * pad, planHeight), 25 * unit, unit, roomy),
		cache: caches ? rectOf(x + pad, cacheY, width - 2 * pad, cacheHeight) : undefined,
		headings: roomy,
	};
}

function layPlan(plan: Rect, token: number, unit: number, headings = true) {
	const slots = clamp(Math.floor((plan.width - token * 0.6) / (token * 1.5)), 3, SLOTS_MAX);
	const top = plan.y + (headings ? 15 * unit : 3 * unit);
	const middle = top + token / 2;
	return {
		plan,
		planSlots: slotsAcross(plan, slots, token, middle),
		planToken: token,
		planSeconds: true,
		// Beside the heading, where no token ends, whatever their pitch.
		planMore: {
			x: Math.round(plan.x + plan.width - 13 * unit),
			y: Math.round(headings ? plan.y + 10 * unit : middle),
		},
	};
}

/** More tasks would be too small to read; the rest are counted. */
const SLOTS_MAX = 8;
