import type { ChipView, TokenView } from "../present/chip-view.ts";
import { type Point, type Rect, rectOf } from "../present/geometry.ts";
import type { ChipLayout } from "../present/layout.ts";
import { tileOf } from "../present/route.ts";
import { dropAt, type PointTarget } from "../present/targets.ts";
import { createDragGhost } from "./drag-ghost.ts";

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

/** Tokens can be dragged onto cores: a ghost follows the pointer, the core beneath it is outlined. */
export function watchDrag(options: DragOptions): Drag {
	const { group, targetOf } = options;
	const ghost = createDragGhost(group);
	let token: TokenView | undefined;
	let start: Point = { x: 0, y: 0 };
	let endedMs = Number.NEGATIVE_INFINITY;
	const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
		const box = group.getBoundingClientRect();
		return { x: clientX - box.left, y: clientY - box.top };
	};
	const stop = () => {
		if (ghost.isShown()) endedMs = performance.now();
		token = undefined;
		ghost.hide();
	};
	const stopListening = listen(group, {
		down: (event) => {
			const target = targetOf(event.target);
			if (target?.type !== "token" || event.button !== 0 || options.onDropThread === undefined) return;
			token = target.token;
			start = pointOf(event);
		},
		move: (event) => {
			if (token === undefined) return;
			const point = pointOf(event);
			if (!ghost.isShown()) {
				if (Math.hypot(point.x - start.x, point.y - start.y) < DRAG_PX_MIN) return;
				ghost.show(token);
				group.setPointerCapture(event.pointerId);
			}
			ghost.moveTo(point, placeOf(options, dropOf(options, point)));
		},
		up: (event) => {
			if (token !== undefined && ghost.isShown()) drop(options, token, dropOf(options, pointOf(event)));
			stop();
		},
		stop,
	});
	return {
		justEnded: () => performance.now() - endedMs < 50,
		destroy: () => {
			stop();
			stopListening();
		},
	};
}

type Handlers = Readonly<Record<"down" | "move" | "up", (event: PointerEvent) => void>> & {
	readonly stop: () => void;
};

/** Returns how to stop. */
function listen(group: HTMLElement, { down, move, up, stop }: Handlers): () => void {
	const key = (event: KeyboardEvent) => {
		if (event.key === "Escape") stop();
	};
	group.addEventListener("pointerdown", down);
	group.addEventListener("pointermove", move);
	group.addEventListener("pointerup", up);
	group.addEventListener("pointercancel", stop);
	document.addEventListener("keydown", key);
	return () => document.removeEventListener("keydown", key);
}

type Drop = ReturnType<typeof dropAt>;

function dropOf({ scene, own }: DragOptions, point: Point): Drop {
	const { layout, view, zoom } = scene();
	if (layout === undefined || view === undefined) return undefined;
	return dropAt(view, layout, own, { x: point.x / zoom, y: point.y / zoom });
}

function drop(options: DragOptions, token: TokenView, where: Drop): void {
	if (where === undefined) return;
	if (where !== "shared") options.onDropThread?.(token.thread, where.core, where.position);
	else if (token.place.zone === "planned") options.onDropShared?.(token.thread);
}

/** In CSS pixels of the group. */
function placeOf({ scene, own }: DragOptions, where: Drop): Rect | undefined {
	const { layout, zoom } = scene();
	if (where === undefined || layout === undefined) return undefined;
	const { x, y, width, height } = where === "shared" ? layout.queue : tileOf(layout, where.core, own);
	return rectOf(x * zoom, y * zoom, width * zoom, height * zoom);
}
