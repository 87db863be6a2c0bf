import { at } from "#shared/lib/assert.ts";
import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import type { ChipView } from "./chip-view.ts";
import { type DrawList, put, putNumber } from "./draw-list.ts";
import { laneScale, pictureLane } from "./lane.ts";
import type { ChipLayout } from "./layout.ts";
import { follow, type Motion } from "./motion.ts";
import type { Prefs, SignalView } from "./prefs.ts";
import { drawCore } from "./project-core.ts";
import { drawLane } from "./project-lane.ts";
import { drawTokens } from "./project-tokens.ts";
import { numberSizes } from "./sizes.ts";

/** How long a speech bubble stays, in machine ns. */
export const SIGNAL_NS = 2.2 * NS_PER_PLAY_S;

/** Draws one picture of the chip into `list`. The same view, motion and prefs give the same sprites. */
export function project(
	view: ChipView,
	motion: Motion,
	layout: ChipLayout,
	prefs: Prefs,
	list: DrawList,
): void {
	follow(motion, view);
	list.count = 0;
	const numbers = numberSizes(layout);
	const pen = { list, nowNs: view.nowNs, calm: prefs.reducedMotion };
	for (const core of view.cores) {
		const tile = layout.tiles[core.core];
		if (tile !== undefined) drawCore({ ...pen, tile, set: "tile", own: core.core === prefs.own }, core);
	}
	const own = prefs.own === undefined ? undefined : view.cores[prefs.own];
	if (layout.mine !== undefined && own !== undefined)
		drawCore({ ...pen, tile: layout.mine, set: "mine", own: true }, own);
	if (layout.queue.slots.length > 0) drawQueue(list, view, layout);
	const lane = pictureLane(view.program, layout.lane, laneScale(view.scenario, layout.lane));
	drawLane(list, view, lane, layout, numbers);
	drawTokens(list, view, motion, layout, lane, prefs, numbers);
	for (const signal of prefs.signals) drawSignal(list, signal, view.nowNs, layout, prefs);
}

/** Draws the rule of the shared queue, and what its slots cannot show: that it is empty, or how many tasks have none. */
function drawQueue(list: DrawList, view: ChipView, layout: ChipLayout): void {
	put(list, `order-${view.queueOrder}`, layout.queue.order.x, layout.queue.order.y);
	if (view.sharedCount === 0) drawEmpty(list, layout);
	const hidden = view.sharedCount - layout.queue.slots.length;
	if (hidden > 0)
		putNumber(list, `+${hidden}`, {
			size: numberSizes(layout).medium,
			x: layout.queue.more.x,
			y: layout.queue.more.y,
			align: "middle",
		});
}

function drawEmpty(list: DrawList, layout: ChipLayout): void {
	const slot = at(layout.queue.slots, 0);
	// Beside the empty slots of a column, below those of a row.
	const share = layout.queue.style === "row" ? 0.5 : 0.82;
	put(list, "empty", layout.queue.x + layout.queue.width / 2, slot.y + slot.height * share);
}

function drawSignal(
	list: DrawList,
	{ seat, signal, sinceNs }: SignalView,
	nowNs: number,
	layout: ChipLayout,
	prefs: Prefs,
): void {
	const age = (nowNs - sinceNs) / SIGNAL_NS;
	if (age < 0 || age >= 1) return;
	const alpha = age > 0.85 ? (1 - age) / 0.15 : 1;
	if (seat === 0) {
		const { seat: badge } = layout.queue;
		put(list, `signal-${signal}`, badge.x + badge.width / 2, badge.y + badge.height / 2, alpha);
		return;
	}
	const core = seat - 1;
	const tile = core === prefs.own && layout.mine !== undefined ? layout.mine : layout.tiles[core];
	if (tile === undefined) return;
	// Across the upper edge, where nothing else is written.
	put(list, `signal-${signal}`, tile.x + tile.width / 2, Math.max(16, tile.y - 4 * layout.unit), alpha);
}
