import "./mirror.css";
import type { ChipView } from "../present/chip-view.ts";
import { describeCore, describeToken } from "../present/describe.ts";
import type { ChipLabels } from "../present/labels.ts";
import type { ChipLayout } from "../present/layout.ts";
import type { Prefs } from "../present/prefs.ts";
import {
	type Direction,
	listTargets,
	neighbourOf,
	type PointTarget,
	type Reach,
} from "../present/targets.ts";
import { watchDrag } from "./drag.ts";
import { createMirrorButtons, type MirrorButtons } from "./mirror-buttons.ts";
import { type SeatName, shownName } from "./seat-name.ts";

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
	const { own, ownSeat, labels } = options;
	const group = createGroup(options.parent, labels.chip);
	const reach: Reach = ownSeat === 0 ? "all" : (own ?? "none");
	let targets: PointTarget[] = [];
	let layout: ChipLayout | undefined;
	let view: ChipView | undefined;
	let zoom = 1;
	let placedMs = Number.NEGATIVE_INFINITY;
	let namedMs = Number.NEGATIVE_INFINITY;
	const buttons = createMirrorButtons(group, () =>
		targets.find((target) => target.type === "core" && target.core === own),
	);
	const drag = watchDrag({
		...options,
		group,
		targetOf: buttons.targetOf,
		scene: () => ({ layout, view, zoom }),
	});

	listen(group, buttons, {
		pick: (target) => {
			if (drag.justEnded()) return;
			if (target.type === "core") options.onPickCore?.(target.core);
			else options.onPickThread?.(target.token.thread);
		},
		next: (from, direction) => neighbourOf(targets, from, direction),
	});

	return {
		place: (nextLayout, nextZoom) => {
			layout = nextLayout;
			zoom = nextZoom;
			placedMs = Number.NEGATIVE_INFINITY;
		},
		update: (nextView, prefs) => {
			view = nextView;
			const nowMs = performance.now();
			if (layout === undefined || nowMs - placedMs < PLACE_MS) return;
			placedMs = nowMs;
			targets = listTargets(view, layout, own, reach);
			buttons.sync(targets, zoom);
			const isTime = nowMs - namedMs >= NAME_MS;
			if (isTime) namedMs = nowMs;
			for (const target of targets) {
				const button = buttons.get(target);
				// A new button is never without a name, however soon somebody gets there.
				if (isTime || button?.hasAttribute("aria-label") === false)
					name(button, target, view, prefs, options);
			}
		},
		destroy: () => {
			drag.destroy();
			group.remove();
		},
	};
}

type Doings = {
	readonly pick: (target: PointTarget) => void;
	readonly next: (from: PointTarget, direction: Direction) => PointTarget | undefined;
};

/** A click picks, an arrow goes to the next button in that direction. */
function listen(group: HTMLElement, buttons: MirrorButtons, { pick, next }: Doings): void {
	group.addEventListener("click", ({ target: element }) => {
		const target = buttons.targetOf(element);
		if (target !== undefined) pick(target);
	});
	group.addEventListener("focusin", ({ target: element }) => {
		const target = buttons.targetOf(element);
		if (target !== undefined) buttons.makeCurrent(target);
	});
	group.addEventListener("keydown", (event) => {
		const direction = ARROWS[event.key];
		const from = buttons.targetOf(event.target);
		if (direction === undefined || from === undefined) return;
		event.preventDefault();
		const to = next(from, direction);
		if (to !== undefined) buttons.get(to)?.focus();
	});
}

function createGroup(parent: HTMLElement, label: string): HTMLElement {
	const group = document.createElement("div");
	group.className = "chip-mirror";
	group.setAttribute("role", "group");
	group.setAttribute("aria-label", label);
	parent.append(group);
	return group;
}

function name(
	button: HTMLButtonElement | undefined,
	target: PointTarget,
	view: ChipView,
	prefs: Prefs,
	options: MirrorOptions,
): void {
	if (button === undefined) return;
	const { labels, names, own } = options;
	const words =
		target.type === "core"
			? describeCore(
					view,
					target.core,
					target.core === own,
					shownName(names(target.core + 1), labels),
					labels,
				)
			: describeToken(target.token, prefs.pending.has(target.token.thread), labels);
	if (button.getAttribute("aria-label") !== words) button.setAttribute("aria-label", words);
	if (target.type === "core") return;
	const pressed = String(prefs.selected.has(target.token.thread));
	if (button.getAttribute("aria-pressed") !== pressed) button.setAttribute("aria-pressed", pressed);
}
