import "./mirror.css";
import type { ChipView } from "../present/chip-view.ts";
import { describeCore, describeToken } from "../present/describe.ts";
import type { Rect } from "../present/geometry.ts";
import type { ChipLabels } from "../present/labels.ts";
import type { ChipLayout } from "../present/layout.ts";
import type { Prefs } from "../present/prefs.ts";
import {
	type Direction,
	listTargets,
	neighbourOf,
	type Reach,
	type Target,
	targetKey,
} from "../present/targets.ts";
import { type Drag, watchDrag } from "./drag.ts";
import type { SeatName } from "./paint-board.ts";

export type MirrorOptions = {
	readonly parent: HTMLElement;
	readonly labels: ChipLabels;
	readonly names: (seat: number) => SeatName;
	/** Index of the own core. */
	readonly own: number | undefined;
	readonly ownSeat: number | undefined;
	readonly onPickThread?: (thread: number) => void;
	readonly onPickCore?: (core: number) => void;
	readonly onDropThread?: (thread: number, core: number, position: number) => void;
	readonly onDropShared?: (thread: number) => void;
};

/** Real, transparent buttons over what is drawn: for fingers, keyboards, screen readers and tests. */
export type Mirror = {
	place(layout: ChipLayout, zoom: number): void;
	/** Call once per frame; it looks at the chip ten times and renames buttons four times a second. */
	update(view: ChipView, prefs: Prefs): void;
	destroy(): void;
};

const PLACE_MS = 100;
const NAME_MS = 250;
const ARROWS: Readonly<Record<string, Direction>> = {
	ArrowLeft: "left",
	ArrowRight: "right",
	ArrowUp: "up",
	ArrowDown: "down",
};

export function createMirror(options: MirrorOptions): Mirror {
	const { labels, ownSeat } = options;
	const group = document.createElement("div");
	group.className = "chip-mirror";
	group.setAttribute("role", "group");
	group.setAttribute("aria-label", labels.chip);
	options.parent.append(group);
	const reach: Reach = ownSeat === 0 ? "all" : (options.own ?? "none");
	const buttons = new Map<string, HTMLButtonElement>();
	let targets: Target[] = [];
	let layout: ChipLayout | undefined;
	let zoom = 1;
	let current = "";
	let placedMs = Number.NEGATIVE_INFINITY;
	let namedMs = Number.NEGATIVE_INFINITY;
	let drag: Drag | undefined;
	let lastView: ChipView | undefined;

	const targetOf = (element: EventTarget | null) =>
		element instanceof HTMLElement
			? targets.find((target) => targetKey(target) === element.dataset["key"])
			: undefined;
	const makeCurrent = (key: string) => {
		const before = buttons.get(current);
		if (before !== undefined) before.tabIndex = -1;
		current = key;
		const now = buttons.get(key);
		if (now !== undefined) now.tabIndex = 0;
	};

	group.addEventListener("click", ({ target: element }) => {
		const target = targetOf(element);
		if (target === undefined || drag?.justEnded() === true) return;
		if (target.type === "core") options.onPickCore?.(target.core);
		else options.onPickThread?.(target.token.thread);
	});
	group.addEventListener("focusin", ({ target: element }) => {
		const target = targetOf(element);
		if (target !== undefined) makeCurrent(targetKey(target));
	});
	group.addEventListener("keydown", (event) => {
		const direction = ARROWS[event.key];
		const from = targetOf(event.target);
		if (direction === undefined || from === undefined) return;
		event.preventDefault();
		const next = neighbourOf(targets, from, direction);
		if (next !== undefined) buttons.get(targetKey(next))?.focus();
	});
	if (options.onDropThread !== undefined || options.onDropShared !== undefined)
		drag = watchDrag({ group, targetOf, scene: () => ({ layout, view: lastView, zoom }), ...options });

	const syncButtons = (view: ChipView, at: ChipLayout) => {
		targets = listTargets(view, at, options.own, reach);
		const wanted = new Map(targets.map((target) => [targetKey(target), target]));
		for (const [key, button] of buttons) if (!wanted.has(key)) retire(key, button);
		for (const [key, target] of wanted) {
			let button = buttons.get(key);
			if (button === undefined) {
				button = createButton(key, target);
				buttons.set(key, button);
				group.append(button);
			}
			moveTo(button, target, zoom);
		}
		if (!buttons.has(current)) makeCurrent(targets[0] === undefined ? "" : targetKey(targets[0]));
	};
	const retire = (key: string, button: HTMLButtonElement) => {
		const hadFocus = document.activeElement === button;
		buttons.delete(key);
		button.remove();
		// Whoever was on a task that has gone stays near it instead of at the page's start.
		if (hadFocus) {
			const rect = { x: button.offsetLeft, y: button.offsetTop, width: 1, height: 1 };
			const near =
				targets.find((target) => target.type === "core" && target.core === options.own) ?? targets[0];
			if (near !== undefined && rect !== undefined)
				queueMicrotask(() => buttons.get(targetKey(near))?.focus());
		}
	};

	return {
		place: (next, nextZoom) => {
			layout = next;
			zoom = nextZoom;
			placedMs = Number.NEGATIVE_INFINITY;
		},
		update: (view, prefs) => {
			lastView = view;
			const nowMs = performance.now();
			if (layout === undefined || nowMs - placedMs < PLACE_MS) return;
			placedMs = nowMs;
			syncButtons(view, layout);
			if (nowMs - namedMs < NAME_MS) return;
			namedMs = nowMs;
			for (const target of targets) name(buttons.get(targetKey(target)), target, view, prefs, options);
		},
		destroy: () => {
			drag?.destroy();
			group.remove();
		},
	};
}

function createButton(key: string, target: Target): HTMLButtonElement {
	const button = document.createElement("button");
	button.type = "button";
	button.tabIndex = -1;
	button.dataset["key"] = key;
	button.className = target.type === "core" ? "chip-core" : "chip-token";
	return button;
}

function moveTo(button: HTMLButtonElement, rect: Rect, zoom: number): void {
	const { style } = button;
	style.left = `${rect.x * zoom}px`;
	style.top = `${rect.y * zoom}px`;
	style.width = `${rect.width * zoom}px`;
	style.height = `${rect.height * zoom}px`;
	// Tokens lie in tiles and must stay above them.
	style.zIndex = button.className === "chip-token" ? "1" : "0";
}

function name(
	button: HTMLButtonElement | undefined,
	target: Target,
	view: ChipView,
	prefs: Prefs,
	options: MirrorOptions,
): void {
	if (button === undefined) return;
	const { labels, names, own } = options;
	const words =
		target.type === "core"
			? describeCore(view, target.core, target.core === own, nameOf(names(target.core + 1), labels), labels)
			: describeToken(target.token, prefs.pending.has(target.token.thread), labels);
	if (button.getAttribute("aria-label") !== words) button.setAttribute("aria-label", words);
	if (target.type === "core") return;
	const pressed = String(prefs.selected === target.token.thread);
	if (button.getAttribute("aria-pressed") !== pressed) button.setAttribute("aria-pressed", pressed);
}

function nameOf({ name, bot }: SeatName, labels: ChipLabels): string {
	return bot ? labels.bot : name;
}
