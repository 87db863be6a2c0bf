import { clamp, type Rect, rectOf } from "./geometry.ts";
import type { LaneLayout } from "./layout.ts";

/** The head is as wide as its longest words need: "Aufgaben fertig" beside a count. */
export function layLane(rect: Rect, unit: number, compact: boolean): LaneLayout {
	const headWidth = compact ? 62 : clamp(146 * unit, 98, 250);
	const padX = compact ? 5 : 12 * unit;
	const padY = compact ? 5 : 11 * unit;
	const field = rectOf(
		rect.x + headWidth,
		rect.y + padY,
		rect.width - headWidth - padX,
		rect.height - 2 * padY,
	);
	const rows = Math.max(4, Math.min(16, Math.floor(field.height / (compact ? 4 : Math.max(5, 6.4 * unit)))));
	return {
		...rect,
		head: rectOf(rect.x, rect.y, headWidth, rect.height),
		field,
		rows,
		pitch: field.height / rows,
	};
}
