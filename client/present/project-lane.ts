import type { ChipView } from "./chip-view.ts";
import { type DrawList, put, putBar, putNumber, tenths } from "./draw-list.ts";
import type { Bar, LanePicture } from "./lane.ts";
import type { ChipLayout } from "./layout.ts";
import { laneToken, type NumberSizes } from "./sizes.ts";

/** How visible a part's empty bar is. */
const TRACK_ALPHA = { hidden: 0.4, waiting: 0.62, ready: 1, running: 1, done: 1 } as const;

export function drawLane(
	list: DrawList,
	view: ChipView,
	picture: LanePicture,
	layout: ChipLayout,
	numbers: NumberSizes,
): void {
	const { lane } = layout;
	const countX = lane.head.x + (layout.compact ? 6 : 14 * layout.unit);
	putNumber(list, String(view.jobsDone), numbers.large, countX, lane.y + lane.height * 0.56, "left");
	for (const fork of picture.forks) putBar(list, "line", fork.x - 1, fork.y, 2, fork.height + 2, fork.alpha);
	for (const bar of picture.bars) drawBar(list, bar, layout, numbers);
}

function drawBar(list: DrawList, bar: Bar, layout: ChipLayout, numbers: NumberSizes): void {
	const { part, x, y, width, height, alpha } = bar;
	putBar(list, `${part.kind}-dark`, x, y, width, height, alpha * TRACK_ALPHA[part.state]);
	const filled = width * part.fill;
	if (filled > 0) putBar(list, part.kind, x, y, filled, height, alpha);
	if (part.state === "running" && part.fill < 1)
		putBar(list, "white", x + Math.max(0, filled - 2), y, 2, height, alpha);
	if (part.state === "ready") putBar(list, part.kind, x, y, Math.min(3, width), height, alpha);
	if (bar.alone) drawAlone(list, bar, layout, numbers);
}

/** A block says what it is: its token and its seconds. */
function drawAlone(list: DrawList, bar: Bar, layout: ChipLayout, numbers: NumberSizes): void {
	const size = laneToken(layout);
	const middle = bar.y + bar.height / 2;
	if (bar.width < size * 1.3) return;
	const solid = bar.part.state !== "hidden" && bar.part.state !== "waiting";
	put(
		list,
		`token-${size}-${bar.part.kind}${solid ? "" : "-waiting"}`,
		bar.x + size * 0.68,
		middle,
		bar.alpha,
	);
	const text = `${tenths(bar.part.workNs / 1e6)}s`;
	if (bar.width > size * 1.3 + numbers.medium * 2.6)
		putNumber(list, text, numbers.medium, bar.x + size * 1.36, middle, "left", bar.alpha);
}
