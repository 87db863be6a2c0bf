import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import type { ChipView } from "./chip-view.ts";
import { type DrawList, put, putBar, putNumber, tenths } from "./draw-list.ts";
import type { Bar, LanePicture } from "./lane.ts";
import type { ChipLayout } from "./layout.ts";
import { laneToken, type NumberSizes, numberSizes } from "./sizes.ts";

/** Opacity of a part's empty bar. */
const TRACK_ALPHA = { hidden: 0.4, waiting: 0.62, ready: 1, running: 1, done: 1 } as const;

export function drawLane(
	list: DrawList,
	view: ChipView,
	picture: LanePicture,
	layout: ChipLayout,
	numbers: NumberSizes,
): void {
	drawCounts(list, view, layout);
	for (const fork of picture.forks) putBar(list, "line", fork.x - 1, fork.y, 2, fork.height + 2, fork.alpha);
	for (const bar of picture.bars) drawBar(list, bar, layout, numbers);
}

/** Where a count in the lane's head goes: its number ends at `x`, its caption begins at `captionX`. */
export type CountRow = {
	readonly x: number;
	readonly y: number;
	readonly captionX: number;
	readonly captionY: number;
};

export function countRows(layout: ChipLayout): { size: number; jobs: CountRow; tasks: CountRow | undefined } {
	const { lane, compact, unit, portrait } = layout;
	const { small, medium } = numberSizes(layout);
	if (compact) {
		const x = lane.x + 6 + medium * 1.3;
		const jobs = {
			x,
			y: lane.y + lane.height * 0.54,
			captionX: lane.x + 6,
			captionY: lane.y + lane.height * 0.82,
		};
		return { size: medium, jobs, tasks: undefined };
	}
	const size = portrait ? small : medium;
	const x = lane.x + (portrait ? 7 : 14) * unit + size * 1.95;
	const row = (y: number) => ({ x, y, captionX: x + 5 * unit, captionY: y });
	return { size, jobs: row(lane.y + lane.height * 0.52), tasks: row(lane.y + lane.height * 0.79) };
}

function drawCounts(list: DrawList, view: ChipView, layout: ChipLayout): void {
	const { size, jobs, tasks } = countRows(layout);
	putNumber(list, String(view.jobsDone), { size, x: jobs.x, y: jobs.y, align: "right" });
	if (tasks !== undefined)
		putNumber(list, String(view.threadsDone), { size, x: tasks.x, y: tasks.y, align: "right" });
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

/** Draws what a block is: its token and its seconds. */
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
	if (bar.width < size * 1.3 + numbers.medium * 2.8) return;
	const x = bar.x + size * 1.36;
	putNumber(list, `${tenths(bar.part.workNs / NS_PER_PLAY_S)}s`, {
		size: numbers.medium,
		x,
		y: middle,
		align: "left",
		alpha: bar.alpha,
		// The fill is bright, the empty bar dark.
		ink: bar.x + bar.width * bar.part.fill > x + numbers.medium * 1.4,
	});
}
