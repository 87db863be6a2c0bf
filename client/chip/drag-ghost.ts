import type { TokenView } from "../present/chip-view.ts";
import { type Point, type Rect, rectOf } from "../present/geometry.ts";
import { paintToken } from "./paint-token.ts";

/** What a drag shows: the token under the pointer, and an outline around the place where it would be dropped. */
export type DragGhost = {
	readonly isShown: () => boolean;
	readonly show: (token: TokenView) => void;
	/** `place`, in CSS pixels of the group: what is outlined; undefined where nothing can be dropped. */
	readonly moveTo: (point: Point, place: Rect | undefined) => void;
	readonly hide: () => void;
};

const SIZE_PX = 46;
const OUTLINE_PX = 3;

export function createDragGhost(group: HTMLElement): DragGhost {
	let ghost: HTMLCanvasElement | undefined;
	const outline = document.createElement("div");
	outline.className = "chip-drop";
	return {
		isShown: () => ghost !== undefined,
		show: (token) => {
			ghost = paintGhost(token);
			group.append(ghost);
		},
		moveTo: (point, place) => {
			if (ghost === undefined) return;
			ghost.style.left = `${point.x - SIZE_PX / 2}px`;
			ghost.style.top = `${point.y - SIZE_PX / 2}px`;
			if (place === undefined) outline.remove();
			else surround(outline, group, place);
		},
		hide: () => {
			ghost?.remove();
			ghost = undefined;
			outline.remove();
		},
	};
}

function paintGhost({ kind, ready }: TokenView): HTMLCanvasElement {
	const canvas = document.createElement("canvas");
	const ratio = window.devicePixelRatio || 1;
	canvas.className = "chip-ghost";
	canvas.width = SIZE_PX * ratio;
	canvas.height = SIZE_PX * ratio;
	canvas.style.width = `${SIZE_PX}px`;
	canvas.style.height = `${SIZE_PX}px`;
	canvas.setAttribute("aria-hidden", "true");
	const context = canvas.getContext("2d");
	if (context !== null) {
		context.scale(ratio, ratio);
		paintToken(context, kind, SIZE_PX / 2, SIZE_PX / 2, SIZE_PX - 10, ready);
	}
	return canvas;
}

function surround(outline: HTMLElement, group: HTMLElement, { x, y, width, height }: Rect): void {
	const rect = rectOf(x - OUTLINE_PX, y - OUTLINE_PX, width + 2 * OUTLINE_PX, height + 2 * OUTLINE_PX);
	outline.style.left = `${rect.x}px`;
	outline.style.top = `${rect.y}px`;
	outline.style.width = `${rect.width}px`;
	outline.style.height = `${rect.height}px`;
	if (!outline.isConnected) group.append(outline);
}
