import type { ChipView, TokenView } from "../present/chip-view.ts";
import { type Point, rectOf } from "../present/geometry.ts";
import type { ChipLayout } from "../present/layout.ts";
import { tileOf } from "../present/route.ts";
import { dropAt, type PointTarget } from "../present/targets.ts";
import { paintToken } from "./paint-token.ts";

export type DragOptions = {
	readonly group: HTMLElement;
	readonly own: number | undefined;
	readonly targetOf: (element: EventTarget | null) => PointTarget | undefined;
	readonly scene: () => { layout: ChipLayout | undefined; view: ChipView | undefined; zoom: number };
	readonly onDropThread?: (thread: number, core: number, position: number) => void;
	readonly onDropShared?: (thread: number) => void;
};

export type Drag = {
	/** Whether the click that follows belongs to a drag that has just ended. */
	justEnded(): boolean;
	destroy(): void;
};

/** Shorter ways are clicks. */
const DRAG_PX_MIN = 7;
const GHOST_SIZE = 46;

/** Tokens can be dragged onto cores: a ghost follows the pointer, the core beneath it is outlined. */
export function watchDrag(options: DragOptions): Drag {
	const { group, targetOf, scene, own } = options;
	let token: TokenView | undefined;
	let start: Point = { x: 0, y: 0 };
	let ghost: HTMLCanvasElement | undefined;
	let endedMs = Number.NEGATIVE_INFINITY;
	const mayDrop = options.onDropThread !== undefined;
	const outline = document.createElement("div");
	outline.className = "chip-drop";

	const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
		const box = group.getBoundingClientRect();
		return { x: clientX - box.left, y: clientY - box.top };
	};
	const dropOf = (point: Point) => {
		const { layout, view, zoom } = scene();
		if (layout === undefined || view === undefined) return undefined;
		return dropAt(view, layout, own, { x: point.x / zoom, y: point.y / zoom });
	};
	const stop = () => {
		if (ghost !== undefined) endedMs = performance.now();
		token = undefined;
		ghost?.remove();
		ghost = undefined;
		outline.remove();
	};
	const down = (event: PointerEvent) => {
		const target = targetOf(event.target);
		if (target?.type !== "token" || event.button !== 0 || !mayDrop) return;
		token = target.token;
		start = pointOf(event);
	};
	const move = (event: PointerEvent) => {
		if (token === undefined) return;
		const point = pointOf(event);
		if (ghost === undefined) {
			if (Math.hypot(point.x - start.x, point.y - start.y) < DRAG_PX_MIN) return;
			ghost = createGhost(token);
			group.append(ghost);
			group.setPointerCapture(event.pointerId);
		}
		ghost.style.left = `${point.x - GHOST_SIZE / 2}px`;
		ghost.style.top = `${point.y - GHOST_SIZE / 2}px`;
		showOutline(outline, group, dropOf(point), scene(), own);
	};
	const up = (event: PointerEvent) => {
		if (token !== undefined && ghost !== undefined) {
			const drop = dropOf(pointOf(event));
			if (drop === "shared") {
				if (token.place.zone === "planned") options.onDropShared?.(token.thread);
			} else if (drop !== undefined) {
				options.onDropThread?.(token.thread, drop.core, drop.position);
			}
		}
		stop();
	};
	const key = (event: KeyboardEvent) => {
		if (event.key === "Escape") stop();
	};
	group.addEventListener("pointerdown", down);
	group.addEventListener("pointermove", move);
	group.addEventListener("pointerup", up);
	group.addEventListener("pointercancel", stop);
	document.addEventListener("keydown", key);
	return {
		justEnded: () => performance.now() - endedMs < 50,
		destroy: () => {
			stop();
			document.removeEventListener("keydown", key);
		},
	};
}

function createGhost({ kind, ready }: TokenView): HTMLCanvasElement {
	const canvas = document.createElement("canvas");
	const ratio = window.devicePixelRatio || 1;
	canvas.className = "chip-ghost";
	canvas.width = GHOST_SIZE * ratio;
	canvas.height = GHOST_SIZE * ratio;
	canvas.style.width = `${GHOST_SIZE}px`;
	canvas.style.height = `${GHOST_SIZE}px`;
	canvas.setAttribute("aria-hidden", "true");
	const context = canvas.getContext("2d");
	if (context !== null) {
		context.scale(ratio, ratio);
		paintToken(context, kind, GHOST_SIZE / 2, GHOST_SIZE / 2, GHOST_SIZE - 10, ready);
	}
	return canvas;
}

function showOutline(
	outline: HTMLElement,
	group: HTMLElement,
	drop: ReturnType<typeof dropAt>,
	{ layout, zoom }: { layout: ChipLayout | undefined; zoom: number },
	own: number | undefined,
): void {
	if (drop === undefined || layout === undefined) {
		outline.remove();
		return;
	}
	const { x, y, width, height } = drop === "shared" ? layout.queue : tileOf(layout, drop.core, own);
	const rect = rectOf(x * zoom - 3, y * zoom - 3, width * zoom + 6, height * zoom + 6);
	outline.style.left = `${rect.x}px`;
	outline.style.top = `${rect.y}px`;
	outline.style.width = `${rect.width}px`;
	outline.style.height = `${rect.height}px`;
	if (!outline.isConnected) group.append(outline);
}
