import type uPlot from "uplot";
import type { PrpPoint, Trial } from "#shared/analysis/prp.ts";
import { number } from "../i18n/base/format.ts";
import { drawLabel } from "../ui/plot-label.ts";
import { INK, textScale } from "../ui/plot-looks.ts";
import { traceDiamond } from "../ui/plot-marks.ts";

/** The 95 % confidence bands of both reaction times, behind the lines. */
export function paintBand(chart: uPlot, points: readonly PrpPoint[]): void {
	const { ctx } = chart;
	ctx.save();
	ctx.globalAlpha = 0.22;
	paintOneBand(
		chart,
		points.map(({ shownMs, rt2Ms, rt2MarginMs }) => ({ x: shownMs, y: rt2Ms, margin: rt2MarginMs })),
		INK.measured,
	);
	paintOneBand(
		chart,
		points.map(({ shownMs, rt1Ms, rt1MarginMs }) => ({ x: shownMs, y: rt1Ms, margin: rt1MarginMs })),
		INK.muted,
	);
	ctx.restore();
}

type BandPoint = { readonly x: number; readonly y: number; readonly margin: number };

function paintOneBand(chart: uPlot, points: readonly BandPoint[], colour: string): void {
	const { ctx } = chart;
	const above = points.map(({ x, y, margin }) => [x, y + margin] as const);
	const below = points.map(({ x, y, margin }) => [x, y - margin] as const).reverse();
	ctx.fillStyle = colour;
	ctx.beginPath();
	for (const [x, y] of [...above, ...below])
		ctx.lineTo(chart.valToPos(x, "x", true), chart.valToPos(y, "y", true));
	ctx.closePath();
	ctx.fill();
}

/** Class: discs for the number, squares for the colour. One's own: diamonds. Shapes besides colours. */
export function paintPoints(chart: uPlot, points: readonly PrpPoint[], own: readonly Trial[]): void {
	const { ctx } = chart;
	const unit = devicePixelRatio;
	ctx.save();
	ctx.setLineDash([]);
	paintOwn(chart, own);
	for (const { shownMs, rt1Ms, rt2Ms } of points) {
		const x = chart.valToPos(shownMs, "x", true);
		const y1 = chart.valToPos(rt1Ms, "y", true);
		const y2 = chart.valToPos(rt2Ms, "y", true);
		ctx.lineWidth = 1.5 * unit;
		ctx.strokeStyle = "#fff";
		ctx.fillStyle = INK.muted;
		ctx.fillRect(x - 5 * unit, y1 - 5 * unit, 10 * unit, 10 * unit);
		ctx.beginPath();
		ctx.arc(x, y2, 7 * unit, 0, 2 * Math.PI);
		ctx.fillStyle = INK.measured;
		ctx.fill();
		ctx.stroke();
		drawLabel(chart, number(rt2Ms), x + 12 * unit, y2 - 10 * unit * textScale(), "left");
	}
	ctx.restore();
}

function paintOwn(chart: uPlot, own: readonly Trial[]): void {
	const { ctx } = chart;
	const unit = devicePixelRatio;
	const size = 7 * unit;
	const places = own.map(({ shownMs, rt2Ms }) => ({
		x: chart.valToPos(shownMs, "x", true),
		y: chart.valToPos(rt2Ms, "y", true),
	}));
	ctx.strokeStyle = INK.best;
	ctx.lineWidth = 2.5 * unit;
	ctx.beginPath();
	for (const { x, y } of places) ctx.lineTo(x, y);
	ctx.stroke();
	for (const { x, y } of places) {
		traceDiamond(ctx, x, y, size);
		ctx.fillStyle = INK.board;
		ctx.fill();
		ctx.stroke();
	}
}
