import { NS_PER_PLAY_S } from "#shared/lib/units.ts";
import type { Segment } from "#shared/result/timeline.ts";
import type { Cause, ReadonlyThread } from "#shared/sim/chip/chip.ts";
import type { Activity } from "#shared/sim/chip/event.ts";
import { fontOf, INK } from "../ui/plot-looks.ts";

/** The timeline uses the looks of the cause bars. */
export const CAUSE_OF_ACTIVITY: Record<Activity, Cause> = {
	running: "useful",
	spinning: "spin",
	switching: "switch",
	waking: "waking",
	idleWorkWaits: "idleWorkWaits",
	idleSerial: "idleSerial",
	idleBlocked: "idleBlocked",
	idleNothing: "idleNothing",
};

/** Ground colour, and the colour and slope of the stripes on it; as in cause-bars.css. */
const LOOKS: Record<Activity, { ground: string; stripe?: string; slope?: 1 | -1 }> = {
	running: { ground: "#2cc295" },
	spinning: { ground: "#e39cc0", stripe: "#a3527e", slope: 1 },
	switching: { ground: "#f0e442", stripe: "#6a6418", slope: 1 },
	waking: { ground: "#ffd9a0", stripe: "#a8732a", slope: 1 },
	idleWorkWaits: { ground: "#ff8a5c", stripe: "#8f3d14", slope: -1 },
	idleSerial: { ground: "#55304d", stripe: "#e88fc0", slope: 1 },
	idleBlocked: { ground: "#2f477a", stripe: "#7fb2ff", slope: -1 },
	idleNothing: { ground: "#2a3558" },
};

/** Of serial parts, as on the chip itself. */
const SERIAL_COLOUR = "#e88fc0";

const LANE_PX = 30;
const LANE_GAP_PX = 5;
const AXIS_PX = 26;
const TICK_S = 10;

export function timelineHeightPx(cores: number): { lanes: number; whole: number } {
	return { lanes: cores * LANE_PX, whole: cores * LANE_PX + AXIS_PX };
}

/** Draws all lanes and the seconds below them into the canvas, as wide as it is shown. */
export function paintTimeline(
	canvas: HTMLCanvasElement,
	lanes: readonly (readonly Segment[])[],
	threads: readonly ReadonlyThread[],
	lengthNs: number,
): void {
	const ratio = devicePixelRatio;
	const widthPx = canvas.clientWidth;
	const { lanes: lanesPx, whole } = timelineHeightPx(lanes.length);
	canvas.width = Math.round(widthPx * ratio);
	canvas.height = Math.round(whole * ratio);
	const context = canvas.getContext("2d");
	if (context === null) return;
	context.scale(ratio, ratio);
	const xOf = (ns: number) => (ns / lengthNs) * widthPx;
	const patterns = patternsFor(context);
	lanes.forEach((lane, core) => {
		const top = core * LANE_PX;
		for (const { activity, fromNs, toNs, thread } of lane) {
			const from = xOf(fromNs);
			const width = Math.max(0.75, xOf(toNs) - from);
			context.fillStyle = patterns[activity];
			if (activity === "running" && threads[thread]?.spec.serial === true) context.fillStyle = SERIAL_COLOUR;
			context.fillRect(from, top, width, LANE_PX - LANE_GAP_PX);
			// Tasks that follow each other without a gap are told apart by a thin edge.
			context.fillStyle = INK.board;
			if (width > 4) context.fillRect(from + width - 1, top, 1, LANE_PX - LANE_GAP_PX);
		}
	});
	paintSeconds(context, lanesPx, lengthNs, xOf);
}

function paintSeconds(
	context: CanvasRenderingContext2D,
	top: number,
	lengthNs: number,
	xOf: (ns: number) => number,
): void {
	context.font = fontOf(13);
	context.fillStyle = INK.muted;
	const lastS = Math.floor(lengthNs / NS_PER_PLAY_S);
	for (let second = 0; second <= lastS; second += TICK_S) {
		const x = xOf(second * NS_PER_PLAY_S);
		context.textAlign = second === 0 ? "left" : second > lastS - TICK_S / 2 ? "right" : "center";
		context.fillText(String(second), x, top + 19);
		context.fillRect(Math.max(0, Math.min(x, context.canvas.width) - 0.5), top - 2, 1, 5);
	}
}

function patternsFor(context: CanvasRenderingContext2D): Record<Activity, string | CanvasPattern> {
	const entries = Object.entries(LOOKS).map(([activity, { ground, stripe, slope }]) => [
		activity,
		stripe === undefined || slope === undefined
			? ground
			: (stripes(context, ground, stripe, slope) ?? ground),
	]);
	return Object.fromEntries(entries) as Record<Activity, string | CanvasPattern>;
}

function stripes(
	context: CanvasRenderingContext2D,
	ground: string,
	stripe: string,
	slope: 1 | -1,
): CanvasPattern | null {
	const size = 10;
	const tile = document.createElement("canvas");
	tile.width = size;
	tile.height = size;
	const brush = tile.getContext("2d");
	if (brush === null) return null;
	brush.fillStyle = ground;
	brush.fillRect(0, 0, size, size);
	brush.strokeStyle = stripe;
	brush.lineWidth = 3;
	for (const shift of [-size, 0, size]) {
		brush.beginPath();
		brush.moveTo(shift, slope === 1 ? size : 0);
		brush.lineTo(shift + size, slope === 1 ? 0 : size);
		brush.stroke();
	}
	return context.createPattern(tile, "repeat");
}
