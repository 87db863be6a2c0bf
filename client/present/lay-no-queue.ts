import type { Rect } from "./geometry.ts";
import type { QueueLayout } from "./layout.ts";

/** Layout for a chip without a shared queue: nothing but the scheduler's badge, which fills `rect`. */
export function layNoQueue(rect: Rect, style: QueueLayout["style"], token: number): QueueLayout {
	const middle = { x: Math.round(rect.x + rect.width / 2), y: Math.round(rect.y + rect.height / 2) };
	return { ...rect, style, title: middle, seat: rect, order: middle, slots: [], token, more: middle };
}
