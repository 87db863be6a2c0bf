import type { Rect } from "../present/geometry.ts";
import { type PointTarget, targetKey } from "../present/targets.ts";

/** One button per target, of which exactly one is in the page's tab order. */
export type MirrorButtons = {
	/** Makes, moves and removes buttons until they are those of `targets`. */
	sync(targets: readonly PointTarget[], zoom: number): void;
	get(target: PointTarget): HTMLButtonElement | undefined;
	/** The target whose button this is. */
	targetOf(element: EventTarget | null): PointTarget | undefined;
	/** Its button is the one that the tab key reaches. */
	makeCurrent(target: PointTarget): void;
};

/** `home` names the target that gets the focus when the focused one has gone. */
export function createMirrorButtons(group: HTMLElement, home: () => PointTarget | undefined): MirrorButtons {
	const buttons = new Map<string, HTMLButtonElement>();
	let targets: readonly PointTarget[] = [];
	let current = "";

	const makeCurrent = (target: PointTarget) => {
		const key = targetKey(target);
		if (key === current) return;
		const before = buttons.get(current);
		if (before !== undefined) before.tabIndex = -1;
		const now = buttons.get(key);
		if (now !== undefined) now.tabIndex = 0;
		current = key;
	};
	const removeOthers = (wanted: ReadonlySet<string>) => {
		let lostFocus = false;
		for (const [key, button] of buttons) {
			if (wanted.has(key)) continue;
			lostFocus ||= document.activeElement === button;
			buttons.delete(key);
			button.remove();
		}
		return lostFocus;
	};

	return {
		sync: (next, zoom) => {
			targets = next;
			const lostFocus = removeOthers(new Set(next.map(targetKey)));
			for (const target of next) {
				const key = targetKey(target);
				let button = buttons.get(key);
				if (button === undefined) {
					button = createButton(key, target);
					buttons.set(key, button);
					group.append(button);
				}
				moveTo(button, target, zoom);
			}
			const fallback = home() ?? next[0];
			if (fallback === undefined) return;
			if (!buttons.has(current)) makeCurrent(fallback);
			// Whoever was on a task that has gone stays on the chip instead of at the page's start.
			if (lostFocus) buttons.get(targetKey(fallback))?.focus();
		},
		get: (target) => buttons.get(targetKey(target)),
		targetOf: (element) =>
			element instanceof HTMLElement
				? targets.find((target) => targetKey(target) === element.dataset["key"])
				: undefined,
		makeCurrent,
	};
}

function createButton(key: string, target: PointTarget): HTMLButtonElement {
	const button = document.createElement("button");
	button.type = "button";
	button.tabIndex = -1;
	button.dataset["key"] = key;
	button.className = target.type === "core" ? "chip-core" : "chip-token";
	return button;
}

function moveTo({ style }: HTMLButtonElement, rect: Rect, zoom: number): void {
	style.left = `${rect.x * zoom}px`;
	style.top = `${rect.y * zoom}px`;
	style.width = `${rect.width * zoom}px`;
	style.height = `${rect.height * zoom}px`;
}
