import type { PlotPoint, Series } from "./svg-plot.ts";

/** Colours that stay apart for colour-blind readers too. */
export const [GREEN, BLUE, YELLOW, PINK] = ["#2cc295", "#56b4e9", "#f0e442", "#e39cc0"] as const;

/** What the simulation gave. */
export const dots = (label: string, colour: string, points: readonly PlotPoint[]): Series => ({
	label,
	colour,
	kind: "dots",
	points,
});
/** What was measured on real machines. */
export const rings = (label: string, colour: string, points: readonly PlotPoint[]): Series => ({
	label,
	colour,
	kind: "rings",
	points,
});
/** What theory says. */
export const line = (label: string, colour: string, points: readonly PlotPoint[]): Series => ({
	label,
	colour,
	kind: "line",
	points,
});
/** The points of y over those x. */
export const curve = (xs: readonly number[], y: (x: number) => number): PlotPoint[] =>
	xs.map((x) => [x, y(x)]);
/** 1 to `count`. */
export const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
