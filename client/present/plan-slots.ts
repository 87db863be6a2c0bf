import type { Point, Rect } from "./geometry.ts";

/** Slots side by side, with room at the right for the number of tasks that have none. */
export function slotsAcross(plan: Rect, slots: number, token: number, y: number): Point[] {
	const pitch = Math.min((plan.width - token * 0.6) / slots, token * 1.75);
	return Array.from({ length: slots }, (_, index) => ({
		x: Math.round(plan.x + token * 0.2 + pitch * (index + 0.5)),
		y: Math.round(y),
	}));
}
