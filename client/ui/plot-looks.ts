import type uPlot from "uplot";
import { at } from "#shared/lib/assert.ts";

/** Colours of canvas drawings, equal to the tokens of the style sheet. */
export const INK = {
	text: "#eef3ff",
	muted: "#b3c1e4",
	grid: "#22305a",
	board: "#0b111e",
	measured: "#56b4e9",
	best: "#2cc295",
	law: "#e69f00",
	ideal: "#8fa3d8",
	limit: "#f2743a",
} as const;

/** Dash patterns of lines, told apart without colour. Lengths in css pixels. */
export const DASH = { solid: [], dashed: [9, 6], dotted: [2, 5], dashDot: [10, 5, 2, 5] } as const;

/** One look per line, when there are several of a kind. */
const LINES: readonly { colour: string; dash: readonly number[] }[] = [
	{ colour: "#56b4e9", dash: DASH.solid },
	{ colour: "#e69f00", dash: DASH.dashed },
	{ colour: "#2cc295", dash: DASH.dashDot },
	{ colour: "#e39cc0", dash: DASH.dotted },
];

export function lineLook(index: number): (typeof LINES)[number] {
	return at(LINES, index % LINES.length);
}

/** How much larger than usual this page writes, as on a projector; canvas drawings follow it. */
export function textScale(): number {
	return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
}

export function fontOf(sizePx: number, weight = 400): string {
	return `${weight} ${sizePx * textScale()}px "Lexend Variable", sans-serif`;
}

/** An axis with a label, in the page's font and colours. */
export function axis(label: string, more: Partial<uPlot.Axis> = {}): uPlot.Axis {
	return {
		label,
		font: fontOf(13),
		labelFont: fontOf(13),
		labelSize: 24 * textScale(),
		size: 38 * textScale(),
		stroke: INK.muted,
		grid: { stroke: INK.grid, width: 1 },
		ticks: { stroke: INK.grid, width: 1, size: 6 },
		...more,
	};
}
